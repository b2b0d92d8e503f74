"""Glossaries that hypothesis makes up: every key of the grammar filled in every way the loader allows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from glose.digest.glossary import Glossary, load_glossary
from glose.digest.glossary.entry import LIKE, read_entry
from glose.digest.glossary.exchange import import_
from glose.digest.glossary.fold import key
from glose.digest.glossary.grammar import HEADER
from glose.digest.glossary.record import opened
from glose.digest.glossary.term import Name, Sense, Source, Term, base
from glose.digest.glossary.write import entry_text
from glose.digest.schema.kinds import (
    Choice,
    Day,
    Flag,
    Kind,
    Lang,
    Link,
    Number,
    PartialDay,
    Text,
    Web,
)
from glose.digest.schema.node import Reading
from glose.digest.schema.record import ListOf, MapOf, Record, Texts
from glose.digest.text.slug import name_fault

LANGS = ("fr", "en", "ar", "pt-BR", "zh-Hant", "pt-br", "sr-LATN")
GAP = re.compile(r"…|\.{3}|\{[0-9]+\}")
days = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
printable = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
texts = st.text(printable, min_size=1, max_size=20).map(str.strip).filter(bool)
"""Any text a field may hold: letters of all scripts, signs, quotes, what YAML, CSV, XML and Turtle stumble over."""
tricky = st.sampled_from(
    [
        *("- tiret", "a: b", "# dièse", "null", "no", "2016-03-15", "1984", "espace  double"),  # YAML
        *("un\n deux\n\ntrois", "un\u2028deux", "un\x85deux", "mot " * 30 + "fin"),
        *("=1+1", "'=1+1", "a;b,c", '"guillemets"'),  # CSV
        *("<b>&amp;</b>", "]]>", "glose:{}"),  # XML
        *("\\barre", "fin\\", "@fr"),  # Turtle
    ]
)
fields = st.one_of(texts, tricky)
words = texts.map(lambda text: " ".join(GAP.sub("", text).split())).filter(key)
"""What the matcher has a letter or digit of."""


urls = st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9/?=&'()_.~-]{0,20}", fullmatch=True)


@cache
def drawn(kind: Kind, path: str = "") -> st.SearchStrategy[Any]:
    """Any plain value of that kind: what an entry's file may hold at that path, key by key of the grammar."""
    kind = opened(kind)
    if path in SPECIAL:
        return SPECIAL[path](kind)
    if isinstance(kind, ListOf):
        return st.lists(drawn(kind.item, f"{path}[]"), min_size=1, max_size=2)
    if isinstance(kind, MapOf):
        keys = st.sampled_from(["wikidata", "geonames", "iso3166_2", "no", "a.b[1]%2E", "% É"])
        return st.dictionaries(keys, drawn(kind.item, f"{path}{{}}"), min_size=1, max_size=2)
    if isinstance(kind, Texts):
        most = kind.most or None
        return by_language(fields.map(lambda text: text[:most].strip()).filter(bool))
    if isinstance(kind, Record):
        kinds = {one.key: drawn(one.kind, f"{path}.{one.key}".strip(".")) for one in kind.fields}
        must = {one.key: kinds[one.key] for one in kind.fields if one.required}
        free = {key: strategy for key, strategy in kinds.items() if key not in must}
        return st.fixed_dictionaries(must, optional=free).filter(bool)
    return LEAVES[type(kind)](kind)


def by_language(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(LANGS), values, min_size=1, max_size=3)


def numbers(kind: Number) -> st.SearchStrategy[float]:
    if kind.whole:
        return st.integers(int(kind.least), int(kind.most))
    finest = 10**8
    return st.integers(int(kind.least) * finest, int(kind.most) * finest).map(lambda n: n / finest)


LINKS = ("=link=0", "=link=1")
"""Stand for the slugs of other entries until it is known which there are."""
SLUG = "=slug="
"""Stands for the entry's own slug in its names, which no other entry has then."""


def settled(value: Any, slug: str, others: list[str]) -> Any:
    """The value with real slugs."""
    if isinstance(value, dict):
        return {key: settled(one, slug, others) for key, one in value.items()}
    if isinstance(value, list):
        links = [others[LINKS.index(one)] for one in value if one in LINKS[: len(others)]]
        return links or [settled(one, slug, others) for one in value if one not in LINKS]
    return value.replace(SLUG, slug) if isinstance(value, str) else value


LEAVES: dict[type[Kind], Callable[[Any], st.SearchStrategy[Any]]] = {
    Text: lambda kind: fields.map(kind.tidy),
    Choice: lambda kind: st.sampled_from(kind.words),
    Day: lambda _: days.map(dt.date.isoformat),
    PartialDay: lambda _: st.sampled_from(["2016", "2016-03", "2016-03-15"]),
    Flag: lambda _: st.just(True),
    Number: numbers,
    Link: lambda _: st.sampled_from(LINKS),
    Lang: lambda _: st.sampled_from(LANGS),
    Web: lambda _: urls,
}
"""A kind that is missing here fails every test that makes up glossaries."""


@st.composite
def intervals(draw: st.DrawFn) -> dict[str, str]:
    """``from`` and ``until``, either or none of them."""
    since, until = draw(st.none() | days), draw(st.none() | days)
    if since and until and since >= until:
        since, until = until, since + dt.timedelta(1)
    return {key: day.isoformat() for key, day in (("from", since), ("until", until)) if day}


def undated(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("from", "until", "date")}


