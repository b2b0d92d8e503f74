"""One glossary file becomes one `Term`: its header by the grammar, and the long entry below it by language."""

from __future__ import annotations

import re
from difflib import get_close_matches

from glose.digest.glossary.entry_names import check_names, check_senses, in_order
from glose.digest.glossary.grammar import HEADER
from glose.digest.glossary.term import Term, Texts, base
from glose.digest.model.errors import FrontMatterError
from glose.digest.schema.node import Node, Reading
from glose.digest.schema.yaml_file import load, parts

BODY_LANG = re.compile(r"##[ \t]+([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*#*[ \t]*")
CODE_FENCE = re.compile(r" {0,3}(```|~~~)")


def read_entry(reading: Reading, slug: str, text: str) -> Term | None:
    """The term that a file's text describes, or None where it does not describe one.

    Faults and warnings are left on `reading`; a term read with faults is not fit for use.
    """
    try:
        whole = parts(text, reading.path)
        nodes = load(whole.header, reading.path, faults=reading.faults)
    except FrontMatterError as error:
        reading.faults += error.faults
        return None
    values = HEADER.values(nodes, "", reading)
    sound = HEADER.whole(Node(nodes, 1), nodes, values, reading)
    names, senses = values.get("names", ()), values.get("senses", ())
    check_names(names, reading)
    check_senses(senses, reading)
    languages = {base(name.lang) for name in names} | {base(tag) for sense in senses for tag in sense.short}
    body = _body(reading, whole.body, whole.first, languages)
    if reading.gaps and not reading.faults and _is_draft(nodes):
        for gap in reading.gaps:
            reading.warn(gap.line, f"the draft is left out: {gap.what}", gap.todo)
        return None
    reading.faults += reading.gaps
    if not sound:
        return None
    made = {one.name: values[one.key] for one in HEADER.fields if one.key in values}
    made["events"] = tuple(sorted(made.get("events", ()), key=lambda event: str(event.date or event.since)))
    made["senses"] = in_order(senses)
    term = Term(slug=slug, body=body, path=reading.path, **made)
    _check_identifiers(term, nodes, reading)
    if term.review_after and term.review_after <= term.as_of:
        what = f"review_after ({term.review_after}) is not after as_of ({term.as_of})"
        reading.warn(nodes["review_after"], what, "set it later")
    return term


REGISTERS = {"wikidata": re.compile(r"Q[1-9][0-9]*"), "geonames": re.compile(r"[1-9][0-9]*")}
"""Whose identifiers have a form."""
LIKE = {"wikidata": "Q42", "geonames": "2988507"}


def _is_draft(nodes: dict[str, Node]) -> bool:
    return "status" in nodes and nodes["status"].value == "draft"


def _check_identifiers(term: Term, nodes: dict[str, Node], reading: Reading) -> None:
    written = nodes["same_as"].value if "same_as" in nodes else {}
    for identifier in term.same_as:
        node = written[identifier.scheme] if isinstance(written, dict) else None
        if near := get_close_matches(identifier.scheme, REGISTERS, 1, 0.8):
            if near[0] != identifier.scheme:
                what = f'no register is called "{identifier.scheme}"'
                reading.fault(node, what, f'write "{near[0]}"')
            elif not REGISTERS[near[0]].fullmatch(identifier.id):
                what = f'same_as.{identifier.scheme} is "{identifier.id}", which that register gives nobody'
                reading.fault(node, what, f"write it like {LIKE[near[0]]}")
        if not identifier.verified and isinstance(written, dict):
            reading.warn(
                written[identifier.scheme],
                f"nobody says when and how {identifier.scheme} {identifier.id} was checked",
                f"write {identifier.scheme}: {{id: {identifier.id}, checked: <day>, how: <where you looked>}}",
            )


def _body(reading: Reading, body: str, first: int, languages: set[str]) -> Texts:
    """The long entry by language: each part stands under ``## fr``; without such a heading it is in the site's."""
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
                reading.fault(number, f'the body has "## {tag}" twice', "join the two parts")
            elif parts.get("", [""]) and "".join(parts.get("", [])).strip():
                reading.fault(number, f'text stands before "## {tag}"', "put it under a language heading")
            parts.setdefault(tag, [])
        else:
            parts.setdefault(tag, []).append(row)
    texts = {key or reading.lang: "\n".join(rows).strip("\n") for key, rows in parts.items()}
    return {key: text for key, text in texts.items() if text.strip()}
