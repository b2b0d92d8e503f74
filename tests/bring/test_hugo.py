"""A site of Hugo is brought: headers of three forms, bundles, languages, addresses, shortcodes told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bring.desk import brought, picture, read, refused, site, told

CONFIG = 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\ntimeZone = "Europe/Berlin"\n'
POST = """---
title: "A port: opened"
date: 2016-03-15T10:00:00+01:00
tags: [harbour, sea side]
categories: [News, Ports]
author: Anne Exemple
description: What a port is.
aliases: [/old/port/]
weight: 10
---
See [the second](/posts/second/) and [again]({{< ref "second.md#part" >}}).

{{< youtube abc >}}
"""
SECOND = '+++\ntitle = "Second"\ndate = 2016-03-17T08:00:00\n[params]\nmood = "calm"\n+++\nBody.\n'


def test_what_a_post_says_is_where_ours_has_a_home_for_it(tmp_path: Path) -> None:
    _, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/port.md": POST})
    fields, _ = read(content, "articles/port.md")
    assert fields["title"] == "A port: opened"
    assert fields["date"].isoformat() == "2016-03-15T10:00:00+01:00"
    assert (fields["category"], fields["tags"]) == ("News", ["harbour", "sea side", "Ports"])
    assert (fields["summary"], fields["authors"]) == ("What a port is.", ["Anne Exemple"])
    assert fields["aliases"] == ["/posts/port/", "/old/port/"]


def test_what_has_no_home_is_kept_and_told_with_its_line(tmp_path: Path) -> None:
    done, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/port.md": POST})
    assert read(content, "articles/port.md")[0]["brought"]["kept"]["weight"] == "10"
    assert told(done)["`weight` has no home here and stands under `brought: kept:`"] == [
        "hugo/content/posts/port.md:9"
    ]
    assert not [what for what in told(done) if "`title`" in what]


def test_links_by_address_and_by_ref_lead_to_the_file_here(tmp_path: Path) -> None:
    files = {"hugo.toml": CONFIG, "content/posts/port.md": POST, "content/posts/second.md": SECOND}
    _, content = site("hugo", tmp_path, files)
    text = read(content, "articles/port.md")[1]
    assert "[the second]({filename}/articles/second.md)" in text
    assert "[again]({filename}/articles/second.md#part)" in text


def test_a_link_to_a_draft_is_none_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    draft = SECOND.replace('title = "Second"', 'title = "Second"\ndraft = true')
    files = {"hugo.toml": CONFIG, "content/posts/port.md": POST, "content/posts/second.md": draft}
    done, content = site("hugo", tmp_path, files)
    assert "{filename}" not in read(content, "articles/port.md")[1]
    assert "a link names a post that is not published here: it stands as text" in told(done)


def test_a_shortcode_stands_as_text_and_is_told(tmp_path: Path) -> None:
    done, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/port.md": POST})
    assert "{{< youtube abc >}}" in read(content, "articles/port.md")[1]
    what = "`youtube`, which its program would have run, stands as text"
    assert told(done)[what] == ["hugo/content/posts/port.md:13"]


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: Same\ndate: 2016-03-15\ntags:\n- a\n---\n",
        '+++\ntitle = "Same"\ndate = 2016-03-15\ntags = ["a"]\n+++\n',
        '{"title": "Same", "date": "2016-03-15", "tags": ["a"]}\n',
    ],
    ids=["yaml", "toml", "json"],
)
def test_a_header_says_the_same_in_each_form(tmp_path: Path, header: str) -> None:
    done, content = site(
        "hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/same.md": header + "\nText.\n"}
    )
    fields, text = read(content, "articles/same.md")
    assert (fields["title"], fields["date"].date().isoformat(), fields["tags"], text) == (
        "Same",
        "2016-03-15",
        ["a"],
        "Text.",
    )
    assert fields["date_precision"] == "day"
    assert not done.refused


def test_a_time_without_a_zone_is_read_in_the_sites_own_and_told(tmp_path: Path) -> None:
    done, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/second.md": SECOND})
    assert read(content, "articles/second.md")[0]["date"].isoformat() == "2016-03-17T08:00:00+01:00"
    what = "`date` has a time without a zone: read as Europe/Berlin (timeZone of Hugo)"
    assert told(done)[what] == ["hugo/content/posts/second.md:3"]


def test_without_a_zone_of_its_own_it_is_the_one_of_this_digest(tmp_path: Path) -> None:
    done, _ = site("hugo", tmp_path, {"content/posts/second.md": SECOND})
    assert "`date` has a time without a zone: read as Europe/Paris (TIMEZONE of this digest)" in told(done)


@pytest.mark.parametrize("date", ["", "date: soon\n", "date: 03/04/2016\n"])
def test_a_post_whose_date_nobody_knows_is_held(tmp_path: Path, date: str) -> None:
    files = {"content/posts/x.md": f"---\ntitle: Sans date\n{date}---\nText.\n"}
    _, content = site("hugo", tmp_path, files)
    fields, _ = read(content, "articles/x.md")
    assert (fields["status"], fields["date_source"]) == ("draft", "unresolved")
    assert "date" not in fields
    assert fields["held"] == ["nobody knows its date: write `date:` and set `status: published`"]


def test_a_page_without_a_date_is_a_page(tmp_path: Path) -> None:
    done, content = site(
        "hugo", tmp_path, {"hugo.toml": CONFIG, "content/about.md": "---\ntitle: About\n---\nWe.\n"}
    )
    assert [file for file, *_ in done.files] == ["pages/about.md"]
    assert read(content, "pages/about.md")[0]["status"] == "published"


def test_pictures_of_a_bundle_are_copied_without_what_they_tell_of_their_camera(tmp_path: Path) -> None:
    files = {
        "hugo.toml": CONFIG,
        "content/posts/trip/index.md": "---\ntitle: Trip\ndate: 2016-03-15\n---\n![The sea](sea.png)\n",
        "content/posts/trip/sea.png": picture(),
        "content/posts/trip/notes.md": "A resource, no page.\n",
    }
    done, content = site("hugo", tmp_path, files)
    text = read(content, "articles/trip.md")[1]
    (copied,) = (content / "images").rglob("*.png")
    assert f"![The sea]({{static}}/{copied.relative_to(content).as_posix()})" in text
    assert b"Camera" not in copied.read_bytes()
    assert (done.pictures, len(done.files)) == (1, 1)


def test_a_picture_that_did_not_come_along_becomes_a_link_and_is_told(tmp_path: Path) -> None:
    body = "![Far away](https://elsewhere.example/x.png)\n"
    files = {"content/posts/x.md": f"---\ntitle: X\ndate: 2016-03-15\n---\n{body}"}
    done, content = site("hugo", tmp_path, files)
    assert read(content, "articles/x.md")[1] == "[Far away](https://elsewhere.example/x.png)"
    assert told(done)["a picture did not come along: a link stands in its place"] == [
        "hugo/content/posts/x.md:5"
    ]


def test_a_figure_is_one_of_ours_unless_the_site_has_made_its_own(tmp_path: Path) -> None:
    figure = '{{< figure src="/sea.png" alt="The sea" caption="At dawn" attr="A. Exemple" >}}'
    files = {
        "content/posts/x.md": f"---\ntitle: X\ndate: 2016-03-15\n---\n{figure}\n",
        "static/sea.png": picture(),
    }
    _, content = site("hugo", tmp_path, files)
    rows = read(content, "articles/x.md")[1].split("\n")
    assert rows[0].startswith("![The sea]({static}/images/")
    assert rows[1:] == ["At dawn", "*A. Exemple*"]
    own = tmp_path / "own"
    own.mkdir()
    _, content = site("hugo", own, files | {"layouts/shortcodes/figure.html": "<b>"})
    assert read(content, "articles/x.md")[1] == figure


def test_a_post_in_two_languages_has_one_slug_and_two_files(tmp_path: Path) -> None:
    config = CONFIG + "[languages.en]\n[languages.de]\n"
    post = "---\ntitle: {}\ndate: 2016-03-15\n---\nText.\n"
    files = {
        "hugo.toml": config,
        "content/posts/x.md": post.format("One"),
        "content/posts/x.de.md": post.format("Eins"),
    }
    done, content = site("hugo", tmp_path, files)
    headers = [read(content, file)[0] for file, *_ in sorted(done.files)]
    assert {(one["slug"], one["lang"], one["title"]) for one in headers} == {
        ("x", "en", "One"),
        ("x", "de", "Eins"),
    }
    assert {alias for one in headers for alias in one["aliases"]} == {"/posts/x/", "/de/posts/x/"}


@pytest.mark.parametrize(
    ("config", "address"),
    [
        ("", "/posts/x/"),
        ("uglyURLs = true\n", "/posts/x.html"),
        ('[permalinks]\nposts = "/:year/:month/:title/"\n', "/2016/03/the-title/"),
        ('[permalinks.page]\nposts = "/a/:slug/"\n', "/a/the-title/"),
    ],
)
def test_the_old_address_is_as_the_settings_make_it(tmp_path: Path, config: str, address: str) -> None:
    post = "---\ntitle: The title\ndate: 2016-03-15\n---\nText.\n"
    _, content = site("hugo", tmp_path, {"hugo.toml": CONFIG + config, "content/posts/x.md": post})
    assert read(content, "articles/x.md")[0]["aliases"] == [address]


def test_an_address_that_nobody_can_tell_is_told(tmp_path: Path) -> None:
    config = CONFIG + '[permalinks]\nposts = "/:mystery/"\n'
    post = "---\ntitle: T\ndate: 2016-03-15\n---\nText.\n"
    done, content = site("hugo", tmp_path, {"hugo.toml": config, "content/posts/x.md": post})
    assert "aliases" not in read(content, "articles/x.md")[0]
    assert "its old address is not known, and nothing leads from it" in told(done)


def test_an_address_that_the_site_needs_itself_leads_nowhere_and_is_told(tmp_path: Path) -> None:
    post = "---\ntitle: T\ndate: 2016-03-15\naliases: [/search/, /fine/]\n---\nText.\n"
    done, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/x.md": post})
    assert read(content, "articles/x.md")[0]["aliases"] == ["/posts/x/", "/fine/"]
    assert "its old address is one that the site needs for itself, so that nothing leads from it" in told(
        done
    )


def test_a_second_import_brings_what_is_new_and_touches_nothing(tmp_path: Path) -> None:
    files = {"hugo.toml": CONFIG, "content/posts/port.md": POST}
    _, content = site("hugo", tmp_path, files)
    file = content / "articles/port.md"
    file.write_text(file.read_text() + "\nAdded by hand.\n")
    before = file.read_bytes()
    done, _ = site("hugo", tmp_path, files | {"content/posts/second.md": SECOND})
    assert ([name for name, *_ in done.files], done.there) == (["articles/second.md"], 1)
    assert file.read_bytes() == before


def test_an_article_of_the_same_slug_that_is_here_stays_what_it_is(tmp_path: Path) -> None:
    own = "---\ntitle: Ours\nslug: port\nlang: en\ndate: 2016-03-15\nstatus: published\n---\n"
    file = tmp_path / "content/articles/port.md"
    file.parent.mkdir(parents=True)
    file.write_text(own)
    done, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/port.md": POST})
    assert file.read_text() == own
    assert [name for name, *_ in done.files] == ["articles/port-2.md"]
    assert read(content, "articles/port-2.md")[0]["slug"] == "port-2"


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    files = {"hugo.toml": CONFIG, "content/posts/port.md": POST, "content/posts/second.md": SECOND}
    dry, content = site("hugo", tmp_path, files, dry=True)
    assert not content.exists()
    done = brought("hugo", tmp_path / "hugo", content)
    assert (dry.files, dry.notes) == (done.files, done.notes)


def test_a_broken_header_is_refused_with_its_line_and_the_others_come(tmp_path: Path) -> None:
    files = {
        "content/posts/bad.md": "---\ntitle: Syria: a truce\n---\nx\n",
        "content/posts/good.md": "---\ntitle: Good\ndate: 2016-03-15\n---\nx\n",
    }
    done, _ = site("hugo", tmp_path, files)
    assert [file for file, *_ in done.files] == ["articles/good.md"]
    assert refused(done)[0].startswith("hugo/content/posts/bad.md:2: the header is not YAML")


def test_a_post_that_has_expired_is_held(tmp_path: Path) -> None:
    post = "---\ntitle: T\ndate: 2016-03-15\nexpiryDate: {}-01-01\n---\nText.\n"
    files = {"content/posts/over.md": post.format(2020), "content/posts/not.md": post.format(2099)}
    _, content = site("hugo", tmp_path, files)
    assert read(content, "articles/over.md")[0]["held"]
    assert read(content, "articles/not.md")[0]["status"] == "published"


def test_a_post_ahead_waits_for_its_hour(tmp_path: Path) -> None:
    post = "---\ntitle: T\ndate: 2016-03-15\npublishDate: 2099-01-01T10:00:00Z\n---\nText.\n"
    _, content = site("hugo", tmp_path, {"content/posts/x.md": post})
    fields, _ = read(content, "articles/x.md")
    assert fields["embargo_until"].isoformat() == "2099-01-01T10:00:00+00:00"


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "0000-00-00"])
def test_a_date_that_stands_for_none_is_none(tmp_path: Path, date: str) -> None:
    _, content = site("hugo", tmp_path, {"content/posts/x.md": f"---\ntitle: T\ndate: {date}\n---\nx\n"})
    assert "date" not in read(content, "articles/x.md")[0]


def test_a_file_with_two_spaces_in_its_name_is_known_again(tmp_path: Path) -> None:
    files = {"content/posts/a  b.md": "---\ntitle: T\ndate: 2016-03-15\n---\nx\n"}
    _, content = site("hugo", tmp_path, files)
    assert brought("hugo", tmp_path / "hugo", content).there == 1
