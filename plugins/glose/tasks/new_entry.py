"""What `new.term` has to know before it writes: asked for on a terminal, refused where it would do harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from invoke.exceptions import Exit

from glose.digest.model.errors import DigestError
from glose.tasks.asking import Ask, answer, asker
from glose.tasks.frame import USAGE, choose, clauses, within
from glose.tasks.settings import Site
from glose.tasks.words import say

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TAGGED = re.compile(rf"(?P<tag>{TAG.pattern}):(?!//)\s*(?P<text>.*)", re.S)


@dataclass(frozen=True, slots=True)
class Wish:
    """The entry that somebody wants."""

    name: str
    aliases: tuple[str, ...] = ()
    """Each a name, or a language, a colon and a name."""
    type: str = ""
    lang: str = ""
    languages: tuple[str, ...] = ()
    source: str = ""
    url: str = ""


def asked(wish: Wish, ask: Ask | None = None) -> Wish:
    """The wish made whole: what it lacks is asked for on a terminal; elsewhere a type that lacks is wrong usage.

    `ask`: asks a question and returns the answer; None where nobody is there to answer.
    """
    from glose.digest.glossary.term import TYPES

    ask = ask or asker()
    if not wish.name and ask is not None:
        wish = replace(wish, name=answer(ask, say("name")))
    if not re.search(r"\w", wish.name):
        raise Exit(say("--name: write the term's name, in letters"), USAGE)
    for option, tags in (("lang", (wish.lang,)), ("languages", wish.languages)):
        for tag in filter(None, tags):
            tagged(option, tag)
    if not wish.type and ask is None:
        raise Exit(say("--type is missing: add --type and one of {types}", types=", ".join(TYPES)), USAGE)
    if ask is not None:
        wish = _answered(wish, ask, TYPES)
    choose("type", wish.type, TYPES)
    if wish.url and (urlsplit(wish.url).scheme not in ("http", "https") or wish.url.split() != [wish.url]):
        raise Exit(
            say("--url {url}: write a whole address like https://register.example/", url=wish.url), USAGE
        )
    return wish


def _answered(wish: Wish, ask: Ask, types: tuple[str, ...]) -> Wish:
    kind = wish.type
    while kind not in types:
        kind = answer(ask, say("type ({types})", types=", ".join(types)))
    aliases = wish.aliases or tuple(
        one.strip()
        for one in answer(ask, say("other names, between semicolons (de:Name for another language)")).split(
            ";"
        )
    )
    source = wish.source or answer(ask, say("title of a source (may stay empty)"))
    url = wish.url or (answer(ask, say("its address")) if source else "")
    return replace(wish, type=kind, aliases=tuple(filter(None, aliases)), source=source, url=url)


def tagged(option: str, tag: str) -> str:
    """`tag`, or wrong usage where it is no language's."""
    from glose.digest.check.languages import is_named

    if not TAG.fullmatch(tag) or not is_named(tag):
        told = say("--{option} {tag}: write a language tag like en, de or pt-BR", option=option, tag=tag)
        raise Exit(told, USAGE)
    return tag


def named(alias: str, lang: str) -> tuple[str, str]:
    """Language and text of an alias; `lang` where it names none."""
    found = _TAGGED.fullmatch(alias)
    tag, text = (found["tag"], found["text"]) if found else (lang, alias)
    if not re.search(r"\w", text):
        raise Exit(say("--alias {alias}: write a name in letters, like de:Musterstadt", alias=alias), USAGE)
    return tag, " ".join(text.split())


def known(own: Site, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Those of the names that an entry has: with its slug and where; nothing of a glossary that cannot be read."""
    from glose.digest.glossary import load_glossary

    try:
        glossary = load_glossary(own.glossary, own.lang)
    except DigestError:
        return  # an entry is broken, or the folder is missing: no reason not to begin another
    for name in names:
        for slug in sorted(glossary.index.owners(name)):
            term = glossary[slug]
            line = next((f":{one.line}" for one in term.names if one.text == name and one.line), "")
            yield name, slug, f"{within(term.path)}{line}"


def refuse_known(own: Site, names: Iterable[str]) -> None:
    """Wrong usage when an entry has one of the names."""
    for name, slug, place in known(own, names):
        told = say(
            '"{name}" is a name of {slug}; edit {place}, or add --homonym if this is another one',
            name=name,
            slug=slug,
            place=place,
        )
        raise Exit(told, USAGE)


def refuse_broken(text: str, file: Path, own: Site) -> None:
    """Wrong usage when what was given would make an entry that stops a build."""
    from glose.digest.glossary.entry import read_entry
    from glose.digest.schema.node import Reading

    reading = Reading(str(within(file)), own.lang)
    read_entry(reading, file.stem, text)
    if reading.faults:
        raise Exit("\n".join(clauses(one) for one in reading.faults), USAGE)
