"""German wires, as dpa and APA lay them out: what the desk writes around a story is no part of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from glose.digest import convert
from glose.digest.dates import parse_iptc7901
from glose.digest.model.article import Article

FOLDER = Path(__file__).parent / "german"


def article(name: str, **changed: str) -> Article:
    """The fixture, with words in it exchanged."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for old, new in changed.items():
        text = text.replace(old, new)
    (made,) = convert(text.encode(), f"{name}.txt")
    return made


def dropped(made: Article) -> str:
    return "\n".join(finding.text for finding in made.findings if finding.dropped)


def test_a_dpa_wire_keeps_its_three_paragraphs_and_leaves_the_notebook() -> None:
    made = article("musterstadt")
    assert (made.title, made.source, made.lang, made.date, made.status) == (
        "Musterstadt beschließt Haushalt über zwölf Millionen Euro",
        "dpa",
        "de",
        date(2016, 2, 27),
        "published",
    )
    assert made.dateline == "Musterstadt (dpa/lby)"
    assert [block.text[:18] for block in made.body] == [
        "Der Stadtrat von M",
        '"Wir haben keine W',
        "Gegen den Entwurf ",
    ]
    assert "Erika Exempel" in dropped(made)
    assert "Reaktionen" in dropped(made)


def test_an_apa_wire_gives_its_second_headline_and_its_stamp() -> None:
    made = article("beispielheim")
    assert (made.title, made.source, made.date, made.date_source) == (
        "Brücke von Beispielheim wieder geöffnet",
        "APA",
        date(2016, 3, 15),
        "metadata",
    )
    assert made.standfirst == "Land übernimmt 5,4 Mio. Euro - Vorarlberger Betrieb baut"
    assert len(made.body) == 3
    assert "(Schluss) abc/def" in dropped(made)


def test_a_sentence_with_a_colon_is_no_second_headline() -> None:
    made = article("beispielheim", **{"Utl.: Land": "Fazit: Das Land"})
    assert made.standfirst == ""
    assert "Fazit: Das Land" in "".join(block.text for block in made.body)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("APA0123    2016-03-15/17:42", date(2016, 3, 15)),
        ("OTS0042 2016-03-15/17:42", date(2016, 3, 15)),
        ("APA0123 2016-13-15/17:42", None),
        ("APA0123 2016-03-15/25:42", None),
        ("Akte A0123 2016-03-15/17:42", None),
    ],
)
def test_an_austrian_stamp_names_its_day_where_it_is_one(stamp: str, day: date | None) -> None:
    assert parse_iptc7901(stamp) == day


STORY = "Der Stadtrat von Musterstadt hat am Samstag einen Haushalt beschlossen. Das geht aus einem Papier hervor."


@pytest.mark.parametrize(
    ("start", "source", "day"),
    [
        ("Musterstadt (dpa) - ", "dpa", None),
        ("MUSTERSTADT (dpa/lno) -- ", "dpa", None),
        ("Musterstadt/Beispielheim (Reuters) - ", "Reuters", None),
        ("Beispielheim, 27. Feb (APA) - ", "APA", None),
        ("Musterstadt, 27.02.2016 (AFP) - ", "AFP", date(2016, 2, 27)),
        ("Musterstadt, 27. Februar 2016 (KNA) ", "KNA", date(2016, 2, 27)),
        ("Exempelbach (sda/afp) ", "SDA", None),
        ("Exempelbach (Keystone-SDA) - ", "SDA", None),
        ("Frankfurt a. M. (epd). ", "epd", None),
        ("Musterstadt (SID) - ", "SID", None),
    ],
)
def test_the_datelines_of_german_agencies_are_read(start: str, source: str, day: date | None) -> None:
    seed = f"Musterstadt beschließt Haushalt\n\n{start}{STORY}\n\nDie Opposition stimmte dagegen.\n"
    (made,) = convert(seed.encode(), "essai.txt")
    assert (made.source, made.date, made.lang) == (source, day, "de")
    assert made.dateline == start.strip(" -").removesuffix(".").strip()
    assert made.body[0].text == STORY


def test_brackets_in_a_sentence_are_no_dateline() -> None:
    seed = f"Musterstadt beschließt\n\nMusterstadt (rund 300 Einwohner) wählt. {STORY}\n\nEin Ende.\n"
    (made,) = convert(seed.encode(), "essai.txt")
    assert made.dateline == ""
