"""A synthetic archive on disk, the same at every run: articles, and a glossary for two editions.

    python -m tests.bench.archive FOLDER --articles 1000 --terms 1000

writes FOLDER/content/articles/ and FOLDER/content/glossary/. The words are of no language; their shape is that of a
news agency: few words that are used all the time, few terms that every second article names, sections, tags, authors
and sources of which some have much. Article `n` is the same however many there are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from glose.digest.text.slug import slugify
from tests.bench.corpus import PLAIN, word

SEED = 10
MENTIONS = 14
"""Words of an article that are replaced by a term's name; chance adds and takes a few."""
VOCABULARY, TAGS, AUTHORS = 6000, 200, 20
CATEGORIES = ("Monde", "Région", "Politique", "Économie", "Société", "Culture", "Sciences", "Sports")
SOURCES = ("AGEX", "SAMPLE", "DEPEX", "NOVEX")
TYPES = ("org", "place", "person", "concept")
FIRST, APART = dt.datetime(2006, 1, 1, 6, tzinfo=dt.UTC), dt.timedelta(minutes=97)
"""About fifteen articles a day; the hundred-thousandth is of 2024."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article before anybody's header is put on it."""

    number: int
    title: str
    date: dt.datetime
    category: str
    tags: tuple[str, ...]
    author: str
    source: str
    body: str

    @property
    def slug(self) -> str:
        return f"{slugify(self.title)}-{self.number:06}"

    @property
    def file(self) -> str:
        return f"{self.number:06}.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of the glossary: two or three names, the first of them preferred."""

    number: int
    type: str
    names: tuple[str, ...]
    definition: str

    @property
    def file(self) -> str:
        return f"terme-{self.number:06}.md"


