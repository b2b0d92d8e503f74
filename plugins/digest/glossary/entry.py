"""One glossary file becomes one `Term`: the keys that may stand in it, and what each must look like."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast
from urllib.parse import urlsplit

import yaml

from plugins.digest.glossary.entry_names import read_names, read_senses
from plugins.digest.glossary.entry_rules import read_phrase, read_rules
from plugins.digest.glossary.header import Header, line
from plugins.digest.glossary.term import (
    TYPES,
    Change,
    Identifier,
    Relations,
    Source,
    Term,
    TermType,
    Texts,
    base,
)

KEYS = (
    "type", "names", "match", "patterns", "senses", "same_as", "relations", "sources", "as_of",
    "review_after", "status", "contested", "changes",
)  # fmt: skip
REQUIRED = ("type", "names", "senses", "sources", "as_of", "status")
STATUSES = ("draft", "reviewed")
BODY_LANG = re.compile(r"##[ \t]+([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*#*[ \t]*")
CODE_FENCE = re.compile(r" {0,3}(```|~~~)")
PARTIAL_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


def read_entry(header: Header, slug: str, text: str, lang: str) -> Term | None:
    """The term that a file's text describes, or None where the header cannot be read at all.

    `lang` is the language of texts that do not name theirs. Faults and warnings are left on `header`; a term
    read with faults is not fit for use.
    """
    root, body, body_line = header.split(text)
    if root is None:
        return None
    get = header.mapping(root, "the front matter", KEYS, REQUIRED).get
    names = read_names(header, get("names"))
    senses = read_senses(header, get("senses"))
    as_of = header.day(get("as_of"), "as_of") or dt.date.min
    review_after = header.day(get("review_after"), "review_after")
    if review_after and review_after <= as_of:
        header.warn(line(root), f"review_after ({review_after}) is not after as_of ({as_of})", "set it later")
    languages = {base(name.lang) for name in names} | {base(tag) for sense in senses for tag in sense.short}
    return Term(
        slug=slug,
        type=cast(TermType, header.choice(get("type"), "type", TYPES, "concept")),
        names=names,
        senses=senses,
        sources=_sources(header, get("sources")),
        as_of=as_of,
        status="reviewed"
        if header.choice(get("status"), "status", STATUSES, "draft") == "reviewed"
        else "draft",
        rules=read_rules(header, get("match")),
        phrases=tuple(
            phrase
            for node in header.items(get("patterns"), "patterns")
            if (phrase := read_phrase(header, node)) is not None
        ),
        same_as=_same_as(header, get("same_as")),
        relations=_relations(header, get("relations")),
        review_after=review_after,
        contested=header.texts(get("contested"), "contested", lang),
        changes=_changes(header, get("changes"), lang),
        body=_body(header, body, body_line, lang, languages),
        path=header.path,
    )


def _same_as(header: Header, node: yaml.Node | None) -> tuple[Identifier, ...]:
    found = []
    for scheme, value in ({} if node is None else header.mapping(node, "same_as", ())).items():
        if isinstance(value, yaml.ScalarNode):
            identifier = Identifier(scheme, header.text(value, scheme))
        else:
            parts = header.mapping(value, scheme, ("id", "checked", "how"), ("id",))
            identifier = Identifier(
                scheme,
                header.text(parts.get("id"), "id"),
                header.day(parts.get("checked"), "checked"),
                header.text(parts.get("how"), "how"),
            )
        if not identifier.verified:
            header.warn(
                value,
                f"nobody says when and how {scheme} {identifier.id} was checked",
                f"write {scheme}: {{id: {identifier.id}, checked: <day>, how: <where you looked>}}",
            )
        found.append(identifier)
    return tuple(found)


def _relations(header: Header, node: yaml.Node | None) -> Relations:
    keys = ("part_of", "replaced_by", "see")
    found = {} if node is None else header.mapping(node, "relations", keys)
    slugs: dict[str, list[str]] = {key: [] for key in keys}
    for key in keys:
        for item in header.items(found.get(key), key, single=True):
            if slug := header.text(item, key):
                slugs[key].append(slug)
                header.links.append((key, slug, line(item)))
    return Relations(*(tuple(slugs[key]) for key in keys))


def _sources(header: Header, node: yaml.Node | None) -> tuple[Source, ...]:
    sources = []
    for item in header.items(node, "sources"):
        found = header.mapping(item, "a source", ("title", "publisher", "date", "url"), ("title", "url"))
        url = header.text(found.get("url"), "url")
        if url and not _is_address(url):
            header.fault(found["url"], f'url "{url}" is no address', "write it in full: https://…")
        date = header.text(found.get("date"), "date of a source")
        if date and not PARTIAL_DAY.fullmatch(date):
            header.day(found["date"], "date of a source")
        sources.append(
            Source(
                title=header.text(found.get("title"), "title of a source"),
                url=url,
                publisher=header.text(found.get("publisher"), "publisher"),
                date=date,
            )
        )
    if isinstance(node, yaml.SequenceNode) and not sources:
        header.fault(node, "no sources", "give at least one, with title and url")
    return tuple(sources)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", url)


def _changes(header: Header, node: yaml.Node | None, lang: str) -> tuple[Change, ...]:
    changes = []
    for item in header.items(node, "changes"):
        found = header.mapping(item, "a change", ("date", "what"), ("date", "what"))
        date = header.day(found.get("date"), "date of a change")
        changes.append(Change(date or dt.date.min, header.texts(found.get("what"), "what", lang)))
    return tuple(changes)


def _body(header: Header, body: str, first: int, lang: str, languages: set[str]) -> Texts:
    """The long entry by language: each part stands under ``## fr``; without such a heading it is in `lang`."""
    parts: dict[str, list[str]] = {}
    tag, fence = "", ""
    for number, row in enumerate(body.split("\n"), first):
        mark = CODE_FENCE.match(row)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        heading = None if fence else BODY_LANG.fullmatch(row)
        if heading and (len(heading[1]) == len("fr") or base(heading[1]) in languages):
            tag = heading[1]
            if tag in parts:
                header.fault(number, f'the body has "## {tag}" twice', "join the two parts")
            elif parts.get("", [""]) and "".join(parts.get("", [])).strip():
                header.fault(number, f'text stands before "## {tag}"', "put it under a language heading")
            parts.setdefault(tag, [])
        else:
            parts.setdefault(tag, []).append(row)
    texts = {key or lang: "\n".join(rows).strip("\n") for key, rows in parts.items()}
    return {key: text for key, text in texts.items() if text.strip()}
