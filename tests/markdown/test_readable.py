"""What the converter writes, the build can read: any article, any seed with any sidecar, or one clear refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest import convert
from glose.digest.batch.convert_seed import convert_seed
from glose.digest.batch.folders import Site
from glose.digest.build.load import source_faults
from glose.digest.build.sources import Sources
from glose.digest.markdown import parse, to_markdown
from glose.digest.model.article import Article, Block, DateMention, SeedRef
from glose.digest.model.errors import FrontMatterError, SeedError
from glose.digest.model.limits import ARTICLE_BYTES, DATES_MENTIONED, HEADER_CHARACTERS
from glose.digest.render import render
from glose.digest.text.clean import NO_XML, line
from tests.markdown import odd, strategies

statuses = st.sampled_from(("published", "hidden", "retracted", "withheld", "draft"))
articles = st.builds(
    lambda article, status: replace(article, status=status, date=article.date or date(2016, 3, 15)),
    strategies.articles,
    statuses,
)
SETTINGS = {"SITENAME": "Exemple", "DEFAULT_LANG": "fr", "EDITIONS": ("fr", "en")}


def faults(text: str) -> list[str]:
    """What a build of a site of this file would stop at; it holds nothing that no page may hold."""
    with TemporaryDirectory() as folder:
        root, content = Path(folder), Path(folder, "content")
        for place in ("articles", "glossary"):
            (content / place).mkdir(parents=True)
        (content / "articles/x.md").write_bytes(text.encode())
        assert not NO_XML.search(text)
        now = datetime(2200, 1, 1, tzinfo=UTC)
        found = source_faults(Sources(root, content, content / "glossary", SETTINGS, now))
        return [str(fault) for fault in found]


@settings(max_examples=150, deadline=None)
@given(articles)
def test_any_article_is_read_without_a_fault(article: Article) -> None:
    assert faults(to_markdown(article)) == []


@settings(max_examples=250, deadline=None)
@given(odd.seeds, odd.sidecars)
def test_any_seed_gives_what_can_be_read_or_one_clear_refusal(text: str, sidecar: dict[str, object]) -> None:
    try:
        made = convert(text.encode("utf-8", "surrogatepass"), "x.txt", sidecar)
    except SeedError as error:
        assert all(fault.todo and "Error" not in fault.what for fault in error.faults)  # noqa: PT017  either is right
        return
    for article in made:
        written = to_markdown(replace(article, aliases=()))  # whether they are free, only the batch can tell
        assert faults(written) == []
        fields = parse(written, "x.md")[0]
        assert fields["title"] == line(article.title)
        assert fields.get("authors", []) == list(article.authors)
        assert fields.get("tags", []) == list(article.tags)
        parse(to_markdown(article), "x.md")


@pytest.mark.parametrize(
    "end", ["()", "[]", "( )", "().", "[[]]", "(\u200b)", "(AFP) ()", "{}", "(-)", "[…]"]
)
@pytest.mark.parametrize(
    "form", ["Un titre\n\n{}\n\n{}", "PARIS {} - {}", "<html><body><h1>T</h1><p>{}</p><p>{}</p>"]
)
def test_brackets_around_nothing_cost_no_seed(form: str, end: str) -> None:
    words = f"Le conseil d'Exempleville a voté la ligne de bus, selon l'Agence Test {end}"
    (article,) = convert(form.format(words, words).encode(), "x", {"date": "2016-03-15"})
    assert "a voté la ligne" in to_markdown(article)
    assert faults(to_markdown(article)) == []


def test_a_chronology_notes_as_many_dates_as_its_header_holds_and_says_so() -> None:
    days = "\n\n".join(
        f"Le {1 + i % 28} mars {1500 + i // 3}, le conseil a voté la ligne {i}." for i in range(900)
    )
    (article,) = convert(f"Chronologie\n\n{days}".encode(), "x.txt", {"date": "2016-03-15"})
    assert len(article.dates_mentioned) == DATES_MENTIONED
    assert [f.message for f in article.findings if f.rule == "dates_mentioned"] == [
        "the text mentions 900 dates; the first 500 are noted"
    ]
    assert faults(to_markdown(article)) == []
    (short,) = convert(f"Chronologie\n\n{days[:4000]}".encode(), "x.txt", {"date": "2016-03-15"})
    assert not [f for f in short.findings if f.rule == "dates_mentioned"]


@pytest.mark.parametrize(
    "title",
    [
        "é" * 10_000,
        "?!" * 5_000,
        "جبهة " * 2_000,
        "🎉" * 10_000,
        "a: b # " * 1_400,
        "- " * 5_000,
        "\\🎉'\"" * 99,
    ],
)
def test_a_title_of_any_letters_is_kept_whole(title: str) -> None:
    text = to_markdown(Article(title=title, date=date(2016, 3, 15)))
    assert parse(text, "x.md")[0]["title"] == line(title)
    assert "🎉" not in title or "🎉" in text.partition("\nslug:")[0], "nobody can read an escape"
    assert faults(text) == []


def test_a_header_or_a_body_that_would_not_be_read_again_is_refused_with_what_to_do() -> None:
    sound = Article(title="T", date=date(2016, 3, 15), seed=SeedRef("a.txt", "0" * 64))
    day = date(2016, 3, 1)
    chronicle = tuple(DateMention(f"le {n}", day, day, "day") for n in range(3000))
    signs, letters = Block("paragraph", "*" * (ARTICLE_BYTES // 2 + 1)), "é" * (ARTICLE_BYTES // 2)
    for article, what in (
        (replace(sound, standfirst="x" * HEADER_CHARACTERS), "most of them in summary"),
        (replace(sound, dates_mentioned=chronicle), "most of them in dates_mentioned"),
        (replace(sound, body=(signs,)), "its Markdown would have 2,000,"),
        (replace(sound, body=(Block("paragraph", letters),)), "its Markdown would have 2,000,"),
    ):
        with pytest.raises(FrontMatterError) as caught:
            to_markdown(article)
        (fault,) = caught.value.faults
        assert (fault.path, what in fault.what, bool(fault.todo)) == ("a.txt", True, True)
    assert faults(to_markdown(replace(sound, standfirst="x" * (HEADER_CHARACTERS - 1000)))) == []
    assert faults(to_markdown(replace(sound, body=(Block("paragraph", letters[1000:]),)))) == []


def test_one_item_that_is_too_large_costs_no_other() -> None:
    item = "<item><title>{}</title><description>{}</description></item>"
    items = item.format("Un pont", "Un texte.") + item.format("Un lac", "a*" * 700_000)
    feed = f"<rss version='2.0'><channel><title>Fil</title>{items}</channel></rss>"
    made = convert_seed(feed.encode(), "a.xml", {}, "", {}, Site("Europe/Paris", "fr"))
    assert [row.title for row, _ in made.articles] == ["Un pont"]
    assert "bytes, more than 2,000,000" in made.lost[0]


def test_lists_in_lists_beyond_what_can_be_read_are_levelled_out_and_keep_their_words() -> None:
    deep = tuple(Block("item", f"point {depth}", level=depth) for depth in range(120))
    text = to_markdown(Article(title="T", date=date(2016, 3, 15), body=deep))
    assert faults(text) == []
    page = render(parse(text, "x.md")[1], "fr")
    assert all(f"point {depth}" in page for depth in range(120))


def test_what_is_taken_back_without_a_date_waits_since_it_has_no_address() -> None:
    text = to_markdown(Article(title="T", status="retracted"))
    assert parse(text, "x.md")[0]["status"] == "withheld"
    dated = Article(title="T", status="retracted", date=date(2016, 3, 15))
    assert parse(to_markdown(dated), "x.md")[0]["status"] == "retracted"