@functools.cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words with how often they come: grammar for two words in five, the others as Zipf has it."""
    chance = random.Random(SEED)
    made: dict[str, str] = {}
    while len(made) < VOCABULARY:  # no two that differ by an accent: as tags they would have one address
        plain = word(chance)
        made.setdefault(plain, plain.replace("e", "é", chance.randint(0, 1)))
    rare = [1 / (rank + 3) for rank in range(VOCABULARY)]
    common = sum(rare) * 0.42 / 0.58 / len(PLAIN)
    return (*PLAIN, *made.values()), tuple(accumulate([common] * len(PLAIN) + rare))


def proper(chance: random.Random) -> str:
    """A proper name of one word."""
    return word(chance).capitalize()


@functools.cache
def entries(number: int) -> tuple[Entry, ...]:
    """So many terms; no two have a name in common."""
    chance = random.Random(f"{SEED}:glossary")
    words = vocabulary()[0][len(PLAIN) :]
    seen: set[str] = set()

    def unique(make: Callable[[], str]) -> str:
        while (name := make()).casefold() in seen:
            pass
        seen.add(name.casefold())
        return name

    def full(length: int) -> str:
        return " ".join(
            proper(chance) if chance.random() < 0.7 else chance.choice(words) for _ in range(length)
        )

    def one(n: int) -> Entry:
        length = chance.choices((1, 2, 3, 4), (30, 40, 20, 10))[0]
        name = unique(lambda: f"{proper(chance)} {full(length - 1)}".strip())
        names = [
            name,
            unique(lambda: f"{name}{chance.choice(('h', 's', 'i', 'ite', 'an'))}{chance.choice('aio')}"),
        ]
        if chance.random() < 0.5:
            letters = "".join(part[0].upper() for part in name.split())
            names.append(unique(lambda: letters + "".join(chance.choices("BCDFGLMPRSTVZ", k=4))))
        definition = " ".join(chance.choices(words, k=chance.randint(18, 34))).capitalize()
        return Entry(n, chance.choice(TYPES), tuple(names), f"{definition}.")

    return tuple(one(n) for n in range(number))


def piece(number: int, forms: tuple[str, ...]) -> Piece:
    """Article `number`, which mentions some of `forms`: half of them from the few that everybody mentions."""
    chance = random.Random(f"{SEED}:{number}")
    words, weights = vocabulary()
    length = chance.randint(350, 450)
    body = chance.choices(words, cum_weights=weights, k=length)
    spots = chance.sample(range(3, length), MENTIONS + 6)
    for spot in spots[: MENTIONS if forms else 0]:
        frequent = min(int(chance.paretovariate(0.8)), len(forms)) - 1
        body[spot] = forms[frequent] if chance.random() < 0.5 else chance.choice(forms)
    for spot in spots[MENTIONS : MENTIONS + 3]:
        body[spot] = f"[{body[spot]}](https://example.org/{slugify(body[spot])}/{chance.randint(1, 9999)})"
    for spot, mark in zip(spots[MENTIONS + 3 :], ("**", "**", "*"), strict=True):
        body[spot] = f"{mark}{body[spot]}{mark}"
    title = " ".join(chance.choices(words[len(PLAIN) :], k=chance.randint(5, 9))).capitalize()
    return Piece(
        number,
        title,
        FIRST + number * APART,
        chance.choices(CATEGORIES, range(len(CATEGORIES), 0, -1))[0],
        tuple(sorted(set(chance.choices(words[len(PLAIN) : len(PLAIN) + TAGS], k=3)))),
        authors()[chance.randrange(AUTHORS)],
        chance.choice(SOURCES),
        "\n\n".join(paragraphs(body, chance)) + "\n",
    )


@functools.cache
def authors() -> tuple[str, ...]:
    """Who signs."""
    chance = random.Random(f"{SEED}:authors")
    return tuple(f"{proper(chance)} {proper(chance)}" for _ in range(AUTHORS))


def paragraphs(words: list[str], chance: random.Random) -> Iterator[str]:
    """The words in eight to twelve paragraphs of sentences."""
    cuts = sorted(chance.sample(range(10, len(words) - 10), chance.randint(7, 11)))
    for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True):
        part = words[start:end]
        step = chance.randint(9, 18)
        for at in range(step, len(part), step):
            part[at - 1] += chance.choice((",", ",", "."))
            if part[at - 1].endswith("."):
                part[at] = part[at][0].upper() + part[at][1:]
        text = " ".join(part)
        yield text[0].upper() + text[1:].removesuffix(",") + "."


def pieces(number: int, terms: int) -> Iterator[Piece]:
    """So many articles that mention so many terms."""
    forms = tuple(name for entry in entries(terms) for name in entry.names)
    return (piece(n, forms) for n in range(number))


def article_text(piece: Piece) -> str:
    """The article as a file of content/articles/."""
    header = {
        "title": piece.title,
        "date": piece.date.isoformat(),
        "date_precision": "minute",
        "date_source": "supplied",
        "slug": piece.slug,
        "lang": "fr",
        "category": piece.category,
        "tags": piece.tags,
        "authors": [piece.author],
        "source": piece.source,
        "status": "published",
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items()]
    return "\n".join(["---", *lines, "---", "", piece.body])


def entry_text(entry: Entry) -> str:
    """The term as a file of content/glossary/."""
    roles = ("pref", *("alt" for _ in entry.names))
    names = [
        f'  - {{text: "{name}", lang: {lang}, role: {role}}}'
        for name, role in zip(entry.names, roles, strict=False)
        for lang in ("fr", "en")
    ]
    return f"""---
type: {entry.type}
names:
{chr(10).join(names)}
senses:
  - short:
      fr: {entry.definition}
      en: {entry.definition}
sources:
  - {{title: Registre d’essai, url: "https://example.org/{entry.number}/"}}
as_of: 2026-01-01
status: reviewed
---

Texte d’essai.
"""


def write(folder: Path, articles: int, terms: int) -> None:
    """Writes the archive below `folder`/content, which must not be there yet."""
    for name in ("articles", "glossary"):
        (folder / "content" / name).mkdir(parents=True)
    for entry in entries(terms):
        (folder / "content" / "glossary" / entry.file).write_text(entry_text(entry), encoding="utf-8")
    for one in pieces(articles, terms):
        (folder / "content" / "articles" / one.file).write_text(article_text(one), encoding="utf-8")


def main() -> None:
    """Writes the archive that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--terms", type=int, default=1000)
    given = parser.parse_args()
    write(given.folder, given.articles, given.terms)


if __name__ == "__main__":
    main()