@st.composite
def names(draw: st.DrawFn, kind: ListOf) -> list[dict[str, Any]]:
    """At least one preferred name a language; no text twice, so that no two terms claim one."""
    found: list[dict[str, Any]] = []
    for lang in draw(st.lists(st.sampled_from(LANGS), unique_by=base, min_size=1, max_size=3)):
        for role in ("pref", *draw(st.lists(st.sampled_from(["alt", "hidden"]), max_size=2))):
            text = f"{draw(words)} {SLUG} {len(found)}"
            row = undated(draw(drawn(kind.item, "names[]")))
            found.append(row | {"text": text, "lang": lang, "role": role} | draw(intervals()))
    return draw(st.permutations(found))


@st.composite
def senses(draw: st.DrawFn, kind: ListOf) -> list[dict[str, Any]]:
    """In order of time and disjoint, with and without gaps between them."""
    edges = sorted(draw(st.lists(days, unique=True, max_size=3)))
    bounds: list[dt.date | None] = [draw(st.sampled_from([None, dt.date(1, 1, 1)])), *edges, None]
    bounds = [bound for at, bound in enumerate(bounds) if at < 2 or bound != bounds[at - 1]]
    pairs = [(one, two) for one, two in pairwise(bounds) if not (one and two and one >= two)]
    kept = sorted(
        draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1)), key=lambda p: p[0] or dt.date.min
    )
    return [
        {key: day.isoformat() for key, day in zip(("from", "until"), pair, strict=True) if day}
        | undated(draw(drawn(kind.item, "senses[]")))
        for pair in kept
    ]


@st.composite
def events(draw: st.DrawFn, kind: ListOf) -> list[dict[str, Any]]:
    """Each with a day, or with an interval that begins."""
    days_of = days.map(lambda day: {"date": day.isoformat()}) | intervals().filter(
        lambda pair: "from" in pair
    )
    rows = draw(st.lists(drawn(kind.item, "events[]"), min_size=1, max_size=3))
    return [undated(row) | draw(days_of) for row in rows]


@st.composite
def sequences(draw: st.DrawFn, _kind: ListOf) -> list[Any]:
    """Words with gaps between them."""
    first, *rest = draw(st.lists(words, min_size=1, max_size=3))
    return [first, *(part for word in rest for part in ({"gap": draw(st.integers(0, 30))}, word))]


SPECIAL: dict[str, Any] = {
    "names": names,
    "senses": senses,
    "events": events,
    "patterns[].seq": sequences,
}
"""Keys whose values must agree with one another; all other keys inside them are still drawn by the grammar."""


@st.composite
def bodies(draw: st.DrawFn, langs: frozenset[str]) -> dict[str, str]:
    """Markdown in languages that the entry uses elsewhere, or whose tag has two letters."""
    paragraphs = st.lists(
        texts | st.sampled_from(["## Une partie", "glose: rien", "- un\n- deux"]), min_size=1
    )
    known = [lang for lang in LANGS if len(lang) == 2 or base(lang) in langs]
    chosen = draw(st.lists(st.sampled_from(known), unique=True))
    return {lang: "\n\n".join(draw(paragraphs)).strip("\n") for lang in chosen}


@st.composite
def terms(draw: st.DrawFn, slug: str, others: list[str]) -> Term:
    """What the loader makes of an entry that may hold anything that the grammar allows."""
    plain = settled(draw(drawn(HEADER)), slug, others)
    for scheme, one in plain.get("same_as", {}).items():
        if known := LIKE.get(scheme):  # an identifier that the register may have given
            plain["same_as"][scheme] = one | {"id": known} if isinstance(one, dict) else known
    tags = [*(name["lang"] for name in plain["names"]), *(t for one in plain["senses"] for t in one["short"])]
    reading = Reading(f"{slug}.md", "fr")
    found = read_entry(reading, slug, entry_text(plain | {"body": draw(bodies(frozenset(map(base, tags))))}))
    assert found is not None, reading.faults
    assert not reading.faults, reading.faults
    return found


slugs = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True) | st.sampled_from(
    ["index", "search", "tags", "sources", "2016", "null", "no", "1e5", "a", "skos", "t-t"]
)
"""Names of entries; also those that other parts of the site need for themselves, and what YAML takes for no text."""


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    chosen = draw(st.lists(slugs.filter(lambda slug: not name_fault(slug)), unique=True, max_size=3))
    return Glossary(tuple(draw(terms(slug, [other for other in chosen if other != slug])) for slug in chosen))


def loaded(files: dict[str, str], folder: Path) -> Glossary:
    """What the loader makes of these files."""
    for slug, text in files.items():
        (folder / f"{slug}.md").write_text(text, encoding="utf-8", newline="")
    return load_glossary(folder)


def imported(text: str, name: str, folder: Path) -> Glossary:
    return loaded(import_(text, name), folder)


def term(slug: str = "ville-exemple", **changes: Any) -> Term:
    """A plain valid term."""
    plain: dict[str, Any] = {
        "slug": slug,
        "type": "place",
        "names": (Name("Ville-Exemple", "fr", "pref"), Name("Exampletown", "en", "pref")),
        "senses": (Sense(None, None, {"fr": "Une ville.", "en": "A town."}),),
        "sources": (Source("Un titre", "https://agence.example/1"),),
        "as_of": dt.date(2026, 1, 1),
        "status": "reviewed",
        "path": f"content/glossary/{slug}.md",
    }
    return Term(**(plain | changes))
