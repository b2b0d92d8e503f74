"""A site of Pelican is brought: headers above Markdown, reStructuredText by docutils, settings that are never run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bring.desk import picture, read, refused, site, told

CONFIG = 'SITEURL = ""\nTIMEZONE = "Europe/Rome"\nDEFAULT_LANG = "en"\n'
ONE = """Title: One: a title
Date: 2016-03-15 10:30
Tags: sea, port
Authors: Anne Exemple; Bob Sample
Summary: Short
    and longer
Mood: calm

See [two]({filename}two.rst), ![Sea]({static}/images/sea.png) and [the tag]({tag}sea).
"""
TWO = """Two
###

:date: 2016-03-17 10:00
:tags: sea; port, quay
:category: Elsewhere

A text with *stress* and `one <{filename}one.md>`_.

.. image:: {static}/images/sea.png
   :alt: The sea

.. raw:: html

   <script>alert(1)</script>

Below
-----

* first
* second
"""
FILES = {
    "pelicanconf.py": CONFIG,
    "content/city/one.md": ONE,
    "content/city/two.rst": TWO,
    "content/images/sea.png": picture(),
}


def test_the_header_above_markdown_is_read_as_pelican_does(tmp_path: Path) -> None:
    done, content = site("pelican", tmp_path, FILES)
    fields, text = read(content, "articles/one-a-title.md")
    assert (fields["title"], fields["category"], fields["tags"]) == ("One: a title", "city", ["sea", "port"])
    assert (fields["authors"], fields["summary"]) == (["Anne Exemple", "Bob Sample"], "Short and longer")
    assert fields["date"].isoformat() == "2016-03-15T10:30:00+01:00"
    assert "`date` has a time without a zone: read as Europe/Rome (TIMEZONE of Pelican)" in told(done)
    assert text.startswith("See [two]({filename}/articles/two.md), ![Sea]({static}/images/one-a-title/sea-")
    assert text.endswith("[the tag]({tag}sea).")


def test_restructuredtext_is_our_markdown(tmp_path: Path) -> None:
    _, content = site("pelican", tmp_path, FILES)
    fields, text = read(content, "articles/two.md")
    assert (fields["title"], fields["category"], fields["tags"]) == (
        "Two",
        "Elsewhere",
        ["sea", "port, quay"],
    )
    assert "A text with *stress* and [one]({filename}/articles/one-a-title.md)." in text
    assert "![The sea]({static}/images/two/sea-" in text
    assert "## Below\n\n- first\n- second" in text


def test_what_docutils_may_not_do_stands_as_text_and_is_told(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("nobody reads this")
    text = TWO + f"\n.. include:: {secret}\n\n.. youtube:: abc\n"
    done, content = site("pelican", tmp_path, FILES | {"content/city/two.rst": text})
    found = read(content, "articles/two.md")[1]
    assert "nobody reads this" not in found
    assert "    .. raw:: html\n\n       <script>" in found
    assert ".. youtube:: abc" in found
    what = 'reStructuredText stands as text: Unknown directive type "youtube".'
    assert told(done)[what] == ["pelican/content/city/two.rst:25"]


def test_settings_are_read_and_never_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    config = CONFIG + f'ARTICLE_SAVE_AS = "p/{{date:%Y}}/{{slug}}/index.html"\nopen({str(ran)!r}, "w")\n'
    _, content = site("pelican", tmp_path, FILES | {"pelicanconf.py": config})
    assert read(content, "articles/two.md")[0]["aliases"] == ["/p/2016/two/"]
    assert not ran.exists()


@pytest.mark.parametrize(
    ("more", "address"),
    [("", "/one-a-title.html"), ("Slug: eins\n", "/eins.html"), ("Save_as: x/y.html\n", "/x/y.html")],
)
def test_the_old_address_is_as_pelican_makes_it(tmp_path: Path, more: str, address: str) -> None:
    done, content = site("pelican", tmp_path, FILES | {"content/city/one.md": more + ONE})
    file = next(file for file, path, *_ in done.files if path.endswith("one.md"))
    assert read(content, file)[0]["aliases"] == [address]


def test_one_slug_in_two_languages_are_versions_of_one(tmp_path: Path) -> None:
    files = {
        "pelicanconf.py": CONFIG,
        "content/a.md": "Title: One\nSlug: x\nDate: 2016-03-15\n\nText.\n",
        "content/b.md": "Title: Eins\nSlug: x\nLang: de\nDate: 2016-03-15\n\nText.\n",
    }
    done, content = site("pelican", tmp_path, files)
    headers = [read(content, file)[0] for file, *_ in done.files]
    assert [(one["slug"], one["lang"]) for one in headers] == [("x", "en"), ("x", "de")]
    assert [one["aliases"] for one in headers] == [["/x.html"], ["/x-de.html"]]


def test_statuses_go_along_and_what_is_skipped_is_told(tmp_path: Path) -> None:
    post = "Title: T {0}\nDate: 2016-03-15\nStatus: {0}\n\nText.\n"
    words = ("published", "draft", "hidden", "skip", "odd")
    files = {f"content/{word}.md": post.format(word) for word in words}
    done, _ = site("pelican", tmp_path, files | {"pelicanconf.py": CONFIG})
    found = {path.rpartition("/")[2]: status for _, path, _, status in done.files}
    assert found == {
        "published.md": "published",
        "draft.md": "draft",
        "hidden.md": "hidden",
        "odd.md": "draft",
    }
    assert told(done)["has `status: skip`, and is left out"] == ["pelican/content/skip.md"]


def test_a_format_that_is_not_read_is_refused_by_name(tmp_path: Path) -> None:
    done, _ = site("pelican", tmp_path, FILES | {"content/x.html": "<html></html>"})
    assert refused(done) == [
        "pelican/content/x.html: is of a format that is not read here (.html); make Markdown of it"
    ]
