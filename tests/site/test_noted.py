"""Notes in a text: places that whoever dresses it leaves alone, and not a letter of the text is another."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from glose.digest.build.noting import in_a_line, readable
from glose.digest.edition.catalogue import load_catalogue
from glose.digest.notes import show
from glose.digest.render import render
from glose.digest.site.dressed import dress
from glose.digest.site.linked_claim import claims
from glose.digest.site.noted import (
    Cited,
    Claimed,
    Noted,
    Piece,
    Said,
    Verdict,
    chosen,
    marked,
    moved,
    pieces,
    placed,
    spoken,
)
from glose.digest.site.noted_feed import notes_list, with_marks
from glose.digest.site.render.words import Words
from glose.digest.site.room import Room
from glose.digest.site.site import Settings
from glose.digest.site.values import Article, Text
from tests.digest import ROOT
from tests.notes.made_up import HTML, note
from tests.notes.test_shown import INLINE, Reader

DAY = dt.date(2016, 3, 20)


def noted(number: int, place: int, block: tuple[int, int], *langs: str) -> Noted:
    body = tuple(Said(f"<p>{lang}</p>", lang) for lang in langs or ("fr",))
    return Noted(
        number, f"n{number}", "context", "body", place, block, "mots", body, "", DAY, DAY, None, "", ()
    )


def told(found: tuple[Piece, ...]) -> str:
    """The pieces in a row, with numbers for marks and notes."""
    return "".join(
        one.html + (f"[{one.mark.number}]" if one.mark else f"<{one.note.number}>" if one.note else "")
        for one in found
    )


def test_a_block_with_marks_and_its_notes_stand_together() -> None:
    html = "<p>Un.</p>\n<p>Deux trois.</p>\n<p>Quatre.</p>"
    notes = [noted(1, 18, (11, 29)), noted(2, 24, (11, 29)), noted(3, 39, (30, 44))]
    assert told(pieces(placed(html, notes), notes)) == (
        '<p>Un.</p>\n<div class="pass"><p>Deux[1] trois[2].</p><1><2></div>\n'
        '<div class="pass"><p>Quatre[3].</p><3></div>'
    )


def test_a_text_without_notes_is_one_piece() -> None:
    assert pieces(placed(HTML, []), []) == (Piece(HTML),)


def test_a_line_has_marks_alone() -> None:
    notes = [noted(1, 2, (0, 7))]
    assert told(pieces(marked("Un pont", notes), notes)) == "Un[1] pont"


def test_nobody_can_write_a_place() -> None:
    written = render("<a \x031></a> <details \x031></details> &#3;1", "fr")
    assert pieces(written, [noted(1, 0, (0, 1))]) == (Piece(written),)


def test_a_reader_is_told_in_the_first_language_that_there_is() -> None:
    said = (Said("un", "fr"), Said("one", "en"))
    assert chosen(said, ("en", "fr")) == (Said("one", "en"),)
    assert chosen(said, ("de", "fr")) == (Said("un", "fr"),)
    assert chosen(said, ("de", "ar")) == (Said("un", "fr"),)
    assert chosen((), ("fr",)) == ()
    assert spoken(noted(1, 0, (0, 1), "fr", "en"), ("en",)).says == Said("<p>en</p>", "en")


def test_a_list_of_changes_has_the_words_of_a_note_in_a_line() -> None:
    assert in_a_line("<p>Un <b>pont</b>\nneuf.</p><p>Deux\u00a0%.</p>") == "Un pont neuf. Deux\u00a0%."


def test_an_address_is_shown_with_its_letters_and_nothing_that_turns_a_line_round() -> None:
    assert readable("https://x.example/%D8%B3%D9%88%D8%B1") == "https://x.example/سور"
    for address in ("https://x.example/%E2%80%AE", "https://x.example/%20%2F%3C", "https://x.example/%C3"):
        assert readable(address) == address


@settings(deadline=None)
@given(
    st.lists(st.lists(INLINE, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6).map(
        "\n\n".join
    ),
    st.data(),
)
def test_the_text_on_a_page_is_the_same_with_any_notes(markdown: str, data: st.DataObject) -> None:
    html = render(markdown, "fr")
    words = re.findall(r"\w+", markdown) or ["rien"]
    chosen_words = data.draw(st.lists(st.sampled_from(words), max_size=5))
    shown = show({"body": html}, [note(one, f"n{n}") for n, one in enumerate(chosen_words)], render).notes
    notes = [noted(one.number, one.place, one.block) for one in shown]
    page = told(pieces(dress(placed(html, notes)), notes))
    bare = re.sub(r"\[\d+\]|<\d+>", "", page)
    assert Reader(bare).text == Reader(dress(html)).text == Reader(html).text
    linked = re.sub(r"\[(\d+)\]", r'<a href="#note-\1"></a>', page)
    assert not Reader(re.sub(r"<\d+>", "", linked)).nested
    numbers = [int(found) for found in re.findall(r"\[(\d+)\]", page)]
    assert all(before < after for before, after in pairwise(numbers))
    assert len(re.findall(r"<\d+>", page)) == len(notes)


SETTINGS = Settings("Exemple", "fr", ("fr", "en"), url="https://exemple.invalid", editors=("La rédaction",))
ROOM = Room(
    SETTINGS,
    "en",
    lambda _fp, _kind: None,
    {},
    lambda: Words(load_catalogue((ROOT / "theme" / "translations" / "en.po", "en.po"))),
)


def claimed(*verdicts: Verdict) -> Noted:
    who = Said("le maire", "fr"), Said("the mayor", "en")
    claim = Claimed(who, "Agence Test", DAY, "contradicted", (), (Said("rouvert", "fr"),), *verdicts)
    return Noted(
        1, "n1", "claim", "body", 5, (0, 11), "mots", (Said("<p>Oui.</p>", "fr"), Said("<p>Yes.</p>", "en")), "",
        DAY, DAY, dt.date(2016, 4, 1), "low", (Cited("Registre", "https://registre.example/?a=1&b"),), claim,
    )  # fmt: skip


def test_a_feed_has_the_numbers_in_the_text_and_the_notes_as_a_list() -> None:
    text = Text("<p>Un.</p>\n", (), notes=(claimed(),))
    assert with_marks(text, "https://x/") == '<p>Un<sup><a href="https://x/#note-1">1</a></sup>.</p>\n'
    made = notes_list(text, ("en", "fr"), ROOM)
    assert made.startswith("<hr><h2>Notes</h2><ol><li><p><b>Claim</b> <q>mots</q></p><p>Yes.</p>")
    assert "<p>Said by: the mayor, 20 March 2016. Reported by: Agence Test." in made
    assert ' Finding: contradicted – <span lang="fr">rouvert</span>.</p>' in made
    link = '<a href="https://registre.example/?a=1&amp;b">Registre</a>'
    assert f"{link}. Low certainty. As of 1 April 2016.</p></li></ol>" in made
    signed = replace(text, notes=(replace(claimed(), by="Anne & Exemple"),))
    assert "As of 1 April 2016. Anne &amp; Exemple.</p></li>" in notes_list(signed, ("en", "fr"), ROOM)
    judged = replace(text, notes=(claimed(Verdict(2, 5, (Said("Plutôt <faux>", "fr"),))),))
    verdict = 'Our verdict: <span lang="fr">Plutôt &lt;faux&gt;</span>, 2/5.</p>'
    assert "verdict" not in made
    assert verdict in notes_list(judged, ("en", "fr"), ROOM)
    assert '<div lang="fr"><p>Oui.</p></div>' not in made
    bare = Text("<p>Un.</p>", ())
    assert (with_marks(bare, "https://x/"), notes_list(bare, ("en",), ROOM)) == ("<p>Un.</p>", "")


def test_a_claim_is_structured_data_where_an_editor_has_judged_it_and_nowhere_else() -> None:
    room = Room(SETTINGS, "fr", lambda _fp, _kind: None)
    article = Article(
        "articles/x.md", b"", "2016/03/20/x/", "fr", "Un pont", "2016-03-20T00:00:00+01:00", "AGEX", "", "",
        "published", 1, "x", "day", "supplied", "", (), (), "", (), (), (), (), (), (),
    )  # fmt: skip
    assert not list(claims(room, article, Text("", (), notes=(claimed(), noted(2, 0, (0, 1))))))
    judged = claimed(Verdict(2, 5, (Said("Plutôt faux", "fr"),)))
    (found,) = claims(room, article, Text("", (), notes=(judged,)))
    assert found["url"] == "https://exemple.invalid/2016/03/20/x/#note-1"
    assert found["itemReviewed"]["author"] == {"name": "le maire"}
    assert found["reviewRating"]["alternateName"] == "Plutôt faux"


def test_a_note_moves_with_its_block_and_marks_no_other_words_where_that_has_changed() -> None:
    html = "<p>Un.</p><p>Deux.</p><p>Trois.</p>"
    notes = [noted(1, 5, (0, 10)), noted(2, 17, (10, 22)), noted(3, 30, (22, 35))]
    changed = html.replace("Deux", "Deux et demi")
    found = moved(notes, html, changed)
    assert (
        told(pieces(marked(changed, found), found)) == "<p>Un[1].</p><p>Deux et demi.</p><p>Trois[3].</p>[2]"
    )
    assert moved(notes, html, html) == tuple(notes)
