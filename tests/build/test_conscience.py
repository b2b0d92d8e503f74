"""`check` finds first, by path and line, everything for which a build stops; and the build says the same."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glose.digest.build.load import source_faults
from glose.digest.build.sources import Sources
from glose.digest.check.site import site_faults
from glose.digest.former import Place, address_faults
from glose.digest.model.errors import DigestError
from glose.digest.render import render
from glose.tasks.site_build import build
from tests.build.test_tasks import invoke

HEADER = (
    "---\ntitle: A sample\ndate: 2016-03-15\nslug: {slug}\nlang: en\nstatus: {status}\n{more}---\n\n{body}\n"
)
TERM = """---
type: place
names: [{text: Sampletown, lang: en, role: pref}]
senses: [{short: {en: A sample town.}}]
sources: [{title: Register, url: https://register.example/}]
as_of: 2026-11-22
status: reviewed
---
"""
PAGE = "---\ntitle: Method\nslug: {slug}\nlang: en\nstatus: published\n---\n\nHow we work.\n"

Planted = tuple[str, str, str, str]
WRONG: list[Planted] = [  # header, body, line and what is said, what to do
    ("glossary: {skip: [sampletwn]}\n", "", '7: glossary names no term: "sampletwn"', "sampletown"),
    ("glossary:\n  force: {The town: nowhere}\n", "", '8: glossary names no term: "nowhere"', "sampletown"),
    ("image: {src: images/hree.png}\n", "", "7: image: src names no picture", "images/here.png"),
    ("image: {src: files/x.pdf}\n", "", "7: image: src names no picture", "put the picture there"),
    ("corrections: [{what: A name.}]\n", "", '7: a correction has no "date"', "add it"),
    ("corrections: [{date: 2016-03-16}]\n", "", '7: a correction has no "what"', "add it"),
    ("dates_mentioned: [{from: 2016-03-16}]\n", "", '7: a date has no "text"', "add it"),
    ("seed: {path: x.txt}\n", "", '7: the seed has no "sha256"', "add it"),
    ("aliases: [/_redirects]\n", "", "7: another page stands at the alias /_redirects", "delete it"),
    ("aliases: [/glossary/sampletown/]\n", "", "7: another page stands at the alias /glossary/sam", "delete"),
    ("aliases: [/de/tags/x/]\n", "", "7: another page stands at the alias /de/tags/x/", "delete it"),
    ("aliases: [/2016/03/]\n", "", "7: another page stands at the alias /2016/03/", "delete it"),
    ("aliases: [/2016/03/15/other/]\n", "", "7: another page stands at the alias", "delete it"),
    ("aliases: [/DE/]\n", "", "7: another page stands at the alias /DE/", "delete it"),
    (
        "aliases: [/2016/03/15/%6fther/]\n",
        "",
        "7: another page stands at the alias /2016/03/15/%6f",
        "delete",
    ),
    ("aliases: [/.glose-manifest.json]\n", "", "7: the alias /.glose-manifest.json is no former", "write it"),
    ("aliases: [/a%E2%80%AEb/]\n", "", "7: the alias /a%E2%80%AEb/ cannot be a file's name", "as it stood"),
    ("aliases: [/a%EF%BF%BEb/]\n", "", "7: the alias /a%EF%BF%BEb/ cannot be a file's name", "as it stood"),
    (f"aliases: [{'/xx' * 400}/]\n", "", "7: the alias /xx/xx", "as it stood"),
    (
        "aliases: [/2016/03/15/other/index.html/x/]\n",
        "",
        "7: another page stands above or below",
        "delete it",
    ),
    ("aliases: [/a%0Ab/]\n", "", "7: the alias /a%0Ab/ cannot be a file's name", "as it stood"),
    ("aliases: [/%FF/]\n", "", "7: the alias /%FF/ cannot be a file's name", "as it stood"),
    (f"aliases: [/{'x' * 300}/]\n", "", "7: the alias /xxx", "as it stood"),
    ("aliases: [/%2e%2e/x/]\n", "", "7: the alias /%2e%2e/x/ is no former address", "write it like"),
    (
        "",
        "[x]({filename}/articles/absent.md)",
        "9: {filename}/articles/absent.md names nothing",
        "nothing of a like name",
    ),
    (
        "",
        "[x]({filename}/other.md)",
        "9: {filename}/other.md names nothing",
        "write {filename}/articles/other.md",
    ),
    (
        "",
        "One.\n\n[x][1]\n\n[1]: {filename}secret.md",
        "13: {filename}secret.md names nothing",
        "nothing of a like name",
    ),
    ("", "[x]({filename}oh.md)", "9: {filename}oh.md names nothing", "nothing of a like name"),
    ("", "[x]({filename}/images/here.png)", "9: {filename}/images/here.png is the wrong word", "{static}"),
    ("", "![x]({static}../images/hree.png)", "9: {static}../images/hree.png names", "images/here.png"),
    ("", "[x]({static}../../secret.txt)", "9: {static}../../secret.txt leads out", "link inside"),
    ("", "[x]({attach}x.png)", "9: {attach}x.png would copy a file", "use {static}"),
    ("", "[x](|filname|other.md)", "9: {filname} is no word for a link", 'write "filename"'),
    ("", "[x](&#123;filename}absent.md)", "9: {filename}absent.md names nothing", "nothing of a like name"),
    ("", "In [[Sampletwn]].", "9: [[Sampletwn]] names no term", "Sampletown"),
    ("", "One.\n\nIn [[sample-twn|the town]].", "11: [[sample-twn]] names no term", ""),
    ("", "[a [[Sampletown]] b](https://a.example/)", "9: [[Sampletown]] stands inside a link", "take it out"),
    ("", "".join("    " * n + "- a\n" for n in range(300)), "9: is nested too deeply", "levels out"),
]
RIGHT: list[tuple[str, str]] = [
    ("glossary: {skip: [sampletown], force: {The town: sampletown}}\n", "The town."),
    ("image: {src: images/here.png}\n", ""),
    ("corrections: [{date: 2016-03-16, what: A name.}]\ndates_mentioned: [{text: today}]\n", ""),
    ("aliases: [/old/, /2016/03/14/sample/, /caf%C3%A9%20noir/, /de/2016/03/15/sample/]\n", ""),
    ("", "[x]({filename}/articles/other.md) [x]({filename}other.md) [x]({filename}../pages/method.md)"),
    ("", "[x]({filename}/glossary/sampletown.md) [x]({filename}/de/glossary/sampletown.md) [x]({index}/)"),
    ("", "![x]({static}/images/here.png) [x]({static}../files/x.pdf)"),
    ("", "In [[Sampletown]], [[sampletown|there]], [[!Sampletown]]; \\[[no]] and `[[no]]`, `{filename}no`."),
    ("", "Text with {braces} | bars | and & signs, {filename}no-link.md and [x](https://a.example/?a={b})."),
]


def plant(project: Path, more: str = "", body: str = "", status: str = "published") -> None:
    """An English and German site with a term, two articles, a page, a picture, and what is given in the first."""
    content = project / "content"
    for folder in ("articles", "pages", "glossary", "images", "files"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    text = HEADER.format(slug="sample", status=status, more=more, body=body)
    (content / "articles/sample.md").write_text(text, encoding="utf-8")
    for slug, state in (("other", "published"), ("secret", "draft")):
        text = HEADER.format(slug=slug, status=state, more="", body="Words.")
        (content / f"articles/{slug}.md").write_text(text, encoding="utf-8")
    (content / "pages/method.md").write_text(PAGE.format(slug="method"), encoding="utf-8")
    (content / "glossary/sampletown.md").write_text(TERM, encoding="utf-8")
    (content / "images/here.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    (content / "files/x.pdf").write_bytes(b"paper")


def said(project: Path, now: datetime = datetime(2026, 1, 1, tzinfo=UTC), **changed: object) -> list[str]:
    settings = {"SITENAME": "Sample", "DEFAULT_LANG": "en", "EDITIONS": ("en", "de")} | changed
    content = project / "content"
    return [str(one) for one in source_faults(Sources(project, content, content / "glossary", settings, now))]


@pytest.mark.parametrize(("more", "body", "what", "todo"), WRONG)
def test_a_planted_fault_is_named_with_path_line_and_remedy(
    tmp_path: Path, more: str, body: str, what: str, todo: str
) -> None:
    plant(tmp_path, more, body)
    (fault,) = said(tmp_path)
    assert fault.startswith(f"content/articles/sample.md:{what}")
    assert todo in fault.partition("; ")[2]


NOTE = """- id: words
  kind: context
  on: Words
  body:
    en: >-
      Read [the other]({{filename}}/articles/{name}.md#p2)
      first.
  by: Anne Sample
  created: 2026-11-22
  sources: [{{title: Register, url: "https://register.example/"}}]
"""


CLAIM = """  claim:
    speaker: The mayor.
    result: contradicted
    found: opened the next day.
    rating: {value: 2, says: Mostly false.}
"""


def test_a_dead_link_in_a_note_is_named_by_the_line_of_its_file_and_a_draft_may_wait(tmp_path: Path) -> None:
    plant(tmp_path)
    notes = tmp_path / "content/notes"
    notes.mkdir()
    (notes / "other.yaml").write_text(NOTE.format(name="sample"), encoding="utf-8")
    assert said(tmp_path) == []
    (notes / "other.yaml").write_text(NOTE.format(name="smaple"), encoding="utf-8")
    (fault,) = said(tmp_path)
    assert fault.startswith("content/notes/other.yaml:6: {filename}/articles/smaple.md#p2 names nothing")
    assert fault.endswith("; write {filename}/articles/sample.md")
    (notes / "other.yaml").rename(notes / "secret.yaml")
    assert said(tmp_path) == []


def test_a_link_in_a_note_leads_to_the_page_from_wherever_the_note_is_shown(project: Path) -> None:
    plant(project)
    (project / "content/notes").mkdir()
    (project / "content/notes/other.yaml").write_text(NOTE.format(name="sample"), encoding="utf-8")
    settings = project / "pelicanconf.py"
    more = 'DEFAULT_LANG, EDITIONS, FEED_DOMAIN = "en", ("en", "fr"), "https://sample.invalid"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    rated = (
        NOTE.format(name="sample")
        .replace("words", "rated")
        .replace("context", "claim")
        .replace("Words", "ords")
        + CLAIM
    )
    (project / "content/notes/sample.yaml").write_text(
        rated.replace("on: ords", "on: A sample\n  in: title"), encoding="utf-8"
    )
    build(project, project / "output")
    assert not [str(one) for one in site_faults(project / "output") if "structured" in str(one)]
    page = (project / "output/2016/03/15/sample/index.html").read_text("utf-8")
    assert "ClaimReview" in page
    assert "opened the next day. Our verdict: Mostly false, 2/5." in page
    folder = project / "output/2016/03/15/other"
    assert '<a href="../../../../2016/03/15/sample/#p2">the other</a>' in (folder / "index.html").read_text(
        "utf-8"
    )
    away = "https://sample.invalid/2016/03/15/sample/#p2"
    assert f"Read [the other]({away}) first." in (folder / "annotations.jsonld").read_text("utf-8")
    assert f'&lt;a href="{away}"&gt;the other&lt;/a&gt;' in (project / "output/feeds/all.atom.xml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(("more", "body"), RIGHT)
def test_nothing_is_said_of_what_is_right(tmp_path: Path, more: str, body: str) -> None:
    plant(tmp_path, more, body)
    assert said(tmp_path) == []


def test_what_is_right_for_check_is_built_and_every_link_leads_somewhere(project: Path) -> None:
    more = "".join(more for more, _ in RIGHT)
    plant(project, more, "\n\n".join(body for _, body in RIGHT))
    settings(project)
    done = invoke(project, "build", "--no-search")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "/caf%C3%A9%20noir/ /2016/03/15/sample/ 301" in (project / "output/_redirects").read_text()
    done = invoke(project, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_and_build_say_the_same_of_every_fault_and_nothing_is_published(project: Path) -> None:
    plant(project, "".join(dict.fromkeys(more for more, *_ in WRONG if not more.startswith("aliases"))))
    plant(
        project,
        "glossary: {skip: [sampletwn]}\nimage: {src: images/absent.png}\naliases: [/_redirects]\n",
        "[x]({filename}absent.md)\n\n[[Sampletwn]]",
    )
    settings(project, 'GLOSSARY_POLICY = {"skip": {"nowhere"}}\n')
    (project / "content/pages/map.md").write_text(PAGE.format(slug="map"), encoding="utf-8")
    checked = invoke(project, "check")
    built = invoke(project, "build", "--no-search")
    assert (checked.returncode, built.returncode) == (1, 1)
    told = [line for line in checked.stdout.splitlines() if line.startswith(("content/", "pelicanconf"))]
    faults = [line for line in told if " is draft " not in line]  # which is no fault
    assert [line.partition(": ")[0] for line in faults if "EDITIONS" not in line] == [
        *(f"content/articles/sample.md:{line}" for line in (7, 8, 9, 12, 14)),
        "content/pages/map.md:3",
        "pelicanconf.py",
    ]
    assert [line for line in built.stderr.splitlines() if line] == [f for f in faults if "EDITIONS" not in f]
    assert not (project / "output").exists()


def settings(project: Path, more: str = "") -> None:
    file = project / "pelicanconf.py"
    own = '\nDEFAULT_LANG = "en"\nEDITIONS = ("en", "de")\nEDITORS = ("The editors",)\n'
    file.write_text(file.read_text(encoding="utf-8") + own + more, encoding="utf-8")


def test_a_text_that_is_too_deep_does_not_spoil_the_next() -> None:
    link = render("[x](https://a.example/)", "en")
    assert "<a " in link
    for depth in range(200, 360, 20):
        with suppress(RecursionError):
            render("".join("    " * n + "- a\n" for n in range(depth)), "en")
        assert render("[x](https://a.example/)", "en") == link


def test_what_is_not_published_is_asked_for_its_header_alone(tmp_path: Path) -> None:
    plant(tmp_path, "aliases: [/tags/]\n", "[x]({filename}absent.md) [[nowhere]]", status="draft")
    assert said(tmp_path) == []


def test_a_link_to_what_is_under_embargo_leads_nowhere_until_its_hour(tmp_path: Path) -> None:
    plant(tmp_path, "", "[x]({filename}other.md)")
    held = HEADER.format(
        slug="other", status="published", more="embargo_until: 2026-02-01T00:00:00Z\n", body=""
    )
    (tmp_path / "content/articles/other.md").write_text(held, encoding="utf-8")
    assert "{filename}other.md names nothing" in said(tmp_path)[0]
    assert said(tmp_path, now=datetime(2026, 3, 1, tzinfo=UTC)) == []


@pytest.mark.parametrize("slug", ["map", "page", "de", "pagefind", "2016"])
def test_an_editors_page_does_not_take_the_address_of_a_listing(tmp_path: Path, slug: str) -> None:
    plant(tmp_path)
    (tmp_path / "content/pages/x.md").write_text(PAGE.format(slug=slug), encoding="utf-8")
    (fault,) = said(tmp_path)
    assert fault.startswith("content/pages/x.md:3: its address is that of")


def test_an_article_and_a_page_may_have_one_slug_and_two_articles_may_not(tmp_path: Path) -> None:
    plant(tmp_path)
    (tmp_path / "content/pages/x.md").write_text(PAGE.format(slug="sample"), encoding="utf-8")
    assert said(tmp_path) == []
    text = (tmp_path / "content/articles/sample.md").read_text(encoding="utf-8")
    (tmp_path / "content/articles/twin.md").write_text(text, encoding="utf-8")
    assert (
        "content/articles/twin.md:4: has the slug and language of content/articles/sample.md"
        in said(tmp_path)[0]
    )


def test_an_entrys_long_text_may_link_to_articles_and_to_nothing_else(tmp_path: Path) -> None:
    plant(tmp_path)
    entry = tmp_path / "content/glossary/sampletown.md"
    entry.write_text(TERM + "## en\n\n[x]({filename}../articles/other.md)\n", encoding="utf-8")
    assert said(tmp_path) == []
    entry.write_text(TERM + "## en\n\n" + "".join("    " * n + "- a\n" for n in range(300)), encoding="utf-8")
    assert said(tmp_path)[0].startswith("content/glossary/sampletown.md:9: is nested too deeply")
    entry.write_text(TERM + "## en\n\n[x]({filename}../articles/absent.md)\n", encoding="utf-8")
    assert said(tmp_path)[0].startswith("content/glossary/sampletown.md:11: {filename}../articles/absent.md")


def test_a_broken_glossary_does_not_make_marks_and_wishes_false(tmp_path: Path) -> None:
    plant(tmp_path, "glossary: {skip: [sampletown]}\n", "In [[Sampletown]].")
    (tmp_path / "content/glossary/other.md").write_text("---\ntype: plce\n---\n", encoding="utf-8")
    assert {line.partition(":")[0] for line in said(tmp_path)} == {"content/glossary/other.md"}


def test_two_files_that_lead_to_one_address_are_both_named() -> None:
    places = [
        Place("a.md", "2016/03/15/a/index.html", (("/b.html", 3),)),
        Place("b.md", "2016/03/15/b/index.html", (("/b.html", 4),)),
    ]
    (fault,) = address_faults(places, ("en",))
    assert str(fault).startswith("b.md:4: another page stands at the alias /b.html: that of a.md")


def test_a_half_translated_interface_is_found_by_check(checkout: Path) -> None:
    plant(checkout)
    settings(checkout, 'EDITIONS = ("en", "fr")\n')
    file = checkout / "theme/translations/fr.po"
    text = file.read_text(encoding="utf-8")
    at = text.index('msgstr "', text.index("msgid", text.index('msgid ""') + 1)) + len('msgstr "')
    file.write_text(text[:at] + text[text.index('"', at) :], encoding="utf-8")
    for task in (["check"], ["build", "--no-search"]):
        done = invoke(checkout, *task)
        assert "strings of the interface are in English for 'fr'" in done.stdout + done.stderr
        assert "theme/translations/fr.po" in done.stdout + done.stderr


def test_settings_are_checked_too(project: Path) -> None:
    plant(project)
    settings(project, "EXCERPT_PARAGRAPHS = 0\n")
    with pytest.raises(DigestError) as caught:
        build(project, project / "output")
    done = invoke(project, "check")
    assert done.returncode == 1
    assert str(caught.value) in done.stdout


def test_a_file_of_notes_is_never_published_by_a_link_to_it(tmp_path: Path) -> None:
    plant(tmp_path, "", "[x]({static}/notes/sample.yaml)")
    (tmp_path / "content/notes").mkdir()
    (tmp_path / "content/notes/sample.yaml").write_text("- id: draft\n", encoding="utf-8")
    assert "names nothing that is published" in said(tmp_path)[0]
