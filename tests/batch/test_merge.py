"""A merge holds what both sides added, or there is none; nothing is guessed and nothing is lost."""

from __future__ import annotations

import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.batch.merge import Conflict, merge

BASE = """\
---
title: Un titre
tags:
- ville
summary: Un chapeau
seed:
  path: x.txt
converter:
  sha256: aa
---

Premier paragraphe.

Deuxième paragraphe.

Troisième paragraphe.
"""


def edited(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def test_edits_of_different_paragraphs_are_both_kept() -> None:
    ours = edited(BASE, ("Premier", "Tout premier"))
    theirs = edited(BASE, ("Troisième", "Tout dernier"), ("aa", "bb"))
    assert merge(BASE, ours, theirs) == edited(
        BASE, ("Premier", "Tout premier"), ("Troisième", "Tout dernier"), ("aa", "bb")
    )


def test_edits_of_neighbouring_keys_are_both_kept_although_their_lines_touch() -> None:
    ours = edited(BASE, ("- ville\n", "- ville\n- port\n"), ("title: Un titre", "title: Un meilleur titre"))
    theirs = edited(BASE, ("Un chapeau", "Un autre chapeau"), ("aa", "bb"))
    merged = merge(BASE, ours, theirs)
    head = yaml.safe_load(merged.split("---")[1])
    assert head["tags"] == ["ville", "port"]
    assert head["title"] == "Un meilleur titre"
    assert head["summary"] == "Un autre chapeau"


def test_comments_the_order_of_keys_and_keys_of_a_person_survive() -> None:
    mine = "# pourquoi\nglossary:\n  skip: [x]\n"
    ours = edited(
        BASE,
        ("title: Un titre\n", ""),
        ("tags:", f"{mine}title: Un titre\ntags:"),
    )
    theirs = edited(BASE, ("summary", "category: monde\nsummary"), ("aa", "bb"))
    merged = merge(BASE, ours, theirs)
    assert merged.splitlines()[1:5] == ["# pourquoi", "glossary:", "  skip: [x]", "title: Un titre"]
    assert list(yaml.safe_load(merged.split("---")[1])) == [
        "glossary", "title", "tags", "category", "summary", "seed", "converter",
    ]  # fmt: skip


def test_the_same_change_on_both_sides_is_made_once() -> None:
    both = edited(BASE, ("Deuxième paragraphe.", "Deuxième paragraphe.\n\nInséré."))
    assert merge(BASE, both, both) == both


def test_what_a_person_deleted_stays_deleted_when_the_converter_did_not_touch_it() -> None:
    ours = edited(BASE, ("Deuxième paragraphe.\n\n", ""), ("summary: Un chapeau\n", ""))
    theirs = edited(BASE, ("Un titre", "Autre titre"))
    assert merge(BASE, ours, theirs) == edited(ours, ("Un titre", "Autre titre"))


@pytest.mark.parametrize(
    ("mine", "new"),
    [
        (("Premier", "A"), ("Premier", "B")),
        (("title: Un titre", "title: A"), ("title: Un titre", "title: B")),
        (("summary: Un chapeau\n", ""), ("Un chapeau", "B")),
        (("Deuxième paragraphe.\n\n", ""), ("Deuxième", "B")),
        (("title:", "title: A\ntitle:"), ("Premier", "B")),
        (("---\n", ""), ("Un titre", "B")),
    ],
)
def test_where_both_changed_the_same_thing_there_is_no_merge(
    mine: tuple[str, str], new: tuple[str, str]
) -> None:
    with pytest.raises(Conflict):
        merge(BASE, edited(BASE, mine), edited(BASE, new))


def test_line_breaks_of_the_edited_file_are_kept() -> None:
    ours = edited(BASE, ("Premier", "Tout premier"), ("\n", "\r\n"))
    assert merge(BASE, ours, BASE) == ours


def test_a_long_body_is_left_to_a_person() -> None:
    with pytest.raises(Conflict, match="more than 20,000 lines"):
        merge(BASE, BASE + "\n" * 30_000, BASE)


def random_edit(text: str, chance: random.Random, side: str) -> tuple[str, list[str], list[str]]:
    """The text after a few edits, the lines that they added, and those that they took away."""
    lines = text.split("\n")
    places = [i for i, line in enumerate(lines) if "paragraphe" in line]
    added, removed = [], []
    for number, place in enumerate(sorted(chance.sample(places, chance.randint(1, 4)), reverse=True)):
        line = f"{side} paragraphe {number}"
        kind = chance.choice(("change", "insert", "delete"))
        if kind != "insert":
            removed.append(lines.pop(place))
        if kind != "delete":
            lines.insert(place, line)
            added.append(line)
    if chance.random() < 0.5:
        at = next(i for i, line in enumerate(lines) if line.startswith("title:"))
        removed.append(lines[at])
        lines[at] = f"title: {side}"
        added.append(lines[at])
    return "\n".join(lines), added, removed


@settings(max_examples=1000, deadline=None)
@given(st.integers(0, 2**32))
def test_of_random_pairs_of_edits_no_line_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    paragraphs = "\n\n".join(f"paragraphe {i}" for i in range(chance.randint(4, 12)))
    base = f"---\ntitle: x\nlang: fr\n---\n\n{paragraphs}\n"
    ours, added, removed = random_edit(base, chance, "ours")
    theirs, their_added, their_removed = random_edit(base, chance, "theirs")
    try:
        merged = merge(base, ours, theirs).split("\n")
    except Conflict:
        return
    assert [line for line in added + their_added if merged.count(line) != 1] == []
    assert [line for line in removed + their_removed if line in merged] == []
    kept = [line for line in base.split("\n") if line not in removed + their_removed]
    assert [line for line in kept if line not in merged] == []
