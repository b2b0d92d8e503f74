"""What the library finds is told in French and German: every message is translated, and told from all others."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from glose.digest import convert
from glose.digest.bring.front_matter import read as front_matter
from glose.digest.check import formats
from glose.digest.check.report import Told, report_of
from glose.digest.check.settings import zone
from glose.digest.check.site.page import Page
from glose.digest.check.site.tags import tags
from glose.digest.deliver.target import problems as targets
from glose.digest.glossary.load import read_file
from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError, Fault
from glose.digest.notes.load import read_notes
from glose.digest.publish.places import refuse_foreign
from glose.tasks.frame import told
from glose.tasks.reloading import News
from glose.tasks.words import messages, read, say, spoken
from glose.tasks.words.messages import Message, translated
from tests.digest import ROOT

LANGS = ("de", "fr")
CODE = ROOT / "plugins/glose"
OTHERS = "# What libyaml and the system say."
"""Stands in a catalogue before what no code of ours says."""
SAYING = {
    "Fault": 2, "fault": 1, "gap": 1, "warn": 1, "refuse": 1, "_refusal": 1, "_conflict": 0, "note": 0, "Note": 0,
    "BrokenError": 0, "UnreadableError": 0, "Refusal": 1,
}  # fmt: skip
"""What is called with clauses of a finding, and how many arguments stand before them."""
NAMES = {"what", "todo", "why"}
"""Variables that hold such clauses."""


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Messages of ours with their translations."""
    text = (messages.HERE / f"findings/{lang}.po").read_text(encoding="utf-8").partition(OTHERS)[0]
    return {message: forms[0] for message, forms in read(text).items()}


