"""Glossaries that hypothesis makes up: every field of the model filled in every way the loader allows."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from plugins.digest.glossary import Glossary, load_glossary
from plugins.digest.glossary.exchange import import_
from plugins.digest.glossary.fold import key
from plugins.digest.glossary.term import (
    CASES,
    TYPES,
    Change,
    Identifier,
    Name,
    Phrase,
    Relations,
    Rules,
    Sense,
    Source,
    Term,
)

LANGS = ("fr", "en", "ar", "pt-BR", "zh-Hant")
GAP = re.compile(r"…|\.{3}|\{[0-9]+\}")
days = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
printable = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
texts = st.text(printable, min_size=1, max_size=60).map(str.strip).filter(bool)
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


def by_language(values: st.SearchStrategy[str], least: int = 1) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(LANGS), values, min_size=least)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[dt.date | None, dt.date | None]:
    since, until = draw(st.none() | days), draw(st.none() | days)
    if since and until and since >= until:
        return until, since + dt.timedelta(1)
    return since, until


own_rules = st.builds(
    Rules,
    case=st.sampled_from(CASES),
    inflect=st.booleans(),
    near=st.lists(words, max_size=3).map(tuple),
    not_near=st.lists(words, max_size=3).map(tuple),
    within=st.integers(1, 500),
    priority=st.integers(-1000, 1000),
)


@st.composite
def names(draw: st.DrawFn, slug: str) -> tuple[Name, ...]:
    """At least one preferred name a language; no text twice, so that no two terms claim one."""
    found = []
    for lang in draw(st.lists(st.sampled_from(LANGS), unique=True, min_size=1)):
        roles = ["pref", *draw(st.lists(st.sampled_from(["alt", "hidden"]), max_size=3))]
        for role in roles:
            text = f"{draw(words)} {slug} {len(found)}"
            since, until = draw(intervals())
            witness, rules = draw(st.just("") | fields), draw(st.none() | own_rules)
            found.append(Name(text, lang, role, since, until, witness, rules))  # type: ignore[arg-type]
    return tuple(draw(st.permutations(found)))


@st.composite
def senses(draw: st.DrawFn) -> tuple[Sense, ...]:
    """In order of time and disjoint, with and without gaps between them."""
    edges = sorted(draw(st.lists(days, unique=True, max_size=4)))
    bounds: list[dt.date | None] = [draw(st.sampled_from([None, dt.date(1, 1, 1)])), *edges, None]
    bounds = [bound for at, bound in enumerate(bounds) if at < 2 or bound != bounds[at - 1]]
    pairs = [(one, two) for one, two in pairwise(bounds) if not (one and two and one >= two)]
    kept = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1))
    return tuple(
        Sense(since, until, draw(by_language(fields)))
        for since, until in sorted(kept, key=lambda pair: pair[0] or dt.date.min)
    )


sources = st.builds(
    Source,
    title=fields,
    url=st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9/?=&'()_.~-]{0,20}", fullmatch=True),
    publisher=st.just("") | fields,
    date=st.sampled_from(["", "2016", "2016-03", "2016-03-15"]),
)


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    parts = draw(st.lists(words, min_size=1, max_size=3))
    gaps = tuple(draw(st.integers(0, 30)) for _ in parts[1:])
    return Phrase(
        tuple(parts), gaps, draw(st.sampled_from(["whole", "head"])), draw(st.sampled_from(["", *LANGS]))
    )


@st.composite
def identifiers(draw: st.DrawFn) -> tuple[Identifier, ...]:
    schemes = draw(st.lists(st.sampled_from(["wikidata", "geonames", "iso3166_2", "no"]), unique=True))
    return tuple(
        Identifier(scheme, draw(words), draw(st.none() | days), draw(st.just("") | fields))
        for scheme in schemes
    )


@st.composite
def bodies(draw: st.DrawFn, langs: set[str]) -> dict[str, str]:
    """Markdown in languages that the entry uses elsewhere, or whose tag has two letters."""
    paragraphs = st.lists(
        texts | st.sampled_from(["## Une partie", "glose: rien", "- un\n- deux"]), min_size=1
    )
    known = [lang for lang in LANGS if len(lang) == 2 or lang in langs]
    chosen = draw(st.lists(st.sampled_from(known), unique=True))
    return {lang: "\n\n".join(draw(paragraphs)).strip("\n") for lang in chosen}


@st.composite
def terms(draw: st.DrawFn, slug: str, others: list[str]) -> Term:
    found_names, found_senses = draw(names(slug)), draw(senses())
    relation = st.lists(st.sampled_from(others), unique=True).map(tuple) if others else st.just(())
    langs = {name.lang for name in found_names} | {lang for sense in found_senses for lang in sense.short}
    return Term(
        slug=slug,
        type=draw(st.sampled_from(TYPES)),  # type: ignore[arg-type]
        names=found_names,
        senses=found_senses,
        sources=tuple(draw(st.lists(sources, min_size=1, max_size=3))),
        as_of=draw(days),
        status=draw(st.sampled_from(["draft", "reviewed"])),
        rules=draw(own_rules),
        phrases=tuple(draw(st.lists(phrases(), max_size=2))),
        same_as=draw(identifiers()),
        relations=Relations(draw(relation), draw(relation), draw(relation)),
        review_after=draw(st.none() | days),
        contested=draw(by_language(fields, least=0)),
        changes=tuple(draw(st.lists(st.builds(Change, days, by_language(fields)), max_size=2))),
        body=draw(bodies(langs)),
    )


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    slugs = draw(
        st.lists(st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True), unique=True, max_size=3)
    )
    slugs = [f"terme-{slug}" for slug in slugs]
    return Glossary(tuple(draw(terms(slug, [other for other in slugs if other != slug])) for slug in slugs))


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
