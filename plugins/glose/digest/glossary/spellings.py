"""How else a name may be written: inflected, transliterated otherwise, without its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from glose.digest.glossary.bounds import ARTICLES, ELISIONS
from glose.digest.glossary.fold import APOSTROPHES, key
from glose.digest.glossary.forms import LEADING
from glose.digest.glossary.german import declensions, genitive, spelt_out
from glose.digest.glossary.inflect import INFLECTED, variants
from glose.digest.glossary.joints import MUST_JOIN, OF
from glose.digest.glossary.term import ANY_LANGUAGE, Name, Term, base

MOST = 24
"""Transliterations of one name that are looked for."""
_INNER = re.compile(rf"([^\W_]+)[{APOSTROPHES}](?=[^\W_])")
_DOTTED = re.compile(r"[^\W\d_]{2,6}")
_SPOKEN = re.compile("[A-Z][a-z]{2,5}")
_JOINED = re.compile("(?<=[A-Z]{2})-(?=[A-Z]{2})")
_NUMBERED = re.compile(r"(?<![^\W_])([A-Z][A-Za-z]{0,4})([ \u00a0-]?)(\d{1,4})(?![^\W_])")
_ARTICLE = re.compile(r"(?<![^\W_])([^\W\d_]{2,4})([- ])(?=([^\W\d_]{2}))")
_LONG = {
    "st": "saint",
    "ste": "sainte",
    "th": "théâtre",
    "cie": "compagnie",
    "mt": "mont",
    "ft": "fort",
    "bd": "boulevard",
}
_SHORT = {key(long): short for short, long in _LONG.items()}
_ABBREVIATED = re.compile(
    rf"(?<![^\W_])({'|'.join((*_LONG, *_LONG.values(), 'theatre'))})(\.?)(?=[ \u00a0-]+[^\W\d_])",
    re.IGNORECASE,
)
"""A word that papers write in full or in short: "St-Gall", "Th. d’Exemple"."""
_SUN = {letter: letter for letter in "n s r d t z l ch sh dh th".split()} | {"c": "s", "ş": "s"}
"""Letters to which the l of the article is likened: "an-Nosra"."""
_CONTRACTED: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {"le": ("au", "du"), "les": ("aux", "des")},
    "it": {
        "il": ("al", "del", "dal", "nel", "sul"),
        "la": ("alla", "della", "dalla", "nella", "sulla"),
        "l": ("all", "dell", "dall", "nell", "sull"),
    },
    "es": {"el": ("al", "del")},
}
"""What an article becomes with the preposition before it."""


class Spelling(NamedTuple):
    """One way to write a name."""

    term: Term
    name: Name
    text: str
    lang: str = ""
    """The only language of articles in which it is looked for; empty for those of its name."""
    after: frozenset[str] = frozenset()
    """Words of which one must stand before it, when there are any."""


def further(plain: Spelling) -> Iterator[Spelling]:
    """Other spellings that the rules allow."""
    term, text = plain.term, plain.text
    if not text:
        return
    yield from _inflected(plain)
    yield from _without_article(plain)
    if term.type in ("org", "agency") and _SPOKEN.fullmatch(text):
        yield plain._replace(text=".".join((*text.upper(), "")))
    for other in _written(text):
        if other != text:
            yield plain._replace(text=other)
    if text.startswith("ال"):
        yield plain._replace(text="لل" + text[2:])  # the preposition swallows the article's first letter


def _inflected(plain: Spelling) -> Iterator[Spelling]:
    term, name, text, _, _ = plain
    rules = name.rules or term.rules
    lang = base(name.lang)
    if rules.inflect:
        anywhere = lang in ANY_LANGUAGE
        for tag in INFLECTED if anywhere else (lang,):
            for variant in variants(text, tag):
                if variant != text:
                    yield plain._replace(text=variant, lang=tag if anywhere else "")
        return
    if lang == "de" and term.type != "person" and " " in text:
        yield from (plain._replace(text=declined, lang="de") for declined in declensions(text))
    if (lang == "de" or lang in ANY_LANGUAGE) and text[-1:].islower() and not text.islower():
        yield plain._replace(text=genitive(text) or text, lang="de")


def _without_article(plain: Spelling) -> Iterator[Spelling]:
    """ "Caire" after "au", for Le Caire; "Washington Post" for The Washington Post; "Monde" for no newspaper."""
    first, space, rest = plain.text.partition(" ")
    lang = base(plain.name.lang)
    if plain.text[1:2] in APOSTROPHES and lang == "it":
        first, space, rest = plain.text[0], " ", plain.text[2:]
    article = first.lower()
    if not space or article not in (*LEADING, "l") or not rest[:1].isupper():
        return
    if " " in rest:
        yield plain._replace(text=rest)
        return
    after = _CONTRACTED.get(lang, {}).get(article)
    if after and (plain.term.type == "place" or first.islower()):
        yield plain._replace(text=rest, after=frozenset(after), lang="" if lang == "fr" else lang)


def _written(text: str) -> Iterator[str]:
    if text.isupper() and _DOTTED.fullmatch(text):
        yield ".".join((*text, ""))
    if "'" in text or "’" in text:
        yield _INNER.sub(lambda m: m[0] if key(m[1]) in ELISIONS | OF else m[1], text)
    if _JOINED.search(text):
        yield _JOINED.sub("", text)
    if _NUMBERED.search(text):
        yield _NUMBERED.sub(r"\1\3", text)
        yield _NUMBERED.sub(r"\1 \3", text)
    if _ABBREVIATED.search(text):
        yield _ABBREVIATED.sub(_other_length, text)
    spelt = spelt_out(text)
    if spelt != text:
        yield spelt
    if _ARTICLE.search(text):
        yield from _transliterated(text)


def _other_length(found: re.Match[str]) -> str:
    word = key(found[1])
    other = _LONG.get(word) or _SHORT[word]
    if found[1].isupper():
        return other.upper()
    return other.capitalize() if found[1][0].isupper() else other


def _transliterated(text: str) -> Iterator[str]:
    """The name with each Arabic article in its other shapes: "el-Assad", "en-Nosra"."""
    pieces: list[tuple[str, ...]] = []
    done = 0
    for found in _ARTICLE.finditer(text):
        article, joint, following = found[1], found[2], found[3].lower()
        if article.lower() not in ARTICLES or (joint == " " and article.lower() not in ("al", "el")):
            continue
        sun = _SUN.get(following) or _SUN.get(following[0], "l")
        shapes = dict.fromkeys((article.lower(), "al", "el", "a" + sun, "e" + sun))
        dress = str.capitalize if article[0].isupper() else str.lower
        pieces.append((text[done : found.start()],))
        pieces.append(tuple(dress(shape) + ("-" if shape in MUST_JOIN else joint) for shape in shapes))
        done = found.end()
    if pieces:
        pieces.append((text[done:],))
        for choice in islice(product(*pieces), MOST):
            yield "".join(choice)
