"""Bytes to text by evidence, and only the characters that a text may hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.text.clean import clean, line, scrub
from glose.digest.text.decode import decode, repair

TEXT = "Une trêve à Ville-Exemple : « l'œuvre », 30 % ; déjà l'été, ça coûte cher.\n" * 4


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_a_text_is_read_in_the_charset_that_its_bytes_show(charset: str) -> None:
    assert decode(TEXT.encode(charset))[0] == TEXT


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "cp1252"])
def test_a_charset_that_is_not_certain_is_a_finding(charset: str) -> None:
    (finding,) = decode(TEXT.encode(charset))[1]
    assert finding.rule == "encoding"
    assert 0.5 < finding.confidence < 1


def test_latin_9_is_told_by_its_oe_and_euro() -> None:
    text = "L'œuvre coûte 30 €."
    assert decode(text.encode("iso-8859-15"))[0] == text


@pytest.mark.parametrize("text", ["Une place de ½ hectare", "1½ heure", "¤ est un signe"])
def test_a_fraction_is_no_oe(text: str) -> None:
    assert decode(text.encode("cp1252"))[0] == text


def test_utf_8_is_believed_before_what_the_file_declares() -> None:
    assert decode(TEXT.encode(), "iso-8859-1") == (TEXT, ())


@pytest.mark.parametrize(
    ("charset", "text"), [("iso-8859-2", "Łódź"), ("windows-1256", "جبهة النصرة"), ("koi8-r", "Алеппо")]
)
def test_what_the_file_declares_is_believed_before_windows_1252(charset: str, text: str) -> None:
    assert decode(text.encode(charset), charset)[0] == text


@pytest.mark.parametrize(
    "declared", ["", "klingon", "hex", "rot13", "unicode_escape", "idna", "utf-8", "\0", "x" * 999]
)
def test_a_declaration_that_cannot_be_true_is_passed_over(declared: str) -> None:
    assert decode("déjà".encode("cp1252"), declared)[0] == "déjà"


@pytest.mark.parametrize("charset", ["cp850", "mac_roman"])
def test_a_charset_that_nothing_shows_is_of_low_confidence(charset: str) -> None:
    assert min(finding.confidence for finding in decode(TEXT.replace("œ", "oe").encode(charset))[1]) < 0.5


@pytest.mark.parametrize("charset", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_mojibake_is_undone_with_a_finding(charset: str, times: int) -> None:
    text = broken = "Une trêve à l'été."
    for _ in range(times):
        broken = broken.encode().decode(charset)
    got, findings = repair(broken)
    assert got == text
    assert findings[0].text == broken


@pytest.mark.parametrize(
    "text", ["“Non”, dit-elle.", "l’été", "ﬁn", "MANHÃ DE SOL", "São João", "ÀÉÎ", "naïve café", "Ḥalab", "…"]
)
def test_sound_text_is_never_repaired(text: str) -> None:
    assert repair(text) == (text, ())


# characters


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\n\nd"),
        ("a\fb\vc", "a\n\nb\nc"),
        ("a\u00a0b\u202fc\u2009d\u3000e", "a b c d e"),
        ("e\u0301te\u0301", "été"),
        ("ﬁn, ﬀ, ﬃ", "fin, ff, ffi"),
        ("½ № … ² ™", "½ № … ² ™"),
        ("“a” ‘b’ «c»", "“a” ‘b’ «c»"),
        ("al-\u200bNos\u00adra", "al-Nosra"),
        ("\u202egpj.txt\u202c \u2066x\u2069 \u200ey", "gpj.txt x y"),
        ("a\0b\x07c\x7fd", "abcd"),
        ("\u0093cit\u00e9\u0094 \u0085", "“cité” …"),
        ("a\ufdd0\uffffb\U0001fffe", "ab"),
        ("x" + "".join(chr(0xE0000 + ord(c)) for c in "cache"), "x"),
        ("a\ud800b", "a\ufffdb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200cb", "ab"),
        ("র\u200d্য", "র\u200d্য"),
        ("👩\u200d🚀 ☀\ufe0f", "👩\u200d🚀 ☀\ufe0f"),
        ("a\ufe0f", "a"),
        ("a\tb\n", "a\tb\n"),
    ],
)
def test_a_text_holds_only_characters_that_can_be_seen_or_spell(text: str, wanted: str) -> None:
    assert clean(text) == wanted


def test_every_character_taken_out_is_a_finding_that_names_it() -> None:
    findings = scrub("a\u200bb\u200bc\u202ed")[1]
    assert [(f.text, f.message, f.dropped) for f in findings] == [
        ("U+202E", "text-direction control, 1 taken out", True),
        ("U+200B", "zero-width character, 2 taken out", True),
    ]


def test_a_letter_that_was_lost_is_of_low_confidence() -> None:
    (finding,) = scrub("Lattaqui\ufffd")[1]
    assert finding.confidence < 0.5


def test_a_reader_may_keep_the_controls_of_its_format() -> None:
    assert scrub("\x01a\x02b\x07", keep="\x01\x02")[0] == "\x01a\x02b"


def test_sound_text_has_no_finding() -> None:
    assert scrub(TEXT) == (TEXT, ())


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert line(line(text)) == line(text)
    assert line(text) == " ".join(line(text).split())


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_utf_8_comes_back_as_it_was_but_for_the_characters(text: str) -> None:
    data = text.encode("utf-8", "replace")
    got, findings = decode(data)
    if not any(f.rule == "encoding" for f in findings):
        assert got == clean(data.decode().removeprefix("\ufeff"))
