"""Whatever is selected on a page: a note on exactly these words, or a reason why there is none."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.grammar import Words
from glose.digest.notes.selected import SPACES, Selection, named, placed, quoted
from glose.digest.schema.node import Node, Reading
from tests.notes.made_up import PARAGRAPHS

TWICE = (
    "Le maire a parlé du pont. Le pont est vieux.",
    "Le maire a parlé du pont. Le pont est neuf.",
    "Le maire a parlé du pont. Le pont est vieux.",
)
ARABIC = ("قال رئيس البلدية إن الجسر سيفتح يوم الثلاثاء.", "وقال «لسنا مسؤولين» عن التأخير في فتح الجسر.")


def on_page(text: str, before: int, end: int) -> Selection:
    """What a browser tells of a stretch of the shown text."""
    return Selection(len(SPACES.sub("", text[:before])), text[before:end], text[max(0, before - 40) : before])


def solid(text: str) -> str:
    return SPACES.sub("", text)


def select(paragraphs: tuple[str, ...], words: str) -> tuple[Text, Place]:
    shown = "\n".join(paragraphs)
    start = shown.index(words)
    text = Text(paragraphs)
    return text, placed(on_page(shown, start, start + len(words)), text)


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, TWICE, ARABIC])
def test_selected_words_are_found_where_they_were_selected(paragraphs: tuple[str, ...]) -> None:
    for number, one in enumerate(paragraphs):
        words = one.split()[2].strip("«»")
        text = Text(paragraphs)
        shown = "\n".join(paragraphs)
        start = shown.index(one, sum(len(each) + 1 for each in paragraphs[:number])) + one.index(words)
        place = placed(on_page(shown, start, start + len(words)), text)
        assert (place.paragraph, text.words(place)) == (number, words)
        on, hint = quoted(place, text)
        found = find(on, text, hint).anchor
        assert found
        assert (found.paragraph, found.start) == (place.paragraph, place.start)


def test_words_that_stand_twice_get_what_tells_them_apart() -> None:
    text = Text(TWICE)
    shown = "\n".join(TWICE)
    start = shown.index("Le pont est neuf")
    place = placed(on_page(shown, start, start + len("Le pont")), text)
    on, hint = quoted(place, text)
    assert "est neuf" in on.suffix
    found = find(on, text, hint).anchor
    assert found
    assert found.paragraph == 1


def test_a_page_that_shows_another_text_is_refused() -> None:
    text = Text(PARAGRAPHS)
    with pytest.raises(LookupError, match="load the page again"):
        placed(Selection(3, "budget"), text)
    with pytest.raises(LookupError, match="load the page again"):
        placed(Selection(10**9, "budget"), text)
    at = len(solid(PARAGRAPHS[0]))
    with pytest.raises(LookupError, match="load the page again"):
        placed(Selection(at, PARAGRAPHS[1][:8], "une autre ville"), text)


@pytest.mark.parametrize("words", ["", " \n ", "« ", "…", "—"])
def test_no_words_are_no_selection(words: str) -> None:
    paragraphs = ("« … — Un pont »",)
    at = solid(paragraphs[0]).find(solid(words))
    with pytest.raises(LookupError, match=r"no words"):
        placed(Selection(at, words), Text(paragraphs))


def test_too_many_words_are_refused_as_the_loader_refuses_them() -> None:
    text, place = select(("Le pont est long. " * 200,), "Le pont est long. " * 150)
    with pytest.raises(LookupError, match="quote its first words alone"):
        quoted(place, text)


def test_typed_words_are_found_or_told_where_they_stand() -> None:
    text = Text(PARAGRAPHS)
    assert named("budget du  PONT", text).paragraph == 2
    assert named("le maire", text, 2).paragraph == 1
    with pytest.raises(LookupError, match="several places, in the paragraphs 1, 2"):
        named("le maire", text)
    with pytest.raises(LookupError, match="do not stand"):
        named("un autre pont", text)


LETTERS = st.text("aé bB|\\«»’'\"-,.…\u00a0\u202fe\u0301ﬁقا \u200f😀", max_size=60)


@settings(deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=5), st.data())
@example(["le le le", "le le le"], None)
def test_any_selection_is_on_exactly_its_words_or_refused_with_a_reason(
    paragraphs: list[str], data: st.DataObject | None
) -> None:
    shown, text = "\n".join(paragraphs), Text(paragraphs)
    start = data.draw(st.integers(0, len(shown))) if data else 3
    end = data.draw(st.integers(start, len(shown))) if data else 5
    try:
        place = placed(on_page(shown, start, end), text)
        on, hint = quoted(place, text)
    except LookupError as error:
        assert len(str(error)) > 10  # noqa: PT017  it is the reason that is wanted
        return
    written = Words().plain(on)
    read = Words().read(Node(written), "on", Reading(""))
    assert read
    found = find(read, text, hint).anchor
    assert found
    assert (found.paragraph, found.start, found.last, found.end) == place
    wanted = "".join(Text(shown[start:end].split("\n")).folded.split())
    assert "".join(text.folded[slice(*text.stretch(place))].split()) == wanted
