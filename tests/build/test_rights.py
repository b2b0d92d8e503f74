"""What rights keep back is in no file of the built site, whatever that file is: page, feed, data, index, picture."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image

from glose.tasks.search_index import INDEX
from glose.tasks.site_build import build
from tests.features.content import HEAD, SOURCES, _file

SHOWN, REST = "Motmontré", "Motgardé"
MARKS = {
    "words": f"{REST}-du-texte",
    "standfirst": f"une phrase du {REST}-chapeau qui revient plus bas",
    "day": f"le 13 {REST}-octobre",
    "link": f"https://{REST}-lien.invalid/",
    "caption": f"{REST}-légende",
    "picture": f"{REST}-photo.png",
    "file": f"{REST}-fichier.pdf",
    "note": f"{REST}-note",
}
"""What an article says in its first two paragraphs and what it says after them, by where it says it."""
SEEDS = "https://graines.invalid/"
"""Where whole texts are published, were they ours to publish."""
TERMS = {"vu": "Cité-Vue", "garde": "Cité-Gardée"}
BODY = f"""La {SHOWN} est à Cité-Vue, mardi.

Le second paragraphe ne dit rien.

Le {MARKS["words"]} est à Cité-Gardée, mardi encore, {MARKS["day"]}. Il y a {MARKS["standfirst"]}.

[Un lien]({MARKS["link"]}), [un fichier]({{static}}/fichiers/{MARKS["file"]}) et la fin, {MARKS["note"]} entière.
"""
DAYS = [
    {"text": "mardi", "from": "2016-03-15", "until": "2016-03-15"},
    {"text": "mardi", "from": "1999-09-09", "until": "1999-09-09"},
    {"text": MARKS["day"], "from": "1999-10-13", "until": "1999-10-13"},
]


def digest(content: Path, policy: str) -> None:
    """A site whose only dispatch is shown as far as `policy` says, an editor's note on its last words among it."""
    header = {
        **HEAD,
        "title": "Un titre",
        "slug": "depeche",
        "lang": "fr",
        "date": "2016-03-15T10:00:00+01:00",
        "source": "AGEX",
        "source_url": "https://agex.invalid/depeche",
        "summary": f"Il y a {MARKS['standfirst']}.",
        "rights": {"policy": policy, "holder": "Agence d’exemple"},
        "dates_mentioned": DAYS,
        "seed": {"path": "depeche.txt", "sha256": "ab" * 32},
        "image": {"src": f"images/{MARKS['picture']}", "caption": MARKS["caption"], "credit": "Anne Exemple"},
    }
    _file(content / "articles/depeche.md", header, BODY)
    for slug, name in TERMS.items():
        entry = {
            "type": "place",
            "names": [{"text": name, "lang": "fr", "role": "pref"}],
            "senses": [{"short": {"fr": "Une ville."}}],
            "sources": SOURCES,
            "as_of": "2016-08-01",
            "status": "reviewed",
        }
        _file(content / f"glossary/{slug}.md", entry, "")
    (content / "images").mkdir()
    Image.new("RGB", (8, 8), "red").save(content / "images" / MARKS["picture"])
    (content / "fichiers").mkdir()
    (content / "fichiers" / MARKS["file"]).write_bytes(b"%PDF-1.4")
    note = {
        "id": "fin",
        "kind": "context",
        "on": f"et la fin, |{MARKS['note']}| entière",
        "body": {"fr": f"Ce que veut dire {MARKS['note']}."},
        "by": "La rédaction",
        "created": "2016-08-01",
        "as_of": "2016-08-01",
        "certainty": "high",
        "sources": SOURCES,
    }
    (content / "notes").mkdir(exist_ok=True)
    text = yaml.safe_dump([note], allow_unicode=True, sort_keys=False)
    (content / "notes/depeche.yaml").write_text(text, encoding="utf-8")


def said(output: Path) -> Iterator[tuple[str, str]]:
    """Each file's name, and what it says: unpacked where it is packed, and without the bars of JSON."""
    for file in sorted(output.rglob("*")):
        if file.is_file():
            name, data = file.relative_to(output).as_posix(), file.read_bytes()
            yield name, name
            if data[:2] == b"\x1f\x8b":
                data = gzip.decompress(data)
            for text in (data.decode("utf-8", "replace"), data.decode("utf-16-le", "replace")):
                yield name, text
                if "\\u" in text and name.endswith((".json", ".html")):
                    yield name, text.encode().decode("unicode_escape", "replace")
            if name.endswith(".png"):
                with Image.open(file) as picture:
                    yield name, str(picture.info)


def holding(output: Path, words: str) -> set[str]:
    """The files that say the words, in any case and in any of the forms in which addresses write them."""
    forms = {words, words.replace("é", "%C3%A9"), words.replace("é", "e"), words.replace("é", "\\u00e9")}
    return {name for name, text in said(output) if any(form.casefold() in text.casefold() for form in forms)}


@pytest.fixture(scope="module", params=["full", "excerpt", "link"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What is shown of its article, and the built site."""
    from tests.digest import a_project

    root = a_project(tmp_path_factory.mktemp("rights") / request.param)
    digest(root / "content", request.param)
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f'SEED_URL = "{SEEDS}"\n')
    build(root, root / "output", finish=(INDEX,))
    return request.param, root / "output"


@pytest.mark.parametrize("where", MARKS)
def test_words_stand_somewhere_or_nowhere_as_the_rights_say(site: tuple[str, Path], where: str) -> None:
    policy, output = site
    kept = policy == "link" or (policy == "excerpt" and where not in ("caption", "picture"))
    assert bool(holding(output, MARKS[where])) is not kept


def test_the_index_is_among_the_files_that_are_read(site: tuple[str, Path]) -> None:
    policy, output = site
    found = {name.partition("/")[0] for name in holding(output, SHOWN)}
    assert found == set() if policy == "link" else found >= {"2016", "feeds", "glossary", "pagefind"}


@pytest.mark.parametrize("slug", TERMS)
def test_a_term_is_explained_counted_and_listed_where_it_is_shown(site: tuple[str, Path], slug: str) -> None:
    policy, output = site
    shown = policy == "full" or (policy == "excerpt" and slug == "vu")
    page = (output / "2016/03/15/depeche/index.html").read_text(encoding="utf-8")
    rows = json.loads((output / "articles.json").read_text(encoding="utf-8"))
    assert (f"glossary/{slug}/" in page) is shown
    assert (slug in rows[0]["terms"]) is shown
    assert (
        "2016/03/15/depeche/" in (output / f"glossary/{slug}/index.html").read_text(encoding="utf-8")
    ) is shown
    assert (TERMS[slug] in (output / "feeds/all.json").read_text(encoding="utf-8")) is shown


def test_a_day_is_told_as_often_as_its_words_are_shown(site: tuple[str, Path]) -> None:
    policy, output = site
    assert bool(holding(output, "1999-09-09")) is (policy == "full")
    assert bool(holding(output, "1999-10-13")) is (policy == "full")


def test_nothing_leads_to_the_whole_text_but_its_source(site: tuple[str, Path]) -> None:
    policy, output = site
    assert bool(holding(output, f"{SEEDS}depeche.txt")) is (policy == "full")
    assert holding(output, "https://agex.invalid/depeche")
