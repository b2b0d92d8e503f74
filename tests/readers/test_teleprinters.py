"""ANPA 1312 and IPTC 7901 with their control characters and without."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.model.draft import Source
from glose.digest.readers.formats import reader
from glose.digest.work.bounded import bounded

LEAD = "The council of Sampletown opened the market square on Saturday, after two years"
MORE = "Mayor Anne Example thanked the workers and promised trees for the spring."
WIRE = (
    "\x16\x16\x01a0456\nr i bc-Sampletown-Square 03-12 0123\n\x02^BC-EU--Sampletown-Square,0123<\n"
    "^Sampletown opens its square<\n^By ANNE EXAMPLE=\n^Associated Press Writer=\n"
    f"   SAMPLETOWN (AP) _ {LEAD}\nof works, ``at last,'' it said.\n   {MORE}\n\x03\nAP-NY-03-12-16 1642EST<\n\x04"
)
BARE = "".join(sign for sign in WIRE if sign not in "\x01\x02\x03\x04\x16")
SENT = datetime(2016, 3, 12, 16, 42, tzinfo=timezone(timedelta(hours=-5)))


def read(text: str) -> Article:
    (article,) = convert(text.encode(), "x.txt")
    return article


def taken_by(text: str) -> str:
    return reader(Source(text.encode(), "t", {})).__name__.rpartition(".")[2]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [WIRE, BARE, WIRE.replace("\n", "\r\n")])
def test_an_anpa_wire_is_read_with_its_marks_and_without(text: str) -> None:
    article = read(text)
    assert (article.title, article.source, article.date) == ("Sampletown opens its square", "AP", SENT)
    assert [block.text for block in article.body] == [f"{LEAD} of works, “at last,” it said.", MORE]
    assert (article.byline, article.dateline) == ("By ANNE EXAMPLE", "SAMPLETOWN (AP)")
    assert "BC-EU--Sampletown-Square,0123" in [found.text for found in article.findings if found.dropped]


def test_a_kill_and_an_embargo_on_an_anpa_wire_are_heard() -> None:
    kill = WIRE.replace("--Sampletown-Square,0123", "--Sampletown-Square, KILL")
    assert read(kill).status != "published"
    embargo = WIRE.replace(
        "^Sampletown opens", "^EMBARGOED UNTIL 17:00 GMT 15 MARCH 2016<\n^Sampletown opens"
    )
    assert read(embargo).embargo_until is not None


def test_a_text_that_begins_like_such_a_wire_is_none() -> None:
    assert taken_by("a0456 is the number of the room.\n\nThe council met on 03-12 0123 times.\n") == "raw"
    assert taken_by(BARE.replace("AP-NY-03-12-16 1642EST<", "")) == "raw"


STAMPED = (
    "FRA0123 4 I 0456 FRA /AFP-AB12\n\nVille-place-marché\n\nVille-Exemple ouvre sa place\n\n"
    "Ville-Exemple, 12 mars 2016 (AFP) - Le conseil a ouvert mardi la place du marché, après deux ans de travaux.\n\n"
    "La maire a remercié les ouvriers.\n\nabc/de/fg\n\nAFP 121642 MAR 16\n"
)


def test_a_wire_that_has_lost_its_marks_is_known_by_its_header_and_its_stamp() -> None:
    article = read(STAMPED)
    assert (article.title, article.source) == ("Ville-Exemple ouvre sa place", "AFP")
    assert article.date == date(2016, 3, 12)
    assert [block.text for block in article.body] == [
        "Le conseil a ouvert mardi la place du marché, après deux ans de travaux.",
        "La maire a remercié les ouvriers.",
    ]


def test_a_header_alone_is_no_wire() -> None:
    assert taken_by(STAMPED.replace("AFP 121642 MAR 16", "")) == "raw"


@pytest.mark.parametrize(
    "head",
    ["<" * 400_000, "^BC-EU--Sampletown,0123<\n" * 90_000, "^By ANNE EXAMPLE=\n" * 90_000],
    ids=["marks", "slugs", "bylines"],
)
def test_the_head_of_a_wire_is_read_in_linear_time(head: str) -> None:
    """As long as it takes to compare each with each, the limit on a seed would end it."""
    wire = WIRE.replace("   SAMPLETOWN", f"{head}   SAMPLETOWN")
    with bounded("x.txt", seconds=10):
        assert read(wire).source == "AP"


def test_a_line_of_a_wire_without_end_is_read_in_linear_time() -> None:
    wire = (
        "\x01bsf025 3 ec 121   etf 967\n\x02Ville-Exemple ouvre sa place=\n"
        + f"{'^' * 400_000} Un texte.\n\x03"
    )
    with bounded("x.txt", seconds=10):
        assert read(wire).title == "Ville-Exemple ouvre sa place"
