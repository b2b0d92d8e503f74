"""What a message sends that is no name and no sure moment: told in a finding, never published as one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from glose.digest import convert
from glose.digest.model.article import Article, Block
from glose.digest.model.errors import SeedError
from glose.digest.newsroom.codes import is_code, is_log_in
from glose.digest.readers.story import Story, draft
from glose.digest.text.lines import spans

BODY = (Block("paragraph", "Le conseil de Ville-Exemple a ouvert mardi la place du marché."),)


def article(**fields: object) -> Article:
    return draft(Story(blocks=BODY, title="Un titre", **fields)).article  # type: ignore[arg-type]


def nitf(content: str, around: str = "") -> Article:
    text = f"<nitf><body><body.head><hedline><hl1>Un titre</hl1></hedline>{around}</body.head>"
    text += f"<body.content>{content}</body.content></body></nitf>"
    (made,) = convert(text.encode(), "x.xml")
    return made


@pytest.mark.parametrize(
    "code", ["urn:newsml:x.example:1", "1234", "https://x.example/about", "bur-dar", "ex01"]
)
def test_a_code_is_no_source(code: str) -> None:
    made = article(sources=(code, "Agence Test"))
    assert made.source == "Agence Test"
    assert code in [found.text for found in made.findings if found.rule == "code" and found.dropped]
    assert article(sources=(code,)).source == ""


@pytest.mark.parametrize(
    ("name", "source"), [("afp.com", "AFP"), ("nprov:TT", "TT"), ("AGT", "AGT"), ("dpa", "dpa")]
)
def test_a_code_that_stands_for_an_agency_names_it(name: str, source: str) -> None:
    assert article(sources=(name,)).source == source


def test_codes_are_no_tags_no_section_and_no_holder() -> None:
    made = article(
        tags=("medtop:20000344", "Ponts", "04000000", "Euro 2016"), category="01000000", holder="urn:x:1"
    )
    assert (made.tags, made.category, made.rights) == (("Ponts", "Euro 2016"), "", None)
    assert len([found for found in made.findings if found.rule == "code"]) == 4


@pytest.mark.parametrize("byline", ["bur-dar", "abc/de", "anne@ville.example", "jd12"])
def test_a_log_in_is_no_byline(byline: str) -> None:
    made = article(byline=byline)
    assert (made.byline, made.authors) == ("", ())
    assert byline in [found.text for found in made.findings if found.dropped]


@pytest.mark.parametrize(
    "name", ["Anne Exemple", "Syrie-conflit", "Covid-19", "Agence Test", "COVID-19", "JO2024"]
)
def test_a_name_is_no_code(name: str) -> None:
    assert not is_code(name)
    assert not is_log_in(name)


def test_the_making_of_the_content_dates_what_nothing_else_dates() -> None:
    made = article(composed="2016-03-15T17:42:00Z")
    assert (made.date, made.date_source) == (datetime(2016, 3, 15, 17, 42, tzinfo=UTC), "metadata")
    assert "no other stamp" in made.findings[-1].message or any(
        "no other stamp" in f.message for f in made.findings
    )


def test_another_stamp_comes_before_the_making_of_the_content() -> None:
    made = article(created="2016-03-16T00:00:00Z", composed="2016-03-15T17:42:00Z")
    assert made.date == datetime(2016, 3, 16, tzinfo=UTC)
    assert not made.findings


def test_ninjs_s_content_created_is_the_last_resort() -> None:
    item = {
        "uri": "u",
        "headline": "Un titre",
        "body_text": BODY[0].text,
        "contentcreated": "2016-03-15T17:42:00Z",
    }
    (made,) = convert(json.dumps(item).encode(), "x.json")
    assert made.date == datetime(2016, 3, 15, 17, 42, tzinfo=UTC)


def test_an_hour_without_a_zone_is_told_and_the_day_kept() -> None:
    made = article(created="2016-03-15T17:42:00")
    assert made.date == date(2016, 3, 15)
    assert "2016-03-15T17:42:00" in [found.text for found in made.findings if found.rule == "date"]
    assert not article(created="2016-03-15").findings


def test_an_embargo_in_a_note_to_editors_is_one() -> None:
    assert article(notices=("EMBARGO 15 mars 2016 17h00 GMT",), lang="fr").embargo_until is not None
    held = article(notices=("Embargo jusqu'à mardi",), lang="fr")
    assert (held.status, len(held.held)) == ("withheld", 1)
    assert article(notices=("L'embargo sur le pétrole est au menu.",), lang="fr").status == "published"


def test_a_word_that_nobody_knows_holds_and_says_so() -> None:
    made = article(status="stat:quarantined")
    assert made.status == "draft"
    assert "quarantined" in made.held[0]


def test_a_break_amid_a_sentence_is_no_paragraph() -> None:
    made = nitf(
        "<p>Le conseil municipal de Ville-Exemple a ouvert mardi<br/>la place du marché.</p><p>Fin.</p>"
    )
    assert made.body[0].text == "Le conseil municipal de Ville-Exemple a ouvert mardi la place du marché."


@pytest.mark.parametrize(
    "text",
    [
        "La première phrase est finie.\nLa seconde commence.",
        "Un intertitre de la longueur d'une ligne entière\nLa phrase commence ici et finit là.",
        "12 rue Exemple\nfond de cour\nVille",
        "La mer est grande,\nla nuit est longue.",
        "Une liste longue de plus de quarante caractères :\nfarine\nsucre",
    ],
)
def test_a_break_between_sentences_verses_or_items_stays(text: str) -> None:
    assert [text[start:end] for start, end in spans(text)] == text.split("\n")


def test_notes_of_nitf_are_published_where_they_may_be() -> None:
    notes = '<note type="pa"><p>Ce texte a été relu.</p></note><note type="npa"><p>Tél. : 01 00 00 00 00</p></note>'
    made = nitf(f"<p>{BODY[0].text}</p>", notes)
    assert made.body[-1].text == "Ce texte a été relu."
    assert "Tél. : 01 00 00 00 00" in [found.text for found in made.findings if found.dropped]


def test_a_note_to_readers_is_told_from_one_to_editors_by_its_words() -> None:
    made = nitf(f"<p>{BODY[0].text}</p>", "<note><p>Note de la rédaction : une première version.</p></note>")
    assert made.body[-1].text.startswith("Note de la rédaction")
    private = nitf(f"<p>{BODY[0].text}</p>", "<note><p>Note aux rédactions : une photo suit.</p></note>")
    assert len(private.body) == 1


def test_an_event_or_a_picture_alone_is_refused_with_its_kind() -> None:
    for item in (
        {"type": "picture", "headline": "x", "uri": "u"},
        {"type": "event", "headline": "x", "uri": "u"},
    ):
        with pytest.raises(SeedError, match=str(item["type"])):
            convert(json.dumps(item).encode(), "x.json")
