"""Slugs: ASCII, stable, never empty, never a name that a system needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.text.slug import LONGEST, RESERVED, VALID, fault, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Syrie : Al-Qaïda d'ici 48 heures", "syrie-al-qaida-d-ici-48-heures"),
        ("L’œuvre à 30 €", "l-oeuvre-a-30-eur"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("CON", "con-article"),
        ("index", "index-article"),
        ("a\u202eb", "ab"),
    ],
)
def test_a_title_gives_this_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["جبهة النصرة", "Алеппо", "北京", "서울"])
def test_another_script_is_written_in_latin_letters(text: str) -> None:
    assert VALID.fullmatch(slugify(text))


def test_a_title_without_letters_has_a_slug_of_its_own() -> None:
    assert slugify("?!").startswith("article-")
    assert slugify("?!") != slugify("!?")


def test_a_long_title_ends_at_a_word() -> None:
    slug = slugify("mot " * 100)
    assert len(slug) <= LONGEST
    assert slug.endswith("-mot")
    assert slugify("a" * 10_000) == "a" * LONGEST


@given(st.text(max_size=300))
def test_every_text_has_a_sound_slug(text: str) -> None:
    slug = slugify(text)
    assert not fault(slug)
    assert slug not in RESERVED
    assert slug == slugify(text)


@pytest.mark.parametrize("slug", ["", "..", "a/b", "A", "é", "a--b", "-a", "a-", "con", "a b", "a" * 200])
def test_a_slug_by_hand_that_would_break_an_address_is_refused(slug: str) -> None:
    assert fault(slug)


@pytest.mark.parametrize("slug", ["front-al-nosra", "2016", "a1-b2"])
def test_a_sound_slug_by_hand_stays(slug: str) -> None:
    assert not fault(slug)
