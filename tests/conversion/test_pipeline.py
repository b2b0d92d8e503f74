"""The conversion as a whole: sidecars, several items in one seed, and what goes wrong in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from glose.digest import convert, to_markdown
from glose.digest.conversion import FAILED_ITEM
from glose.digest.markdown import parse
from glose.digest.model.article import Article, Block, Mark
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.readers import formats
from tests.conversion.drafts import SENTENCE, draft

SEED = f"Un titre\n\n{SENTENCE}".encode()


def read(seed: bytes = SEED, **meta: object) -> Article:
    (article,) = convert(seed, "dossier/essai.txt", meta)
    return article


def test_the_same_bytes_give_the_same_article() -> None:
    assert read(date="2020-01-01") == read(date="2020-01-01")


def test_an_article_knows_its_seed() -> None:
    seed = read().seed
    assert seed is not None
    assert seed.path == "dossier/essai.txt"
    assert len(seed.sha256) == 64


# sidecars


def test_the_sidecar_wins_over_what_is_found_and_loses_none_of_it() -> None:
    article = read(title="Un autre titre", summary="Un chapeau.", date="2020-01-01", lang="en")
    assert (article.title, article.standfirst, article.lang) == ("Un autre titre", "Un chapeau.", "en")
    assert [f.text for f in article.findings if f.rule == "supplied" and f.dropped] == ["Un titre"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (date(2020, 1, 1), date(2020, 1, 1)),
        ("2020-01-01", date(2020, 1, 1)),
        ("2020-01-01T10:00:00+01:00", datetime.fromisoformat("2020-01-01T10:00:00+01:00")),
        (datetime(2020, 1, 1, 10, tzinfo=UTC), datetime(2020, 1, 1, 10, tzinfo=UTC)),
    ],
)
def test_a_date_from_the_sidecar_is_supplied(given: object, kept: date) -> None:
    article = read(date=given)
    assert (article.date, article.date_source, article.status) == (kept, "supplied", "published")


def test_a_sidecar_may_hold_back_an_article() -> None:
    assert read(date="2020-01-01", status="withheld").status == "withheld"


def test_a_sidecar_cannot_publish_what_nobody_dated() -> None:
    assert read(status="published").status == "draft"


def test_every_key_of_a_sidecar_reaches_the_article() -> None:
    article = read(
        date="2020-01-01",
        date_precision="day",
        slug="un-slug",
        category="Essais",
        tags=["a", "b"],
        authors=["Anne Exemple"],
        source="AFP",
        source_url="https://exemple.test/",
        byline="Par Anne Exemple",
        dateline="Ville",
        image={
            "caption": "Une place",
            "credit": "Paul Essai",
            "archive": True,
            "src": "images/a.jpg",
            "alt": "x",
        },
        rights={"policy": "excerpt", "holder": "AFP"},
        dates_mentioned=[{"text": "hier", "from": "2019-12-31", "until": "2019-12-31"}],
        variant_of="autre",
        revision="2",
        embargo_until="2020-01-02T00:00:00+01:00",
        aliases=["/ancien/"],
        modified="2020-01-03",
        corrections=[{"date": "2020-01-04", "what": "Un nom."}],
        glossary={"skip": ["terme"]},
    )
    assert (article.slug, article.category, article.tags) == ("un-slug", "Essais", ("a", "b"))
    assert (article.authors, article.source, article.byline) == (("Anne Exemple",), "AFP", "Par Anne Exemple")
    assert (article.caption, article.credit, article.archive_photo) == ("Une place", "Paul Essai", True)
    assert (article.image.src, article.image.alt) == ("images/a.jpg", "x")
    assert article.rights is not None
    assert article.rights.policy == "excerpt"
    assert article.dates_mentioned[0].since == date(2019, 12, 31)
    assert (article.variant_of, article.revision, article.aliases) == ("autre", "2", ("/ancien/",))
    assert article.embargo_until == datetime.fromisoformat("2020-01-02T00:00:00+01:00")
    assert article.modified == date(2020, 1, 3)
    assert article.corrections[0].what == "Un nom."
    assert article.glossary == {"skip": ["terme"]}
    assert (article.source_url, article.dateline) == ("https://exemple.test/", "Ville")


# dates


def test_the_dates_that_the_text_mentions_are_resolved_against_its_own() -> None:
    article = read(f"Un titre\n\n{SENTENCE} Il l'a dit mardi.".encode(), date="2016-03-15")
    assert [(m.text, m.since) for m in article.dates_mentioned] == [("mardi", date(2016, 3, 15))]


def test_a_dateline_with_its_year_dates_the_article() -> None:
    article = read(f"Un titre\n\nVille, 21 jan 2019 (AFP) - {SENTENCE}".encode())
    assert (article.date, article.date_source, article.status) == (date(2019, 1, 21), "dateline", "published")


# readers


def several(*items: Draft | SeedError | Exception) -> SimpleNamespace:
    def read(source: Source) -> Iterator[Draft | SeedError]:
        for item in items:
            if isinstance(item, Exception) and not isinstance(item, SeedError):
                raise item
            yield item

    return SimpleNamespace(sniff=lambda source: True, read=read)


def through(monkeypatch: pytest.MonkeyPatch, *items: Draft | SeedError | Exception) -> tuple[Article, ...]:
    monkeypatch.setattr("glose.digest.conversion.pipeline.reader", lambda source: several(*items))
    return convert(SEED, "liste.xml")


def bad(what: str) -> SeedError:
    return SeedError(Fault("liste.xml", 3, what, "ask for it again"))


def test_a_seed_may_hold_several_items(monkeypatch: pytest.MonkeyPatch) -> None:
    found = through(monkeypatch, draft("Un", SENTENCE), draft("Deux", SENTENCE))
    assert [article.title for article in found] == ["Un", "Deux"]


def test_an_item_that_cannot_be_read_costs_no_other_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = through(monkeypatch, draft("Un", SENTENCE), bad("no text"), draft("Trois", SENTENCE))
    assert [article.title for article in found] == ["Un", "Trois"]
    (failed,) = [f for article in found for f in article.findings if f.rule == FAILED_ITEM]
    assert failed.text == "liste.xml:3: no text; ask for it again"
    assert failed.confidence == 0


def test_a_reader_that_breaks_half_way_keeps_what_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = through(
        monkeypatch, draft("Un", SENTENCE), RecursionError("too deep"), draft("Trois", SENTENCE)
    )
    (failed,) = [f for f in article.findings if f.rule == FAILED_ITEM]
    assert "RecursionError: too deep" in failed.text


def test_a_seed_of_which_nothing_can_be_read_is_an_error_with_every_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SeedError) as caught:
        through(monkeypatch, bad("no text"), bad("no title"))
    assert len(caught.value.faults) == 2


def test_a_seed_without_items_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SeedError, match="holds no article"):
        through(monkeypatch)


@pytest.mark.parametrize(
    "error", [ValueError("x\ny"), KeyError("k"), MemoryError(), UnicodeDecodeError("a", b"", 0, 1, "r")]
)
def test_a_parser_that_breaks_gives_one_sentence(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    with pytest.raises(SeedError) as caught:
        through(monkeypatch, error)
    assert str(caught.value).startswith("liste.xml: the seed cannot be read (")
    assert "\n" not in str(caught.value)


def test_whatever_a_reader_lets_through_is_clean_in_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = (
        Mark("link", 0, 3, "https://exemple.test/"),
        Mark("link", 4, 9, "javascript:alert(1)"),
        Mark("em", 7, 99),
    )
    block = Block("paragraph", "Une\u200b  place\u202e  ouverte", marks=marks)
    dirty = Draft(Article(title="Un\u202e titre\n", authors=("A\0b", "\u200b"), lang="fr"), (block,))
    (article,) = through(monkeypatch, dirty)
    assert (article.title, article.authors) == ("Un titre", ("Ab",))
    assert article.body[0].text == "Une place ouverte"
    assert article.body[0].marks == (Mark("link", 0, 3, "https://exemple.test/"), Mark("em", 5, 17))


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("lang", "fr_FR", "fr-FR"),
        ("lang", "EN", "en"),
        ("lang", "français", ""),
        ("source_url", "javascript:alert(1)", ""),
        ("source_url", "https://exemple.test/a", "https://exemple.test/a"),
        ("slug", "../../x", ""),
        ("variant_of", "Un titre", ""),
    ],
)
def test_what_a_markup_says_of_itself_is_checked(
    monkeypatch: pytest.MonkeyPatch, field: str, value: str, kept: str
) -> None:
    (article,) = through(monkeypatch, draft("Un titre", SENTENCE, **{field: value}))
    assert getattr(article, field) == (kept or ("fr" if field == "lang" else ""))
    assert bool(kept) != (value in [f.text for f in article.findings if f.rule == field])
    assert parse(to_markdown(article), "x.md")


def test_a_time_whose_zone_nobody_names_is_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    naive = datetime(2016, 3, 15, 17, 42)
    (article,) = through(monkeypatch, draft("Un titre", SENTENCE, date=naive))
    assert (article.date, article.date_precision, article.date_source) == (
        date(2016, 3, 15),
        "day",
        "metadata",
    )


def test_every_reader_is_a_module_with_the_two_functions() -> None:
    for name in formats.READERS:
        module = formats._module(name)
        assert callable(module.sniff)
        assert callable(module.read)
    assert formats.READERS[-1] == "raw"
