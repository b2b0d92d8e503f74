"""Entries as files: what they give, and what is said of broken ones."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

from glose.digest.glossary import Glossary, Matcher, load_glossary
from glose.digest.glossary.term import Phrase, Relations, Rules, Source
from glose.digest.model.errors import GlossaryError
from tests.golden import golden

FOLDERS = Path(__file__).parent / "folders"
ENTRY = (FOLDERS / "good" / "echo.md").read_text("utf-8")


def load(folder: Path, **files: str) -> Glossary:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return load_glossary(folder)


def messages(folder: Path, **files: str) -> list[str]:
    with pytest.raises(GlossaryError) as caught:
        load(folder, **files)
    return [str(fault).removeprefix(folder.as_posix() + "/") for fault in caught.value.faults]


def test_an_entry_is_read_in_full() -> None:
    glossary = load_glossary(FOLDERS / "good")
    delta = glossary["delta"]
    assert [(name.text, name.lang, name.role, name.dir) for name in delta.names] == [
        ("Front du Delta", "fr", "pref", "ltr"),
        ("Nouveau Delta", "fr", "alt", "ltr"),
        ("Delta Front", "en", "pref", "ltr"),
        ("جبهة الدلتا", "ar", "pref", "rtl"),
        ("no", "no", "pref", "ltr"),
    ]
    assert (delta.names[1].since, delta.names[1].until) == (dt.date(2016, 7, 28), dt.date(2017, 1, 28))
    assert delta.names[2].witness == "Agence Test"
    assert delta.names[1].line == 5
    assert delta.rules == Rules(near=("fleuve",), not_near=("mer", "océan*"), within=12, priority=2)
    assert delta.phrases == (
        Phrase(("trêve", "27 février"), (6,)),
        Phrase(("trêve", "mars"), (3,), "head", "fr"),
        Phrase(("accord", "du", "mars"), (0, 2)),
    )
    assert delta.definition("en", dt.date(2016, 7, 27)) == "Example group."
    assert delta.definition("fr-CA", dt.date(2016, 7, 28)) == "Groupe d’exemple, devenu autre chose."
    assert delta.same_as[0].verified
    assert delta.relations == Relations(part_of=("echo",), see=("echo",))
    assert delta.sources == (
        Source("Exemple : un titre", "https://example.org/a?b=c", "Agence Test", "2016-02"),
        Source("1984", "http://example.org/"),
    )
    assert (delta.as_of, delta.review_after, delta.status) == (
        dt.date(2026, 1, 2),
        dt.date(2027, 1, 2),
        "reviewed",
    )
    assert delta.contested == {"fr": "Le nom est discuté."}
    assert [change.what for change in delta.changes] == [
        {"fr": "Première rédaction."},
        {"fr": "Reprise.", "en": "Revised."},
    ]
    assert delta.body == {
        "fr": "Le long texte.\n\n```\n## en\n```\n\n### Un intertitre",
        "en": "The long text.",
    }
    assert glossary.warnings == ()


def test_an_entry_needs_no_more_than_the_required_keys() -> None:
    echo = load_glossary(FOLDERS / "good", lang="en")["echo"]
    assert echo.body == {"en": "Un texte sans titre de langue."}
    assert echo.rules == Rules()


def test_a_glossary_is_a_mapping_by_slug_in_their_order() -> None:
    glossary = load_glossary(FOLDERS / "good")
    assert list(glossary) == ["delta", "echo"] == [term.slug for term in glossary.terms]
    assert "foxtrot" not in glossary


def test_a_glossary_goes_to_another_process_without_its_index() -> None:
    glossary = load_glossary(FOLDERS / "good")
    copy = pickle.loads(pickle.dumps(glossary))  # noqa: S301 (our own bytes)
    assert "index" not in vars(copy)
    assert Matcher(copy, "fr", None).find("Écho")


def test_every_fault_of_every_file_is_reported_at_once() -> None:
    with pytest.raises(GlossaryError) as caught:
        load_glossary(FOLDERS / "broken")
    lines = [str(fault).replace((FOLDERS / "broken").as_posix() + "/", "") for fault in caught.value.faults]
    golden(FOLDERS / "broken.expected", "\n".join(lines) + "\n")


def test_a_folder_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such folder"):
        load_glossary(tmp_path / "rien")


def test_an_empty_folder_is_an_empty_glossary(tmp_path: Path) -> None:
    assert len(load_glossary(tmp_path)) == 0


def test_hidden_files_are_passed_over_and_others_are_named(tmp_path: Path) -> None:
    (tmp_path / ".x.md").write_text("x")
    (tmp_path / "_modele.md").write_text("x")
    (tmp_path / "texte.txt").write_text("x")
    (tmp_path / "sous").mkdir()
    glossary = load(tmp_path, echo=ENTRY)
    assert [Path(fault.path).name for fault in glossary.warnings] == ["sous", "texte.txt"]


def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "echo.md").write_bytes(b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode())
    assert load_glossary(tmp_path)["echo"].names[0].text == "Écho"


def test_an_identifier_that_nobody_checked_is_a_warning(tmp_path: Path) -> None:
    glossary = load(
        tmp_path, echo=ENTRY.replace("as_of", "same_as: {wikidata: Q2, geonames: {id: 3}}\nas_of")
    )
    assert [fault.what for fault in glossary.warnings] == [
        "nobody says when and how geonames 3 was checked",
        "nobody says when and how wikidata Q2 was checked",
    ]
    assert [one.id for one in glossary["echo"].same_as] == ["Q2", "3"]


def test_a_sense_without_a_language_that_others_have_is_a_warning(tmp_path: Path) -> None:
    senses = (
        "senses: [{until: 2016-01-01, short: {fr: Un., en: One.}}, {from: 2016-01-01, short: {fr: Deux.}}]"
    )
    glossary = load(tmp_path, echo=ENTRY.replace("senses: [{short: {fr: Lieu d’exemple.}}]", senses))
    assert [fault.what for fault in glossary.warnings] == ['the sense has no definition in "en"']


def two(first: str = "", second: str = "", name: str = "Écho", **changed: str) -> dict[str, str]:
    """Two entries that share a name, each with something more in its header."""
    other = ENTRY.replace("Écho", name)
    for old, new in changed.items():
        other = other.replace(old, new)
    return {
        "un": ENTRY.replace("as_of", f"{first}\nas_of"),
        "zwei": other.replace("as_of", f"{second}\nas_of"),
    }


def test_a_name_that_two_terms_claim_on_the_same_days_is_a_fault_for_the_second(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, **two())
    assert message.startswith(
        f'zwei.md:3: name "Écho" also belongs to un ({tmp_path.as_posix()}/un.md:3) on the same days; '
    )


@pytest.mark.parametrize(
    "entries",
    [
        two(second="match: {priority: 1}"),
        two(first="match: {near: [fleuve]}"),
        two(second="match: {not_near: [fleuve]}"),
        two(**{"role: pref": "role: pref, match: {near: [fleuve]}"}),
        two(name="Écko"),
        two(**{"lang: fr": "lang: en"}),
        two(**{"role: pref": "role: pref, from: 2016-01-01"})
        | {"un": ENTRY.replace("role: pref", "role: pref, until: 2016-01-01")},
    ],
    ids=[
        "priority",
        "near",
        "not_near",
        "a name's own rule",
        "another name",
        "another language",
        "other days",
    ],
)
def test_two_terms_may_share_a_name_where_a_rule_decides(tmp_path: Path, entries: dict[str, str]) -> None:
    assert len(load(tmp_path, **entries)) == 2


def test_a_relation_names_the_nearest_term_there_is(tmp_path: Path) -> None:
    entry = ENTRY.replace("as_of", "relations: {see: eco}\nas_of")
    assert messages(tmp_path, echo=entry) == ['echo.md:6: see names no term: "eco"; write "echo"']


def test_a_date_is_a_whole_day(tmp_path: Path) -> None:
    for day in ("2026-01", "20260102", "2026-01-02T10:00:00", "2 janvier 2026", "[2026-01-02]"):
        (message,) = messages(tmp_path, echo=ENTRY.replace("as_of: 2026-01-02", f"as_of: {day}"))
        assert message.startswith("echo.md:6: as_of is ")


def test_anchors_of_yaml_are_refused_as_in_articles(tmp_path: Path) -> None:
    entry = ENTRY.replace("as_of: 2026-01-02", "as_of: &jour 2026-01-02\nreview_after: *jour")
    with pytest.raises(GlossaryError, match="an anchor or alias"):
        load(tmp_path, echo=entry)


def test_a_name_may_have_rules_of_its_own_and_leaves_the_others_those_of_the_entry(tmp_path: Path) -> None:
    own = "role: pref}, {text: Éch, lang: fr, role: alt, match: {near: [mont], case: exact}}"
    glossary = load(tmp_path, echo=ENTRY.replace("role: pref}", own))
    assert [name.rules for name in glossary["echo"].names] == [None, Rules(case="exact", near=("mont",))]
    find = Matcher(glossary, "fr", None).find
    assert [found.form for found in find("L’Écho, sans rien.")] == ["Écho"]
    assert find("L’Éch, sans rien.") == ()
    assert [found.form for found in find("Au mont, l’Éch.")] == ["Éch"]


def test_a_name_of_all_languages_is_found_and_shown_in_each(tmp_path: Path) -> None:
    echo = load(tmp_path, echo=ENTRY.replace("lang: fr, role", "lang: mul, role"))["echo"]
    assert [echo.label(lang) for lang in ("fr", "de", "zh")] == ["Écho"] * 3
    assert Matcher(Glossary([echo]), "tlh", None).find("Écho")


def test_rules_of_a_name_are_read_as_strictly_as_those_of_the_entry(tmp_path: Path) -> None:
    entry = ENTRY.replace("role: pref}", "role: pref, match: {nearby: [mont]}}")
    (message,) = messages(tmp_path, echo=entry)
    assert message.startswith('echo.md:3: unknown key "nearby" in match; ')
