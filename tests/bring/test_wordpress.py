"""An export of WordPress is brought: classic text and blocks, terms, authors, pictures of the uploads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bring.desk import brought, picture, read, refused, told, written
from tests.bring.export import COMMENT, attachment, item, wxr

CLASSIC = """A first paragraph with <em>stress</em>.

<a href="https://old.example/2016/03/16/second/">The second</a> and [gallery ids="1,2"] and [2].

[caption id="a_5"]<img src="https://old.example/wp-content/uploads/2016/03/sea-300x200.png" alt="The sea" />
At dawn.[/caption]

[embed]https://video.example/1[/embed]

<iframe src="https://video.example/2"></iframe>
"""
BLOCKS = """<!-- wp:paragraph -->
<p>Wrapped
text.</p>
<!-- /wp:paragraph -->

<!-- wp:latest-posts {"postsToShow":3} /-->

<!-- wp:heading {"level":3} -->
<h3>Below</h3>
<!-- /wp:heading -->
"""


def bring(tmp_path: Path, *items: str, uploads: bool = False):  # type: ignore[no-untyped-def]
    files = {"export.xml": wxr(*items), "uploads/2016/03/sea.png": picture()}
    root = written(tmp_path / "old", files)
    content = tmp_path / "content"
    options = {"uploads": root / "uploads"} if uploads else {}
    return brought("wordpress", root / "export.xml", content, **options), content


def test_a_classic_post_is_our_markdown(tmp_path: Path) -> None:
    second = item(2, "Second", BLOCKS, date="2016-03-16 00:30:00", gmt="2016-03-15 23:30:00")
    items = (item(1, "First", CLASSIC), second, attachment(5, "2016/03/sea.png"))
    done, content = bring(tmp_path, *items, uploads=True)
    text = read(content, "articles/first.md")[1]
    assert text.startswith(
        "A first paragraph with *stress*.\n\n[The second]({filename}/articles/second.md) and "
    )
    assert '\\[gallery ids="1,2"\\] and \\[2\\].' in text
    assert "![The sea]({static}/images/first/sea-" in text
    assert ".png)\nAt dawn.\n" in text
    assert "https://video.example/1\n" in text
    assert "[https://video.example/2](https://video.example/2)" in text
    assert "`gallery`, which its program would have run, stands as text" in told(done)
    assert not [what for what in told(done) if "`2`" in what]


def test_blocks_are_what_they_hold_and_what_wordpress_makes_itself_is_told(tmp_path: Path) -> None:
    done, content = bring(tmp_path, item(2, "Second", BLOCKS))
    text = read(content, "articles/second.md")[1]
    assert text.startswith("Wrapped text.\n\n")
    assert text.endswith("### Below")
    assert '&lt;!-- wp:latest-posts {"postsToShow":3} /-->' in text
    assert "`wp:latest-posts`, which WordPress would have made, stands as text" in told(done)


def test_the_zone_is_the_one_in_which_local_time_and_gmt_differ(tmp_path: Path) -> None:
    _, content = bring(tmp_path, item(1, "Night", "x", date="2016-03-16 00:30:00", gmt="2016-03-15 17:30:00"))
    assert read(content, "articles/night.md")[0]["date"].isoformat() == "2016-03-16T00:30:00+07:00"


def test_a_time_without_gmt_is_read_in_the_zone_of_this_digest_and_told(tmp_path: Path) -> None:
    done, content = bring(tmp_path, item(1, "Old", "x", gmt="0000-00-00 00:00:00"))
    assert read(content, "articles/old.md")[0]["date"].isoformat() == "2016-03-15T18:42:00+01:00"
    assert "`post_date` has a time without a zone: read as Europe/Paris (TIMEZONE of this digest)" in told(
        done
    )


def test_a_post_without_any_date_is_held(tmp_path: Path) -> None:
    zero = "0000-00-00 00:00:00"
    _, content = bring(tmp_path, item(1, "Never", "x", date=zero, gmt=zero))
    assert read(content, "articles/never.md")[0]["status"] == "draft"


def test_terms_authors_excerpt_and_custom_fields(tmp_path: Path) -> None:
    terms = (("category", "Ports"), ("category", "News"), ("post_tag", "sea"), ("series", "Quays"))
    done, content = bring(
        tmp_path,
        item(
            1,
            "A &amp; B",
            "x",
            name="a-b",
            terms=terms,
            meta={"mood": "calm", "_edit_last": "1"},
            excerpt="In <b>short</b>",
        ),
    )
    fields, _ = read(content, "articles/a-b.md")
    assert fields["title"] == "A & B"
    assert (fields["category"], fields["tags"]) == ("Ports", ["sea", "News"])
    assert (fields["authors"], fields["summary"]) == (["Anne Exemple"], "In short")
    assert fields["brought"]["kept"] == {
        "categories": '["Ports", "News"]', "tags": '["sea"]', "series": "Quays", "mood": "calm",
    }  # fmt: skip
    assert "`mood` has no home here and stands under `brought: kept:`" in told(done)
    assert not [what for what in told(done) if "_edit_last" in what]


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        ("publish", "published"),
        ("draft", "draft"),
        ("pending", "draft"),
        ("private", "withheld"),
        ("odd", "draft"),
    ],
)
def test_what_its_blog_does_not_show_is_not_shown_here(tmp_path: Path, status: str, ours: str) -> None:
    done, _ = bring(tmp_path, item(1, "T", "x", status=status))
    assert [one[3] for one in done.files] == [ours]


def test_a_scheduled_post_waits_for_its_hour(tmp_path: Path) -> None:
    _, content = bring(
        tmp_path,
        item(1, "Later", "x", status="future", date="2099-01-01 10:00:00", gmt="2099-01-01 09:00:00"),
    )
    assert read(content, "articles/later.md")[0]["embargo_until"].isoformat() == "2099-01-01T10:00:00+01:00"


def test_what_is_no_post_is_left_out_and_counted(tmp_path: Path) -> None:
    done, _ = bring(
        tmp_path, item(1, "T", "x", more=COMMENT * 3), item(2, "m", kind="nav_menu_item"), item(3, "r", status="trash"),
        attachment(5, "2016/03/sea.png"),
    )  # fmt: skip
    found = told(done)
    assert [file for file, *_ in done.files] == ["articles/t.md"]
    assert "3 comments: left out" in found
    assert "1 of the kind nav_menu_item: left out" in found
    assert "1 of the kind post with the status trash: left out" in found
    assert "1 attachments: name the folder of uploads with --media to bring them" in found


def test_pages_and_former_slugs_keep_their_addresses(tmp_path: Path) -> None:
    _, content = bring(
        tmp_path, item(1, "New", "x", meta={"_wp_old_slug": "old"}),
        item(2, "About", "x", kind="page", link="https://old.example/about/"),
    )  # fmt: skip
    assert read(content, "articles/new.md")[0]["aliases"] == ["/2016/03/15/old/"]
    assert "aliases" not in read(content, "pages/about.md")[0]  # it stands there again


def test_an_address_that_is_a_question_is_told(tmp_path: Path) -> None:
    done, content = bring(tmp_path, item(1, "T", "x", link="https://old.example/?p=1"))
    assert "aliases" not in read(content, "articles/t.md")[0]
    assert "its old address is a question (?p=…), from which no page can lead on" in told(done)


def test_a_featured_picture_is_the_articles(tmp_path: Path) -> None:
    items = (item(1, "T", "x", meta={"_thumbnail_id": "5"}), attachment(5, "2016/03/sea.png"))
    _, content = bring(tmp_path, *items, uploads=True)
    assert read(content, "articles/t.md")[0]["image"]["src"].startswith("images/t/sea-")
    (tmp_path / "without").mkdir()
    done, content = bring(tmp_path / "without", *items)
    fields, _ = read(content, "articles/t.md")
    assert fields["brought"]["kept"]["_image"] == "https://old.example/wp-content/uploads/2016/03/sea.png"
    assert "a picture did not come along: a link stands in its place" in told(done)


def test_characters_that_no_xml_may_hold_stop_nothing(tmp_path: Path) -> None:
    _, content = bring(tmp_path, item(1, "T", "be\x0bfore \x02 after"))
    assert read(content, "articles/t.md")[1] == "be fore after"


def test_two_posts_of_one_identifier_are_told(tmp_path: Path) -> None:
    done, _ = bring(tmp_path, item(1, "A", "x"), item(1, "B", "x"))
    assert [file for file, *_ in done.files] == ["articles/a.md"]
    assert "has the identifier of another" in refused(done)[0]
