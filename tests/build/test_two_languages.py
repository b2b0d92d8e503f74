"""An English and German site, in folders of its own: no task asks for French, says French or looks elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.build.test_tasks import invoke
from tests.conftest import ROOT

SETTINGS = """
DEFAULT_LANG = "en"
EDITIONS = ("en", "de")
EDITORS = ("The editors",)
PATH = "inhalt"
GLOSSARY_PATH = "data/terms"
OUTPUT_PATH = "public/site"
SITENAME = "Sample digest"
RIGHTS = {}
"""
ARTICLE = (
    "---\ntitle: {title}\ndate: 2016-03-15\nslug: sample\nlang: {lang}\nstatus: published\n---\n\n{body}\n"
)
TERM = """---
type: place
names:
  - {text: Sampletown, lang: en, role: pref}
  - {text: Musterstadt, lang: de, role: pref}
senses:
  - short: {en: A sample town on a river., de: Eine Musterstadt am Fluss.}
sources:
  - {title: Register, url: https://register.example/}
as_of: 2026-11-22
status: reviewed
---
"""
FRENCH = re.compile(
    r"\b(?:fr|le|la|les|des|une|du|est|dans|pour|première|rédaction|français|accueil|glossaire|dépêche)\b|fr:",
    re.I,
)


@pytest.fixture
def english(project: Path) -> Path:
    file = project / "pelicanconf.py"
    file.write_text(file.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    (project / "content").rename(project / "elsewhere")
    for folder in ("articles", "data/terms"):
        (project / "inhalt" / folder).mkdir(parents=True)
    for lang, title, body in (
        ("en", "A sample", "In Sampletown, Mary Sample spoke on Monday to Mary Sample."),
        ("de", "Ein Muster", "In Musterstadt sprach Anna Muster am Montag mit Anna Muster."),
    ):
        text = ARTICLE.format(title=title, lang=lang, body=body)
        (project / f"inhalt/articles/sample.{lang}.md").write_text(text, encoding="utf-8")
    (project / "inhalt/data/terms/sampletown.md").write_text(TERM, encoding="utf-8")
    return project


def quiet(project: Path, *arguments: str, code: int = 0) -> str:
    """What the task says; it ends with `code` and has no French word in it."""
    done = invoke(project, *arguments)
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert not FRENCH.search(said), said
    return said


def test_every_task_works_on_the_folders_and_languages_of_the_settings(english: Path) -> None:
    assert quiet(english, "glossary.lint") == "nothing to look at\n"
    suggested = quiet(english, "glossary.suggest")
    assert [line.split("  ")[-3] for line in suggested.splitlines()] == ["Anna Muster", "Mary Sample"]
    assert json.loads(quiet(english, "glossary.export"))
    for format in ("csv", "skos", "jsonld", "tbx"):
        assert "Musterstadt" in quiet(english, "glossary.export", "--format", format)
    assert "inhalt/articles/sample.de.md" in quiet(english, "glossary.where", "--term", "sampletown")
    assert "public/site" in quiet(english, "build", "--no-search")
    assert not (english / "output").exists()
    page = (english / "public/site/de/2016/03/15/sample/index.html").read_text(encoding="utf-8")
    assert "Eine Musterstadt am Fluss." in page
    assert (english / "public/site/de/glossary/sampletown/index.html").is_file()
    for file in (english / "public/site").rglob("*.html"):
        words = re.sub(
            r"<style.*?</style>|<script.*?</script>|<[^>]*>",
            " ",
            file.read_text(encoding="utf-8"),
            flags=re.S,
        )
        assert not FRENCH.search(words), file
    checked = quiet(english, "check")
    assert "nothing wrong in inhalt/ and site" in checked
    assert "EDITIONS" not in checked, "the theme speaks German"
    quiet(english, "clean")
    assert not (english / "public/site").exists()


def test_a_new_entry_asks_for_the_sites_languages_and_stops_nothing(english: Path) -> None:
    said = quiet(
        english,
        "glossary.new",
        "Otherville",
        "--type",
        "place",
        "--alias",
        "de:Anderstadt",
        "--alias",
        "O-ville",
    )
    assert said.startswith("inhalt/data/terms/otherville.md\n")
    text = (english / "inhalt/data/terms/otherville.md").read_text(encoding="utf-8")
    assert not FRENCH.search(text)
    assert '{text: "Anderstadt", lang: de, role: pref}' in text
    linted = quiet(english, "glossary.lint")
    assert "otherville.md: draft: is not finished and left out; write what is missing on lines" in linted
    assert linted.endswith("1 draft\n")
    quiet(english, "build", "--no-search")
    quiet(english, "check")


def test_a_new_entry_is_refused_where_another_has_its_name(english: Path) -> None:
    said = quiet(english, "glossary.new", "Musterstadt", "--type", "place", code=2)
    assert '"Musterstadt" is a name of sampletown; edit inhalt/data/terms/sampletown.md:5' in said
    said = quiet(english, "glossary.new", "Other", "--alias", "SAMPLETOWN", "--type", "place", code=2)
    assert '"SAMPLETOWN" is a name of sampletown' in said
    quiet(english, "glossary.new", "Musterstadt", "--type", "place", "--homonym")
    quiet(english, "build", "--no-search")


def test_a_seed_goes_where_the_settings_say(english: Path) -> None:
    (english / "seeds/x.txt").write_text(
        "A title of a sample\n\nA first paragraph of the sample.\n", encoding="utf-8"
    )
    (english / "seeds/x.txt.meta.yaml").write_text("date: 2016-03-15\nlang: en\n", encoding="utf-8")
    quiet(english, "convert")
    assert (english / "inhalt/articles/a-title-of-a-sample.md").is_file()


def test_a_fault_is_named_in_the_folder_of_the_settings(english: Path) -> None:
    file = english / "inhalt/articles/sample.en.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n[[Nowhere]]\n", encoding="utf-8")
    for task in (["check"], ["build", "--no-search"]):
        assert "inhalt/articles/sample.en.md:11: [[Nowhere]] names no term" in quiet(english, *task, code=1)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('PATH = "."', "PATH: '.' is no folder of its own"),
        ("OUTPUT_PATH = 3", "OUTPUT_PATH: 3 is no folder of its own"),
        ('GLOSSARY_PATH = "../terms"', "GLOSSARY_PATH: '../terms' leads out of PATH"),
        ('DEFAULT_LANG = "de"', "EDITIONS begins with en; begin it with DEFAULT_LANG, which is de"),
        ('EDITIONS = ("en", "de", "de")', "EDITIONS names de twice"),
        ('EDITIONS = ("en", "German")', "EDITIONS: 'German' is no language tag"),
        ('OUTPUT_PATH = "inhalt/site"', "lies in inhalt/"),
    ],
)
def test_a_setting_that_every_task_needs_is_told_by_the_task(
    english: Path, settings: str, words: str
) -> None:
    with (english / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")
    assert words in quiet(english, "build", "--no-search", code=1)


def test_on_a_terminal_what_is_missing_is_asked_for() -> None:
    from glose.tasks.new_entry import Wish, asked

    answers = iter(["plce", "place", "Muster-Stadt; en:S-town", "Register", "https://register.example/"])
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return next(answers)

    wish = asked(Wish("Musterstadt", lang="de"), ask)
    assert (wish.type, wish.aliases) == ("place", ("Muster-Stadt", "en:S-town"))
    assert (wish.source, wish.url) == ("Register", "https://register.example/")
    assert [one.split(" ")[0] for one in questions] == ["type", "type", "other", "title", "its"]
    assert asked(Wish("X1", ("Y",), "org", "de", (), "T", "https://a.example/"), ask).type == "org", (
        "nothing left to ask"
    )


def test_a_language_needs_one_file_of_words_and_pieces_in_two_others_are_no_error(english: Path) -> None:
    """A German site whose articles are English and French: Pelican calls each of them the original."""
    words = (ROOT / "theme/translations/en.po").read_text(encoding="utf-8")
    (english / "theme/translations").mkdir(parents=True)
    own = words.replace('"Language: en', '"Language: de', 1)
    (english / "theme/translations/de.po").write_text(own, encoding="utf-8")
    for name in ("en", "de"):
        file = english / f"inhalt/articles/sample.{name}.md"
        if name == "de":
            file.rename(file.with_name("sample.fr.md"))
            file = file.with_name("sample.fr.md")
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("lang: de", "lang: fr"), encoding="utf-8")
    settings = english / "pelicanconf.py"
    told = 'DEFAULT_LANG = "de"\nEDITIONS = ("de", "en")\n'
    settings.write_text(settings.read_text(encoding="utf-8") + told, encoding="utf-8")
    assert invoke(english, "build", "--no-search").returncode == 0
    assert '<html lang="de"' in (english / "public/site/index.html").read_text(encoding="utf-8")
    assert (english / "public/site/fr/2016/03/15/sample/index.html").is_file()
    done = invoke(english, "check")
    assert done.returncode == 0, done.stdout
