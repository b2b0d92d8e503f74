"""From a message's own words to fields: dates, status, source, and what envelope and text say twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from glose.digest.model.article import Article, Block
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.newsroom.status import is_correction
from glose.digest.readers.story import Story, draft, drafts, each
from glose.digest.rules.dateline import dateline as dateline_rule
from glose.digest.rules.ending import ending
from glose.digest.rules.separators import separators

SOURCE = Source(b"", "t.xml", {})
TEXT = (Block("paragraph", "Le banc de la place est vert, et il est là pour le test de ce message."),)
PLAIN = Story(title="Le banc", created="2016-03-15T10:00:00Z", blocks=TEXT)


def article(**words: object) -> Article:
    return draft(replace(PLAIN, **words)).article  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("", "published"),
        ("Usable", "published"),
        ("stat:usable", "published"),
        ("http://cv.iptc.org/newscodes/pubstatusg2/usable", "published"),
        ("Withheld", "withheld"),
        ("stat:withheld", "withheld"),
        ("Canceled", "retracted"),
        ("cancelled", "retracted"),
        ("killed", "retracted"),
        ("spiked", "withheld"),
        ("Embargoed", "withheld"),
        ("frobnicated", "draft"),
    ],
)
def test_a_status_word_is_honoured_and_an_unknown_one_is_never_published(word: str, status: str) -> None:
    assert article(status=word).status == status


def test_an_embargo_with_a_date_is_published_then_and_not_before() -> None:
    held = article(status="embargoed", embargo="2016-03-16T06:00:00Z")
    assert (held.status, held.embargo_until) == ("published", datetime(2016, 3, 16, 6, tzinfo=UTC))


def test_an_embargo_without_a_zone_lasts_until_its_hour_or_day_is_over_everywhere() -> None:
    assert article(embargo="2016-03-16T06:00:00").embargo_until == datetime(2016, 3, 16, 18, tzinfo=UTC)
    assert article(embargo="2016-03-16").embargo_until == datetime(2016, 3, 17, 12, tzinfo=UTC)


def test_an_embargo_that_nobody_can_read_withholds() -> None:
    assert article(embargo="jusqu'au discours").status == "withheld"


@pytest.mark.parametrize(
    "title", ["KILL: le banc", "MANDATORY KILL", "ANNULATION - Le banc", "URGENT ANNULATION/Le banc"]
)
def test_a_title_that_kills_retracts(title: str) -> None:
    assert article(title=title).status == "retracted"


@pytest.mark.parametrize(
    "title",
    ["Storm kills two", "Kill the lights", "Un vol annulé", "KILLERS win the cup", "ANNULATIONS en série"],
)
def test_a_title_about_killing_retracts_nothing(title: str) -> None:
    assert article(title=title).status == "published"


def test_a_note_to_editors_kills_in_capitals_only() -> None:
    assert article(notices=("KILL: this text",)).status == "retracted"
    assert article(notices=("adds that the match was cancelled",)).status == "published"
    assert article(labels=("sig:kill",)).status == "retracted"


@pytest.mark.parametrize(
    "note", ["CORRECTS date", "Berichtigung: Uhrzeit", "RECTIFICATIF", "(Corrects name)", "corrigé: le nom"]
)
def test_a_correction_is_dated_by_its_own_version(note: str) -> None:
    corrected = article(notices=(note,), issued="2016-03-16T08:00:00Z")
    assert [(c.date, c.what) for c in corrected.corrections] == [(date(2016, 3, 16), note)]


def test_a_note_without_a_correction_is_none() -> None:
    assert not is_correction("adds quotes; the name is correct")


def test_the_first_version_is_the_publication_and_a_later_one_the_modification() -> None:
    later = article(issued="2016-03-16T08:00:00Z")
    assert (later.date, later.modified) == (
        datetime(2016, 3, 15, 10, tzinfo=UTC),
        datetime(2016, 3, 16, 8, tzinfo=UTC),
    )
    assert article(issued="2016-03-15T10:00:01Z").modified is None


def test_a_stamp_without_a_zone_is_a_day_and_a_wrong_one_is_told() -> None:
    assert article(created="20160315T100000").date == date(2016, 3, 15)
    unread = article(created="hier")
    assert (unread.date, unread.date_source, unread.findings[0].text) == (None, "unresolved", "hier")


def test_a_machine_that_names_the_wrong_weekday_still_names_the_date() -> None:
    assert article(created="Sun, 15 Mar 2016 10:00:00 +0000").date == datetime(2016, 3, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names", "source"),
    [
        (("Agence Test", "afp.com"), "AFP"),
        (("nprov:dpa",), "dpa"),
        (("The Associated Press",), "AP"),
        (("", "reuters.com"), "Reuters"),
        (("Journal d'essai", "Autre"), "Journal d'essai"),
        ((), ""),
    ],
)
def test_the_source_is_the_first_known_agency_or_the_first_name(names: tuple[str, ...], source: str) -> None:
    assert article(sources=names).source == source


def test_authors_are_persons_and_neither_logins_nor_owners() -> None:
    assert article(
        authors=("degenhardt.x", "VRG", "Anne Exemple", "Agence Test"), holder="Agence Test"
    ).authors == ("Anne Exemple",)
    assert article(byline="Par Anne Exemple et Paul Essai").authors == ("Anne Exemple", "Paul Essai")


@pytest.mark.parametrize(
    ("declared", "lang"),
    [("FR", "fr"), ("fr-FR", "fr"), ("nb-NO", "nb"), ("", ""), ("x-none", ""), ("français", "")],
)
def test_the_language_is_a_primary_tag(declared: str, lang: str) -> None:
    assert article(lang=declared).lang == lang


def test_a_declared_language_that_the_text_contradicts_gives_way_with_a_finding() -> None:
    english = Block(
        "paragraph", "The bench of the village is green, and it has been there for all of the people."
    )
    changed = article(lang="it", blocks=(english,))
    assert changed.lang == "en"
    assert [f.rule for f in changed.findings] == ["language"]


@pytest.mark.parametrize(
    "standfirst",
    [
        "LE BANC",
        "Le banc",
        "Le banc de la place est vert, et il",
        "Le banc de la place est vert, […]",
        TEXT[0].text,
    ],
)
def test_a_standfirst_that_only_repeats_is_none(standfirst: str) -> None:
    assert article(standfirst=standfirst).standfirst == ""


def test_a_standfirst_that_says_something_stays() -> None:
    assert article(standfirst="Une visite au banc.").standfirst == "Une visite au banc."


def made(text: str, **words: object) -> Draft:
    return draft(replace(PLAIN, blocks=(Block("paragraph", text), *TEXT), **words))  # type: ignore[arg-type]


def test_a_dateline_in_both_places_is_left_to_the_rule_that_reads_it_in_the_text() -> None:
    assert made("PARIS (AFP) - Le banc est vert.", dateline="Paris").article.dateline == ""


def test_a_dateline_that_only_the_envelope_knows_is_kept() -> None:
    kept = made("Le banc est vert.", dateline="Ville-Exemple, 15 mars 2016 -")
    assert (kept.article.dateline, kept.blocks[0].text) == (
        "Ville-Exemple, 15 mars 2016",
        "Le banc est vert.",
    )


def test_a_dateline_before_a_dash_is_taken_off_and_a_subject_is_not() -> None:
    assert (
        made("Ville-Exemple - Le banc est vert.", dateline="Ville-Exemple").blocks[0].text
        == "Le banc est vert."
    )
    assert (
        made("Ville-Exemple a un banc.", dateline="Ville-Exemple").blocks[0].text
        == "Ville-Exemple a un banc."
    )


def test_the_title_above_the_text_is_taken_out_and_a_sentence_like_it_is_not() -> None:
    assert made("Le banc").blocks == TEXT
    assert made("Le banc.").blocks[0].text == "Le banc."


def test_a_thousand_lines_to_editors_are_taken_out_one_by_one() -> None:
    lines = tuple(Block("paragraph", "ATTENTION - ajoute le banc ///") for _ in range(2000))
    assert draft(replace(PLAIN, blocks=(*lines, *TEXT))).blocks == TEXT


def test_a_text_of_nothing_but_lines_to_editors_keeps_the_last() -> None:
    line = Block("paragraph", "ATTENTION - ajoute le banc ///")
    assert draft(replace(PLAIN, blocks=(line,))).blocks == (line,)


def test_lines_to_editors_separators_and_embed_codes_are_no_text() -> None:
    blocks = [
        Block("paragraph", text) for text in ("ATTENTION - ajoute le banc ///", "* * *", "<div id='x'></div>")
    ]
    assert separators(draft(replace(PLAIN, blocks=(*blocks, *TEXT)))).blocks == TEXT


@pytest.mark.parametrize(
    "last", ["(TST\\/sj)", "(tst/sj)", "ففف/ح س/كام", "(Reporting by Anne Example; Editing by Paul Essay)"]
)
def test_initials_at_the_end_are_a_signature(last: str) -> None:
    assert ending(draft(replace(PLAIN, blocks=(*TEXT, Block("paragraph", last))))).blocks == TEXT


@pytest.mark.parametrize("last", ["(voir le plan)", "et/ou", "Fin du jour."])
def test_other_short_endings_are_text(last: str) -> None:
    assert ending(draft(replace(PLAIN, blocks=(*TEXT, Block("paragraph", last))))).blocks[-1].text == last


def test_the_agency_s_name_behind_the_last_full_stop_is_a_signature() -> None:
    signed = ending(
        draft(
            replace(PLAIN, sources=("Agencia EFE",), blocks=(Block("paragraph", "Es un banco verde. EFE"),))
        )
    )
    assert signed.blocks[0].text == "Es un banco verde."
    text = (Block("paragraph", "Es un banco de la EFE."),)
    other = ending(draft(replace(PLAIN, sources=("dpa",), blocks=text)))
    assert other.blocks[0].text == "Es un banco de la EFE."


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("(ANSA) - Rome, October 11 - The bench is green.", "(ANSA) - Rome, October 11"),
        ("MOSCOW, January 21. /TASS/. The bench is green.", "MOSCOW, January 21. /TASS/"),
        ("TOKYO, Dec. 9, Kyodo - The bench is green.", "TOKYO, Dec. 9, Kyodo"),
        ("Rome, October 11 is a day. The bench is green.", ""),
        ("(See below) - Rome has a bench.", ""),
    ],
)
def test_the_datelines_of_ansa_tass_and_kyodo_are_read(text: str, dateline: str) -> None:
    assert dateline_rule(Draft(Article(), (Block("paragraph", text),))).article.dateline == dateline


def test_items_without_text_are_told_on_the_first_that_has_some() -> None:
    (found,) = drafts(SOURCE, [Story(absent="a picture"), PLAIN, Story(title="Rien")])
    assert isinstance(found, Draft)
    assert [f.text for f in found.article.findings] == ["a picture", "no text (Rien)"]
    with pytest.raises(SeedError, match="holds no article: a picture"):
        list(drafts(SOURCE, [Story(absent="a picture")]))


def test_one_unreadable_item_does_not_cost_the_others() -> None:
    def stories(number: int) -> list[Story]:
        if number == 1:
            raise SeedError()
        return [PLAIN]

    found = list(drafts(SOURCE, each(range(3), stories)))
    assert [type(one) for one in found] == [Draft, Draft, SeedError]