@cache
def nodes() -> tuple[ast.AST, ...]:
    """What the code says, and where it says it."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(CODE.rglob("*.py")))
    kinds = (ast.Call, ast.Assign, ast.JoinedStr, ast.Constant)
    return tuple(node for tree in trees for node in ast.walk(tree) if isinstance(node, kinds))


def parts(text: ast.AST) -> tuple[str, ...]:
    """A text of the code without its values; empty for anything else."""
    if isinstance(text, ast.Constant):
        return (text.value,) if isinstance(text.value, str) else ()
    found = [""]
    for one in text.values if isinstance(text, ast.JoinedStr) else ():
        if isinstance(one, ast.Constant):
            found[-1] += str(one.value)
        else:
            found.append("")
    return tuple(found)


def formatted(text: ast.AST) -> tuple[str, ...]:
    """The same of a text that `str.format` fills."""
    try:
        return Message.of("".join(parts(text))).parts if isinstance(text, ast.Constant) else ()
    except ValueError:
        return ()  # a brace of another language


def clauses() -> Iterator[ast.expr]:
    """Every text of the code that is plainly a clause of a finding."""
    for node in nodes():
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAYING:
                yield from texts(node.args[SAYING[name] :])
            elif name == "Finding" and any(one.arg == "holds" for one in node.keywords):
                yield from texts(node.args[2:3])  # becomes the reason for which an article is held
        elif isinstance(node, ast.Assign) and {getattr(one, "id", "") for one in node.targets} & NAMES:
            yield from texts([node.value])


def texts(values: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """Those that say something."""
    for one in values:
        if isinstance(one, ast.IfExp):
            yield from texts([one.body, one.orelse])
        elif " " in "".join(parts(one)).strip() and re.search("[a-z]{2}", "".join(parts(one))):
            yield one


def test_every_clause_of_a_finding_is_translated() -> None:
    said = read((messages.HERE / "fr.po").read_text(encoding="utf-8"))
    known = {Message.of(message).parts for message in (*catalogue("fr"), *said)}
    missing = [ast.unparse(one) for one in clauses() if not {parts(one), formatted(one)} & known]
    assert missing == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_translation_is_of_a_text_of_the_code_and_gives_its_values_back(lang: str) -> None:
    assert catalogue(lang).keys() == catalogue("fr").keys()
    there = {found(one) for one in nodes() for found in (parts, formatted)}
    for message, other in catalogue(lang).items():
        assert Message.of(message).parts in there, message
        assert sorted(Message.of(other).names) == sorted(Message.of(message).names), message


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_is_known_again_among_all_others(lang: str) -> None:
    inner = {"en": "delete one", lang: catalogue(lang)["delete one"]}
    for message, other in catalogue(lang).items():
        names = Message.of(message).names
        said, told = (
            {name: inner[one] if messages.INNER.fullmatch(name) else f"v{place}" for place, name in enumerate(names)}
            for one in ("en", lang)
        )  # fmt: skip
        assert translated(message.format_map(said), lang) == other.format_map(told), message


def test_the_message_that_says_most_itself_is_meant() -> None:
    said = (
        'note a: its words "is no page of this site" do not stand in the article; there is nothing like them'
    )
    assert "is no page of this site" in translated(said, "fr")
    assert translated(said, "fr").startswith("note a\u00a0: ses mots «")
    assert translated(said, "fr").endswith("rien de semblable")  # a message within it


@pytest.mark.parametrize(
    "said",
    [
        "",
        "what no message of ours says",
        "has  bytes, more than 5",
        "a doubt; set `status: published` if it is right",
        "nothing of ours (nor this)",
    ],
)
def test_what_no_message_fits_stays_as_it_is(said: str) -> None:
    assert translated(said, "de") == said


def test_a_text_of_nothing_but_joints_holds_nobody_up() -> None:
    said = "nobody; knows: what (this is) " * 5000
    assert translated(said, "fr") == said


def test_amounts_are_grouped_as_the_language_does() -> None:
    assert translated("has 12,000 bytes, more than 1,500", "de") == "hat 12.000 Bytes, mehr als 1.500"
    assert "12\u202f000 octets" in translated("has 12,000 bytes, more than 1,500", "fr")


def test_nothing_is_looked_up_for_who_reads_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "translated", None)
    monkeypatch.setenv("GLOSE_LANG", "en")
    assert spoken("delete one") == "delete one"


def header(_: Path) -> list[Fault]:
    parse("---\ntitle: x\nstaus: draft\n---\n", "content/articles/x.md")
    return []


def yaml(_: Path) -> list[Fault]:
    parse("---\ntitle: a: b\n---\n", "content/articles/x.md")
    return []


def entry(_: Path) -> list[Fault]:
    reading, _term = read_file(b"---\ntype: plce\n---\n", "content/glossary/x.md", "x", "fr")
    return reading.faults


def notes(_: Path) -> list[Fault]:
    return read_notes(b"- id: a\n  kind: nope\n", "content/notes/x.yaml")[1].faults


def seed(_: Path) -> list[Fault]:
    convert(b"%PDF-1.7 x", "x.pdf")
    return []


def settings(_: Path) -> list[Fault]:
    return [Fault("pelicanconf.py", 3, *one) for one in zone({"TIMEZONE": "Europe/Pari"})]


def built(_: Path) -> list[Fault]:
    page = Page("x.html", b"<!doctype html><html><body></main></body></html>")
    return [Fault("output/x.html", None, *one) for one in tags(page)]


def target(_: Path) -> list[Fault]:
    return [Fault("publishconf.py", 1, *one) for one in targets({"live": {"to": "gh-pages", "domain": "?"}})]


def output(folder: Path) -> list[Fault]:
    (folder / "mine.txt").touch()
    refuse_foreign(folder)
    return []


def brought(_: Path) -> list[Fault]:
    front_matter("---\na: b\n", "posts/x.md")
    return []


def waiting(_: Path) -> list[Fault]:
    reason = "nobody says when this was published; write `date: YYYY-MM-DD` into the sidecar"
    return [Fault("content/articles/x.md", None, f"held: {reason}")]  # as an article's header has it


AREAS = [
    (
        header,
        "content/articles/x.md:3: clé inconnue « staus » (l’en-tête)\u00a0; écrivez « status »",
        "content/articles/x.md:3: unbekannter Schlüssel „staus“ (der Kopf); schreiben Sie „status“",
    ),
    (
        yaml,
        "content/articles/x.md:2: l’en-tête n’est pas du YAML\u00a0: un deux-points de trop\u00a0;"
        ' mettez sa valeur entre guillemets\u00a0: title: "a: b"',
        "content/articles/x.md:2: der Kopf ist kein YAML: ein Doppelpunkt zu viel;"
        ' setzen Sie den Wert in Anführungszeichen: title: "a: b"',
    ),
    (
        entry,
        "content/glossary/x.md:2: type vaut « plce »\u00a0; écrivez « place »",
        "content/glossary/x.md:2: type ist „plce“; schreiben Sie „place“",
    ),
    (
        notes,
        "content/notes/x.yaml:2: kind vaut « nope »\u00a0; connus\u00a0:"
        " context, claim, sic, variant, source, followup,"
        " translation, correction, rights",
        "content/notes/x.yaml:2: kind ist „nope“; bekannt sind context, claim, sic, variant, source, followup,"
        " translation, correction, rights",
    ),
    (
        seed,
        "x.pdf: la source est un fichier PDF, et non un texte\u00a0;"
        " enregistrez son texte en .docx, .txt ou .html et mettez celui-ci dans seeds/",
        "x.pdf: die Quelldatei ist eine PDF-Datei, kein Text;"
        " speichern Sie den Text als .docx, .txt oder .html, und legen Sie das in seeds/ ab",
    ),
    (
        settings,
        "pelicanconf.py:3: TIMEZONE\u00a0: 'Europe/Pari' n’est pas un fuseau horaire\u00a0;"
        " vouliez-vous dire 'Europe/Paris'\u00a0?",
        "pelicanconf.py:3: TIMEZONE: 'Europe/Pari' ist keine Zeitzone; meinten Sie 'Europe/Paris'?",
    ),
    (
        built,
        "output/x.html: tag: </main> ne termine rien\u00a0;"
        " corrigez le gabarit, ou voyez ce qui a écrit du HTML à la place d’un texte",
        "output/x.html: tag: </main> beendet nichts;"
        " berichtigen Sie das Template, oder sehen Sie nach, was HTML schrieb, wo Text hingehört",
    ),
    (
        target,
        "publishconf.py:1: PUBLISH['live']\u00a0: '?' n’est pas un nom d’hôte\u00a0;"
        ' écrivez-le comme "news.example"',
        "publishconf.py:1: PUBLISH['live']: '?' ist kein Name eines Hosts; schreiben Sie ihn wie \"news.example\"",
    ),
    (
        output,
        "contient des fichiers qu’aucune construction d’ici n’a écrits, et que la publication remplacerait\u00a0;"
        " indiquez un dossier vide avec --output, ou videz celui-ci",
        "enthält Dateien, die kein Bau von uns schrieb, und das Veröffentlichen würde sie ersetzen;"
        " nennen Sie mit --output einen leeren Ordner, oder leeren Sie diesen",
    ),
    (
        brought,
        "posts/x.md:1: l’en-tête ne finit jamais\u00a0; fermez-le par une ligne ---",
        "posts/x.md:1: der Kopf endet nie; schließen Sie ihn mit einer Zeile ---",
    ),
    (
        waiting,
        "content/articles/x.md: retenu\u00a0: personne ne dit quand cela fut publié\u00a0;"
        " écrivez `date: AAAA-MM-JJ` dans le sidecar",
        "content/articles/x.md: zurückgehalten: niemand sagt, wann das erschien;"
        " schreiben Sie `date: JJJJ-MM-TT` in den Sidecar",
    ),
]


def found(area: Callable[[Path], list[Fault]], folder: Path) -> list[Fault]:
    try:
        return area(folder)
    except DigestError as error:
        return list(error.faults)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area[0].__name__)
def test_a_finding_of_each_area_is_told_in_french_and_german(
    area: tuple[Callable[[Path], list[Fault]], str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = found(area[0], tmp_path)
    for lang, line in (("fr", area[1]), ("de", area[2])):
        monkeypatch.setenv("GLOSE_LANG", lang)
        assert line.replace("« ", "«\u00a0").replace(" »", "\u00a0»") in "\n".join(map(told, faults))


def test_what_programs_read_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSE_LANG", "fr")
    fault = Fault("content/articles/x.md", 3, "the key 'a' stands twice", "delete one")
    report = report_of([Told("error", "article", fault)], "content/")
    (finding,) = json.loads(formats.as_json(report))["findings"]
    assert (finding["what"], finding["todo"]) == (fault.what, fault.todo)
    assert "the key 'a' stands twice; delete one" in formats.as_sarif(report)
    assert "the key 'a' stands twice; delete one" in next(formats.as_github(report))
    lines = list(formats.as_text(report, say=say, told=told))
    assert lines[1] == "content/articles/x.md:3: la clé 'a' figure deux fois\u00a0; supprimez-en un"


def test_a_page_of_the_local_server_says_it_in_the_terminals_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults = tuple(Fault("x.md", line, "the article has no title", "mend that line") for line in range(1, 26))
    monkeypatch.setenv("GLOSE_LANG", "de")
    shown = News(wrong=faults).plain
    assert (shown["lang"], shown["title"], shown["close"]) == ("de", "25 Dinge stimmen nicht", "Schließen")
    assert shown["more"] == "und 5 weitere, im Terminal"
    assert shown["wrong"][0]["what"] == "der Artikel hat keinen Titel"
    assert shown["wrong"][0]["todo"] == "berichtigen Sie diese Zeile"
    monkeypatch.setenv("GLOSE_LANG", "en")
    shown = News(aside=faults[:1]).plain
    assert (shown["wrong"], shown["title"], shown["more"]) == ([], "One thing is wrong", "")
