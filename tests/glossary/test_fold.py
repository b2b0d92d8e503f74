"""Text as it is compared, and the way back to the raw text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glose.digest.glossary.fold import fold, key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’État d'Exemple", "l etat d exemple"),
        ("l’E\u0301tat", "l etat"),
        ("Cœur, ÆGIS, Straße, ﬁn", "coeur aegis strasse fin"),
        ("al\u2011Nosra\u202f: 27\u00a0%", "al nosra 27"),
        ("Al\u00adfa\u200b, ʿAyn, Maʾarib", "alfa ayn maarib"),
        ("Ğ ş ı ł ø ð þ µ č", "g s i l o d t u c"),
        ("جَبْهَة القاعـدة أحمد على", "جبهه القاعده احمد علي"),
        ("Хмеймим Ёж", "хмеимим еж"),
        ("中国 한국 ไทย", "中国 한국 ไทย"),
        ("nº 1, n° 2, m², 1ª", "n 1 n 2 m2 1"),
        ("Alle¬\nmagne New¬York", "allemagne new york"),
        ("500Mots Mots500 àMots laMots MaMots", "500 mots mots 500 a mots la mots mamots"),
        ("", ""),
    ],
)
def test_texts_that_a_reader_takes_for_the_same_fold_alike(text: str, words: str) -> None:
    assert key(text) == words


def test_a_word_cut_at_the_end_of_a_line_is_joined_when_asked() -> None:
    assert fold("mo-\nts, Mo-\n Ts", join=True).text.split() == ["mots", "mo", "ts"]
    assert fold("mo-\nts").text.split() == ["mo", "ts"]


@given(st.text(alphabet="aé œß\u0301\u00ad¬\n1AL中مʿﬁ’-", max_size=40))
def test_every_folded_word_leads_back_to_its_raw_text(text: str) -> None:
    folded = fold(text)
    at = 0
    for word in folded.text.split(" "):
        if word:
            start, end = folded.raw(at), folded.raw_end(at + len(word))
            assert 0 <= start < end <= len(text)
            assert word in key(text[start:end]).replace(" ", "")
        at += len(word) + 1


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=("Cs", "Lu", "Lt", "Nd")), max_size=60))
@example("deÉcole 500École \u1100\u1161 ﬁn")
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    if "¬" not in text:
        composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        assert key(composed) == key(decomposed)
