"""Every rule over a built site speaks where something is wrong, and is silent where nothing is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.digest import batch
from plugins.digest.build.load import source_faults
from plugins.digest.build.sources import Sources
from plugins.digest.check.site import site_faults
from plugins.digest.check.texts import article_texts

ROOT = Path(__file__).parents[2]
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Essai</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">{head}</head>
<body><h1 id="top">Essai</h1>{body}</body></html>"""


def site(folder: Path, body: str = "", head: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(PAGE.format(body=body, head=head), encoding="utf-8")
    (folder / "autre").mkdir(exist_ok=True)
    (folder / "autre" / "index.html").write_text(PAGE.format(body="", head=""), encoding="utf-8")
    return folder


WRONG = [
    ('<p id="a">1</p><p id="a">2</p>', "id"),
    ('<a aria-details="term-x" href="#top">x</a>', "pointer"),
    ('<p aria-labelledby="top absent">x</p>', "pointer"),
    ('<img src="x.png" onerror="alert(1)">', "active"),
    ('<a href=" javascript:alert(1)">x</a>', "active"),
    ('<a href="data:text/html,x">x</a>', "active"),
    ('<p style="color:red">x</p>', "active"),
    ('<iframe src="/autre/"></iframe>', "active"),
    ("<h1>Encore</h1>", "policy"),
    ('<img src="https://ailleurs.test/x.png" alt="">', "third party"),
    ('<script type="application/ld+json">{"a": }</script>', "structured data"),
    ('<a href="/absent/">x</a>', "link"),
    ('<a href="autre/#absent">x</a>', "link"),
    ('<a href="#absent">x</a>', "link"),
]
RIGHT = [
    '<p id="a">1</p><p id="b">2</p>',
    '<a aria-details="term-x" href="#top">x</a><p id="term-x">x</p>',
    '<a href="https://ailleurs.test/javascript:">x</a>',
    '<script type="application/ld+json">{"a": 1}</script>',
    '<a href="/autre/">x</a> <a href="autre/#top">x</a> <a href="autre/#:~:text=x">x</a> <a href="#top">x</a>',
    '<a href="mailto:a@b.test">x</a>',
    '<img src="data:image/png;base64,AA==" alt="">',
]


@pytest.mark.parametrize(("body", "rule"), WRONG)
def test_a_rule_names_what_is_wrong_and_where(tmp_path: Path, body: str, rule: str) -> None:
    faults = [f for f in site_faults(site(tmp_path, body)) if f.what.startswith(f"{rule}:")]
    assert faults
    assert all(fault.path == "index.html" and fault.todo for fault in faults)


@pytest.mark.parametrize("body", RIGHT)
def test_nothing_is_said_of_a_page_that_is_right(tmp_path: Path, body: str) -> None:
    assert site_faults(site(tmp_path, body)) == []


def test_a_page_without_a_policy_or_a_language_is_named(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "index.html").write_text("<html><body><h1>x</h1></body></html>")
    assert [f.what for f in site_faults(tmp_path)] == [
        "policy: no Content-Security-Policy",
        "policy: no lang on <html>",
    ]


def test_an_article_page_over_its_budget_is_named_and_another_page_is_not(tmp_path: Path) -> None:
    heavy = "<p>" + " ".join(str(n * n * 7919) for n in range(9000)) + "</p>"
    assert site_faults(site(tmp_path, heavy)) == []
    faults = site_faults(site(tmp_path, heavy, '<meta property="og:type" content="article">'))
    assert [f.what.split(":")[0] for f in faults] == ["weight"]


def test_this_projects_own_site_has_no_fault(built_site: Path) -> None:
    assert site_faults(built_site) == []


HEADER = (
    "---\ntitle: Essai\nslug: essai\nlang: fr\nstatus: published\ndate: 2016-03-15T00:00:00+01:00\n---\n\n"
)


def content(root: Path, text: str) -> Path:
    (root / "content" / "articles").mkdir(parents=True)
    (root / "content" / "glossary").mkdir()
    (root / "content" / "articles" / "essai.md").write_bytes(text.encode("utf-8", "surrogateescape"))
    return root / "content"


SETTINGS = {"SITENAME": "Exemple", "DEFAULT_LANG": "fr", "EDITIONS": ("fr",), "TIMEZONE": "Europe/Paris"}


def said(root: Path) -> list[str]:
    folder = root / "content"
    return [str(one) for one in source_faults(Sources(root, folder, folder / "glossary", SETTINGS))]


def test_sources_that_are_right_have_no_fault(tmp_path: Path) -> None:
    content(tmp_path, HEADER + "Un essai.")
    assert said(tmp_path) == []


def test_a_file_that_is_not_utf8_is_named_with_its_byte(tmp_path: Path) -> None:
    content(tmp_path, HEADER + "Tr\udceave")
    assert said(tmp_path) == ["content/articles/essai.md: is not UTF-8 (byte 95); save it as UTF-8"]


def test_a_link_to_a_file_elsewhere_is_no_article(tmp_path: Path) -> None:
    folder = content(tmp_path, HEADER + "Un essai.")
    (tmp_path / "secret.md").write_text(HEADER)
    (folder / "articles" / "lien.md").symlink_to(tmp_path / "secret.md")
    assert said(tmp_path) == ["content/articles/lien.md: is not a regular file; put the text itself here"]


def test_an_articles_text_is_what_its_page_shows_a_block_a_line(tmp_path: Path) -> None:
    folder = content(tmp_path, HEADER + "Un *essai* &amp; deux.\n\n- un\n- deux\n")
    ((path, lang, day, text),) = article_texts(folder, tmp_path)
    assert (path, lang, str(day)) == ("content/articles/essai.md", "fr", "2016-03-15")
    assert [line for line in text.splitlines() if line.strip()] == ["Essai", "Un essai & deux.", "un", "deux"]


def test_the_committed_articles_are_what_their_seeds_give() -> None:
    report = batch.run(ROOT / "seeds", ROOT / "content", check=True, now=datetime(2026, 11, 22, tzinfo=UTC))
    assert [outcome.seed for outcome in report.outcomes("stale", "failed", "conflict", "orphan")] == []


def test_links_of_a_site_below_a_path_are_followed_below_that_path(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://news.test/sub/">'
    good = '<a href="https://news.test/sub/autre/#top">x</a> <a href="https://news.test/">the host’s own page</a>'
    good += '<img src="https://news.test/sub/autre/index.html" alt="">'
    assert site_faults(site(tmp_path, good, head)) == []
    bad = '<a href="https://news.test/sub/absent/">x</a> <a href="https://news.test/sub/autre/#absent">x</a>'
    assert len(site_faults(site(tmp_path, bad, head))) == 2
