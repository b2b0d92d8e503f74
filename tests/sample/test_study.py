"""The first dispatch, with the names of the study that came before this code."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from glose.digest.glossary import Glossary, Matcher
from tests.glossary.case_table import cases

SEED = Path(__file__).parents[2] / "seeds" / "000_813067f104e2d271.txt"


def test_the_raw_dispatch_has_the_twenty_mentions_that_the_study_found() -> None:
    glossary: Glossary = next(cases()).glossary  # the first section of the table has the study's names
    text = SEED.read_text("utf-8")
    found = Matcher(glossary, "fr", dt.date(2016, 3, 15)).find(text)
    assert [(text[one.start : one.end], one.term) for one in found] == [
        ("Al-Qaïda", "qaida"),
        ("Hemeimeem", "hmeimim"),
        ("AP", "ap"),
        ("Front al-Nosra", "nosra"),
        ("AFP", "afp"),
        ("jihadistes", "jihadiste"),
        ("Front al-Nosra", "nosra"),
        ("Al-Qaïda", "qaida"),
        ("Front al-Nosra", "nosra"),
        ("AFP", "afp"),
        ("Al-Qaïda", "qaida"),
        ("province de Lattaquié", "lattaquie-gouv"),
        ("province d'Alep", "alep-gouv"),
        ("cessez-le-feu entré en vigueur le 27 février", "treve"),
        ("Lataquié", "lattaquie-ville"),
        ("province de Lattaquié", "lattaquie-gouv"),
        ("alaouite", "alaouite"),
        ("famille Assad", "assad"),
        ("Front al-Nosra", "nosra"),
        ("AFP", "afp"),
    ]
