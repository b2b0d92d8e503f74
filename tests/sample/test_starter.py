"""The glossary and the background pieces that the project comes with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from glose.digest.glossary import Glossary, Matcher, Term, load_glossary
from glose.digest.glossary.lint import LONGEST, lint

ROOT = Path(__file__).parents[2]
STARTER: Glossary = load_glossary(ROOT / "content" / "glossary")
DISPATCH = ROOT / "seeds" / "000_813067f104e2d271.txt"
DISPATCH_DAY = dt.date(2016, 3, 15)
WRITTEN = dt.date(2026, 11, 22)
READ_AGAIN = dt.date(2026, 11, 27)
"""When every entry was last held against its sources."""
PIECES = sorted((ROOT / "seeds").glob("reperes-*.txt"))
LATER = re.compile(r"2017|2018|202\d|Hayat Tahrir|Fatah al-Cham|Fateh al-Sham|renversé|toppled")
"""What nobody knew on 15 March 2016."""


def each(term: Term) -> str:
    return term.slug


terms = pytest.mark.parametrize("term", STARTER.terms, ids=each)


def paragraphs() -> str:
    """The dispatch without its title and caption, as the body of the article has it."""
    return DISPATCH.read_text(encoding="utf-8").split("\n\n", 2)[2]


def articles() -> Iterator[tuple[str, str, dt.date, str]]:
    yield "seeds/" + DISPATCH.name, "fr", DISPATCH_DAY, DISPATCH.read_text(encoding="utf-8")
    for piece in PIECES:
        lang = piece.name.split(".")[1]
        text, _, _ = piece.read_text(encoding="utf-8").partition("- Sources -")
        yield f"seeds/{piece.name}", lang, WRITTEN, text


def test_the_starter_glossary_loads_without_a_warning_and_has_the_entries_that_outside_checks_name() -> None:
    assert STARTER.warnings == ()
    assert len(STARTER) >= 16
    assert {"jabhat-al-nusra", "ceasefire-27-february-2016"} <= set(STARTER)


@terms
def test_an_entry_says_in_both_languages_what_it_is_on_which_sources_and_when(term: Term) -> None:
    assert {"fr", "en"} <= {name.lang for name in term.names if name.role == "pref"}
    assert all(set(sense.short) == {"fr", "en"} for sense in term.senses)
    assert all(len(text) <= LONGEST for sense in term.senses for text in sense.short.values())
    assert set(term.body) == {"fr", "en"}
    assert term.sources
    assert all(source.title and source.url and source.publisher for source in term.sources)
    assert (term.as_of, term.review_after) == (READ_AGAIN, dt.date(2027, 11, 27))
    assert term.changes
    assert all(set(change.what) == {"fr", "en"} for change in term.changes)


@terms
def test_what_one_person_alone_has_read_is_a_draft(term: Term) -> None:
    first = min(change.date for change in term.changes)
    assert (term.status == "draft") == (first == READ_AGAIN)


@terms
def test_every_sense_has_a_gloss_for_the_margin_in_both_languages(term: Term) -> None:
    assert all(set(sense.gloss) == {"fr", "en"} for sense in term.senses)
    assert all(set(sense.later) in (set(), {"fr", "en"}) for sense in term.senses)


@terms
def test_an_event_is_told_in_both_languages_and_rests_on_a_source_of_its_entry(term: Term) -> None:
    assert all(set(event.what) == {"fr", "en"} for event in term.events)
    assert {event.source for event in term.events} <= {source.url for source in term.sources}


def test_nothing_is_told_twice_on_the_timeline() -> None:
    told = [(event.date or event.since, event.what["fr"]) for term in STARTER.terms for event in term.events]
    assert len(told) == len(set(told)) >= 35


@terms
def test_no_entry_speaks_of_one_dispatch(term: Term) -> None:
    """It is shown on any article."""
    texts = [text for sense in term.senses for text in (*sense.short.values(), *sense.later.values())]
    said = " ".join([*texts, *term.body.values(), *term.contested.values()])
    assert not re.search(
        r"[Ll](?:a|e la) dépêche du|[Cc]ette dépêche|[Tt]he dispatch of|[Tt]his dispatch", said
    )


@pytest.mark.parametrize("slug", ["aleppo", "hmeimim", "latakia", "maarat-al-numan", "palmyra"])
def test_a_place_lies_where_two_registers_put_it(slug: str) -> None:
    at = STARTER[slug].position
    assert at is not None
    assert at.how
    assert 34 < at.lat < 37
    assert 35 < at.lon < 39
    assert at.checked == READ_AGAIN


@terms
def test_an_identifier_says_when_and_how_it_was_checked(term: Term) -> None:
    assert all(identifier.verified for identifier in term.same_as)


@terms
def test_the_sense_of_march_2016_does_not_tell_what_came_later(term: Term) -> None:
    for lang in ("fr", "en"):
        definition = term.definition(lang, DISPATCH_DAY) or ""
        assert not LATER.search(definition), definition


@terms
def test_a_hidden_form_has_a_witness(term: Term) -> None:
    assert all(name.witness for name in term.names if name.role == "hidden")


@pytest.mark.parametrize("slug", ["le-regime", "objectifs-terroristes", "jihadists", "islamist-groups"])
def test_a_usage_note_is_labelled_editorial_and_rests_on_the_dispatch(slug: str) -> None:
    term = STARTER[slug]
    assert term.type == "concept"
    assert "usage" in (term.definition("fr", DISPATCH_DAY) or "")
    assert "rédaction" in term.body["fr"]
    assert "editors" in term.body["en"]
    assert any("voaafrique.com" in source.url for source in term.sources)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2013, 7, 1), "branche syrienne d’Al-Qaïda depuis"),
        (DISPATCH_DAY, "exclu de la cessation des hostilités"),
        (dt.date(2016, 7, 28), "Front Fatah al-Cham"),
        (dt.date(2017, 1, 28), "Hayat Tahrir al-Cham"),
        (dt.date(2026, 2, 27), "retirée de sa liste de sanctions"),
    ],
)
def test_the_nusra_front_is_what_it_was_on_the_day(day: dt.date, words: str) -> None:
    assert words in (STARTER["jabhat-al-nusra"].definition("fr", day) or "")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2017, 3, 1), "commandant militaire"),
        (dt.date(2017, 10, 1), "Chef de Hayat Tahrir al-Cham depuis le 1er octobre 2017"),
        (dt.date(2025, 2, 1), "Président de transition"),
    ],
)
def test_its_leader_is_what_he_was_on_the_day(day: dt.date, words: str) -> None:
    assert words in (STARTER["al-joulani"].definition("fr", day) or "")


def test_a_namesake_of_the_president_is_somebody_else() -> None:
    matcher = Matcher(STARTER, "fr", READ_AGAIN)
    assert not matcher.find("Farouk al-Charaa, ancien vice-président")
    assert [m.term for m in matcher.find("le président al-Charaa")] == ["al-joulani"]


def test_a_later_name_is_not_looked_for_before_it_existed() -> None:
    text = "Le Front Fatah al-Cham attaque."
    assert not Matcher(STARTER, "fr", DISPATCH_DAY).find(text)
    assert [m.term for m in Matcher(STARTER, "fr", dt.date(2016, 8, 1)).find(text)] == ["jabhat-al-nusra"]


MARKED = {
    "syria": "Syrie",
    "skype": "Skype",
    "jihadists": "jihadistes",
    "jabhat-al-nusra": "Front al-Nosra",
    "al-qaida": "Al-Qaïda",
    "le-regime": "régime",
    "afp": "AFP",
    "russian-intervention-2015": "frappes russes",
    "islamist-groups": "groupes islamistes",
    "latakia-governorate": "province de Lattaquié",
    "aleppo-governorate": "province d'Alep",
    "ceasefire-27-february-2016": "cessez-le-feu entré en vigueur le 27 février",
    "latakia": "Lataquié",
    "alawites": "alaouite",
    "assad-family": "famille Assad",
    "vladimir-putin": "Vladimir Poutine",
    "announcement-14-march-2016": "désengagement du gros de son contingent militaire",
    "objectifs-terroristes": "objectifs terroristes",
}


def test_the_body_of_the_dispatch_mentions_eighteen_terms_each_in_the_right_words() -> None:
    text = paragraphs()
    first: dict[str, str] = {}
    for mention in Matcher(STARTER, "fr", DISPATCH_DAY).find(text):
        first.setdefault(mention.term, text[mention.start : mention.end])
    assert first == MARKED


def test_the_caption_adds_the_air_base_and_the_agency_of_the_picture() -> None:
    caption = DISPATCH.read_text(encoding="utf-8").split("\n\n")[1]
    found = Matcher(STARTER, "fr", DISPATCH_DAY).find(caption)
    assert [(caption[m.start : m.end], m.term) for m in found] == [
        ("Hemeimeem", "hmeimim"),
        ("Syrie", "syria"),
        ("AP", "ap"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La dynastie alaouite règne au Maroc.",
        "Le régime alimentaire des oiseaux de Ville-Exemple.",
        "Un régime de sanctions vise Damas.",
        "Les frappes russes sur Kiev, en Ukraine.",
        "Le cessez-le-feu du 3 mai tient.",
        "Des objectifs terroristes, dit un ministre de Ville-Exemple.",
        "Des groupes islamistes manifestent à Ville-Exemple.",
        "L’ap du mot, Ap. J.-C.",
        "Monsieur Assad, boulanger à Ville-Exemple.",
        "Le retrait russe de Ville-Exemple, en Ukraine.",
        "Les frappes russes sur Ville-Exemple.",
        "La cessation des hostilités au Yémen.",
        "Le cessez-le-feu à Gaza du 27 février.",
        "Le zoo de La Palmyre, en Charente-Maritime.",
        "Un État islamique, selon la Constitution de Ville-Exemple.",
        "La Division 13 de la police de Ville-Exemple.",
        "L’ASL, association sportive de Ville-Exemple.",
    ],
)
def test_what_only_looks_like_a_term_is_not_marked(text: str) -> None:
    assert not Matcher(STARTER, "fr", DISPATCH_DAY).find(text)


def test_lint_says_of_the_starter_glossary_only_which_entries_wait_for_a_second_reader() -> None:
    drafts = {term.slug for term in STARTER.terms if term.status == "draft"}
    faults = lint(STARTER, articles(), READ_AGAIN, ("fr", "en"))
    assert {fault.what.partition(":")[0] for fault in faults} == {"draft"}
    assert {Path(fault.path).stem for fault in faults} == drafts


def test_lint_would_say_when_an_entry_is_overdue() -> None:
    assert any(
        "overdue" in fault.what for fault in lint(STARTER, articles(), dt.date(2028, 1, 1), ("fr", "en"))
    )


def test_there_are_three_background_pieces_in_two_languages() -> None:
    assert len(PIECES) == 6
    assert {piece.name.split(".")[1] for piece in PIECES} == {"fr", "en"}


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_background_piece_is_signed_dated_sourced_and_of_the_length_promised(piece: Path) -> None:
    meta = yaml.safe_load(piece.with_name(f"{piece.name}.meta.yaml").read_text(encoding="utf-8"))
    lang = piece.name.split(".")[1]
    assert (meta["lang"], meta["date"]) == (lang, WRITTEN)
    assert meta["slug"] == piece.name.split(".")[0]
    assert (meta["category"], meta["authors"]) == {
        "fr": ("Repères", ["La rédaction"]),
        "en": ("Background", ["The editors"]),
    }[lang]
    text, sources = piece.read_text(encoding="utf-8").split("- Sources -")
    assert 250 <= len(text.partition("\n")[2].split()) <= 400
    assert sources.count("https://") + sources.count("http://") == sources.count("•") >= 5


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_day_in_a_background_piece_has_its_year(piece: Path) -> None:
    text = piece.read_text(encoding="utf-8").partition("\n")[2].partition("- Sources -")[0]
    months = "janvier|février|mars|avril|mai|juillet|septembre|décembre|January|February|March|April|May|July"
    days = re.findall(rf"\b\d+(?:er)? (?:{months}|September|December)\b(?! \d{{4}})(?: et| and)?", text)
    assert days == []
