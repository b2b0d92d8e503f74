"""The header of an article: a closed list of keys, types by key, and errors that say where and what to write."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.markdown import FIELDS, is_untouched, parse, to_markdown
from glose.digest.model.article import Article, Block, SeedRef
from glose.digest.model.errors import FrontMatterError
from glose.digest.schema.article import HEADER
from glose.digest.schema.record import documented
from glose.digest.schema.yaml_file import dump, load, split

HEAD = "title: Un titre\nslug: un-titre\nlang: fr\nstatus: draft\n"


def fields(more: str, head: str = HEAD) -> dict[str, object]:
    return parse(f"---\n{head}{more}---\n\nUn texte.\n", "content/articles/x.md")[0]


def fault(more: str, head: str = HEAD) -> str:
    with pytest.raises(FrontMatterError) as caught:
        fields(more, head)
    return str(caught.value)


def test_a_sound_header_gives_typed_fields_and_the_body() -> None:
    got, body = parse(
        f"---\n{HEAD}date: 2016-03-15T00:00:00+01:00\ntags: [a, 'b: c']\nimage:\n  archive: true\n---\n\nUn texte.\n",
        "x.md",
    )
    assert got["date"] == datetime(2016, 3, 15, tzinfo=timezone(timedelta(hours=1)))
    assert got["tags"] == ["a", "b: c"]
    assert got["image"] == {"archive": True}
    assert body == "Un texte."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1986", "1986"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("0755", "0755"),
        ("2016-03-15", "2016-03-15"),
        ("'null'", "null"),
        ("true", "true"),
        ('"a: b"', "a: b"),
        ("|\n  deux\n  lignes", "deux lignes"),
        (">-\n  deux\n  lignes", "deux lignes"),
    ],
)
def test_a_text_is_read_as_it_is_written(written: str, read: str) -> None:
    assert fields(f"summary: {written}\n")["summary"] == read


def test_norwegian_is_a_language() -> None:
    assert fields("", HEAD.replace("lang: fr", "lang: no"))["lang"] == "no"


@pytest.mark.parametrize("empty", ["", "~", "null", "[]", "''"])
def test_an_empty_value_is_an_absent_one(empty: str) -> None:
    assert (
        "tags" not in fields(f"tags: {empty}\n")
        if empty != "''"
        else "summary" not in fields("summary: ''\n")
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("titel: x\n", 'x.md:6: unknown key "titel" in the header; write "title"'),
        ("zzz: x\n", "none of those there are is like it"),
        ("is_valid: x\n", 'unknown key "is_valid"'),
        ("_content: x\n", 'unknown key "_content"'),
        ("save_as: x\n", 'unknown key "save_as"'),
        ("Title: x\n", 'write "title"'),
        ("image: {captoin: x}\n", 'write "caption"'),
        ("summary: Syrie : oui\n", 'quote its value: summary: "Syrie : oui"'),
        ("summary: *x\n", "x.md:6: "),
        ("summary: &x y\n", "an anchor or alias"),
        ("summary: !!python/object x\n", "the tag tag:yaml.org,2002:python/object"),
        ("summary: @x\n", "x.md:6: the header is not YAML"),
        ("summary: `x\n", "x.md:6: the header is not YAML"),
        ('summary: "x\n', "the header is not YAML"),
        ("\tsummary: x\n", "the header is not YAML"),
        ("title: encore\n", "x.md:6: the key 'title' stands twice; delete one"),
        ("image:\n  alt: a\n  alt: b\n", "x.md:8: the key 'alt' stands twice"),
        ("date: demain\n", 'date is "demain", not a day; write it as'),
        ("date: 2016-02-30\n", "not a day"),
        ("date: 2016-03-15 10:00\n", "without an offset"),
        ("modified: 15/03/2016\n", "not a day"),
        ("embargo_until: 2016-03-15\n", "without a time"),
        ("tags: Syrie\n", "tags is not a list"),
        ("tags: [[a]]\n", "tags is not a text"),
        ("summary: [a]\n", "summary is not a text"),
        ("image: x\n", "the image is not a mapping"),
        ("image: {archive: maybe}\n", "write true or false"),
        ("image: {src: ../x.jpg}\n", "not a path below content/"),
        ("image: {src: /etc/passwd}\n", "not a path below content/"),
        ("image: {src: 'images/{x}.jpg'}\n", "not a path below content/"),
        ("image: {src: 'http://exemple.test/x.jpg'}\n", "not a path below content/"),
        ("source_url: javascript:alert(1)\n", "is no address"),
        ("aliases: [http://exemple.test/]\n", "not an address of this site"),
        ("aliases: [//exemple.test/]\n", "not an address of this site"),
        ("aliases: [/a/../../b/]\n", "not an address of this site"),
        ("rights: {policy: tout}\n", "known are full, excerpt, link"),
        ("date_source: suplied\n", 'write "supplied"'),
        ("summary: a\u2028status: published\n", "U+2028 ends a line unseen"),
        ("summary: a\x85status: published\n", "U+0085 ends a line unseen"),
        ("summary: a\0b\n", "the header is not YAML"),
        ("- a\n", "the header is not YAML"),
        ("glossary: " + "[" * 20_000 + "\n", "nested too deep"),
        ("glossary: {force: " + "x" * 100_000 + "}\n", "characters"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_what_to_write(more: str, says: str) -> None:
    assert says in fault(more)


@pytest.mark.parametrize("key", ["title", "slug", "lang", "status"])
def test_a_required_key_must_be_there(key: str) -> None:
    head = "".join(row + "\n" for row in HEAD.splitlines() if not row.startswith(key))
    assert f"x.md:1: the key `{key}` is missing" in fault("", head)


def test_a_published_article_needs_a_date_and_a_draft_does_not() -> None:
    published = HEAD.replace("draft", "published")
    assert "the key `date` is missing" in fault("", published)
    assert fields("date: 2016-03-15\n", published)["date"] == date(2016, 3, 15)
    assert "date" not in fields("")


def test_a_page_needs_no_date() -> None:
    text = f"---\n{HEAD.replace('draft', 'published')}---\n"
    assert parse(text, "content/pages/a.md")[1] == ""


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = fault("tags: x\ndate: y\nzzz: z\n", HEAD.replace("lang: fr\n", ""))
    assert [row.split(":")[1] for row in text.splitlines()] == ["1", "5", "6", "7"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Un texte.", "the file has no header"),
        ("", "the file has no header"),
        ("---\ntitle: x\n", "the header never ends"),
        ("---\na: b\n--- \n---\nc: d\n---\n", 'unknown key "a"'),
        ("---\n---\n", "is missing"),
        ("---\n# x\n---\n", "is missing"),
    ],
)
def test_a_file_without_a_whole_header_is_an_error(text: str, says: str) -> None:
    with pytest.raises(FrontMatterError, match=says):
        parse(text, "x.md")


def test_a_header_saved_on_another_system_is_read_the_same() -> None:
    text = f"---\n{HEAD}---\n\nUn texte.\n\nUn autre.\n"
    assert parse("\ufeff" + text.replace("\n", "\r\n"), "x.md") == parse(text, "x.md")


def test_a_line_of_dashes_in_the_body_is_not_the_headers_end() -> None:
    header, body = split("---\na: b\n---\n\nUn.\n\n---\n\nDeux.\n", "x.md")
    assert (header, body) == ("a: b\n", "Un.\n\n---\n\nDeux.")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_header_is_read_or_refused_with_its_path(text: str) -> None:
    try:
        parse(f"---\n{text}\n---\n", "x.md")
    except FrontMatterError as error:
        assert all(one.path == "x.md" and one.line for one in error.faults)  # noqa: PT017  either outcome is right


def test_every_key_says_what_it_may_hold() -> None:
    assert all(field.kind for field in FIELDS.values())
    assert all(field.doc and field.kind.says for _, field in documented(HEADER))


def test_a_value_is_written_on_one_line_and_never_as_an_alias() -> None:
    day = date(2016, 3, 15)
    text = dump({"title": "mot " * 200 + ": x", "a": [{"from": day, "until": day}]})
    assert "&" not in text
    assert len(text.splitlines()) == 4
    assert load(text, "x.md")["title"].value == "mot " * 200 + ": x"


def test_a_moment_is_written_with_its_offset() -> None:
    assert dump({"date": datetime(2016, 3, 15, tzinfo=UTC)}) == "date: 2016-03-15T00:00:00+00:00\n"


# the file as a whole


def article(**known: object) -> Article:
    return Article(title="Un titre", lang="fr", body=(Block("paragraph", "Un texte."),), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Europe/Paris", "2016-07-15T00:00:00+02:00"),
        ("UTC", "2016-07-15T00:00:00+00:00"),
        ("Asia/Kolkata", "2016-07-15T00:00:00+05:30"),
    ],
)
def test_a_day_begins_in_the_sites_time_zone(zone: str, written: str) -> None:
    text = to_markdown(article(date=date(2016, 7, 15)), zone)
    assert f"date: {written}\ndate_precision: day\n" in text


def test_an_article_by_hand_has_no_mark_of_the_converter() -> None:
    assert "converter" not in to_markdown(article())
    assert not is_untouched(to_markdown(article()))


def test_one_changed_letter_shows_that_a_file_was_edited() -> None:
    text = to_markdown(article(seed=SeedRef("a.txt", "0" * 64)))
    assert is_untouched(text)
    assert not is_untouched(text.replace("Un texte", "Un Texte"))
    assert not is_untouched(text.replace("title: Un titre", "title: Un Titre"))
    assert not is_untouched(text.replace("\n", "\r\n"))
    assert not is_untouched("")


def test_an_article_without_a_title_is_not_written() -> None:
    with pytest.raises(FrontMatterError, match="has no title"):
        to_markdown(Article(title="\u200b"))
