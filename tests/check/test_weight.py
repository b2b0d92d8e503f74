"""What an article may weigh: the budget is for what it says, and not for the address at which it is published."""

from __future__ import annotations

import gzip
import random

import pytest

from glose.digest.check.site.files import Place
from glose.digest.check.site.frame import ADDRESS, ARTICLE_BUDGET, article_budget, weight
from glose.digest.check.site.page import Page

USUAL = ADDRESS.decode()
LONG = "https://nouvelles-et-archives-d-exempleville.example.org/journal/archives/annotees"


def article(home: str, letters: int) -> bytes:
    """An article that names its address often, as all do, and holds so many letters that no packing makes shorter."""
    chance = random.Random(1)
    text = "".join(chance.choice("abcdefghijklmnopqrstuvwxyzABCDEF") for _ in range(letters))
    links = "".join(f'<a href="{home}/glossary/terme-{number}/">x</a>' for number in range(40))
    return f'<meta property="og:type" content="article"><p>{links}{text}'.encode()


def size(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def heaviest() -> int:
    """How many letters an article may hold at an address of usual length."""
    low, high = 10_000, 40_000
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (middle, high) if size(article(USUAL, middle)) <= ARTICLE_BUDGET else (low, middle)
    return low


def told(home: str, letters: int) -> list[str]:
    return [what for what, _ in weight(Page("a/index.html", article(home, letters)), Place(f"{home}/"))]


@pytest.mark.parametrize("home", [LONG, f"{LONG}/{'et-plus-loin/' * 4}ici"])
def test_a_long_address_costs_an_article_nothing_of_its_budget(home: str) -> None:
    letters = heaviest()
    assert size(article(home, letters)) > article_budget(article(home, letters))
    assert told(home, letters) == []
    assert told(home, letters + 200)
    assert told("", letters + 200)


@pytest.mark.parametrize("home", [USUAL, "https://a.example", "http://b.example/c"])
def test_the_budget_is_no_other_at_an_address_of_usual_length(home: str) -> None:
    letters = heaviest() + 200
    (what,) = told(home, letters)
    assert what == f"weight: {size(article(home, letters)):,} bytes gzipped, budget {ARTICLE_BUDGET:,}"
