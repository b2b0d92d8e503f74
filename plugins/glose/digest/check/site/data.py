"""The site as data: JSON that is JSON, and says of articles and terms what the pages say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set
from typing import Any

from glose.digest.check.site.files import Files, is_absolute
from glose.digest.check.site.page import Facts, briefly
from glose.digest.check.site.structured import is_moment
from glose.digest.model.errors import Fault

ARTICLES, GLOSSARY, TURTLE = "articles.json", "glossary.json", "glossary.ttl"
BUILD = "build again"
ROW = {"url": str, "title": str, "date": str, "lang": str, "tags": list, "terms": list}
"""What a row of ``articles.json`` holds at least."""
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\s]*>|#[^\n]*|[\[\]()]|\.(?=\s|$)|[^\s"<\[\]()#]+|\s+|.',
    re.S,
)


class UnreadableError(ValueError):
    """Why a file is no JSON of ours, in one clause."""


def read_json(data: bytes) -> Any:
    """What a JSON file holds; raises `UnreadableError`."""
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8 (byte {error.start})") from None
    except RecursionError:
        raise UnreadableError("is nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"is not JSON ({error})") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def data_faults(files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """Faults of the articles and the glossary as data."""
    terms: set[str] | None = None
    for name in (GLOSSARY, ARTICLES):
        if name not in files.names:
            continue
        try:
            found = read_json(files.read(name))
        except UnreadableError as error:
            yield Fault(name, None, f"data: {error}", BUILD)
            continue
        if name == GLOSSARY:
            terms = _terms(found)
            what = _glossary(found, terms, pages)
        else:
            what = _articles(found, terms, files, pages)
        for one in what:
            yield Fault(name, None, f"data: {one}", BUILD)
    if TURTLE in files.names:
        for one in _turtle(files.read(TURTLE), terms):
            yield Fault(TURTLE, None, f"data: {one}", BUILD)


def _terms(found: Any) -> set[str] | None:
    rows = found.get("terms") if isinstance(found, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get("slug") for row in rows):
        return None
    return {str(row["slug"]) for row in rows}


def _glossary(found: Any, terms: set[str] | None, pages: Mapping[str, Facts]) -> Iterator[str]:
    if terms is None:
        yield "is no list of terms with their slugs"
        return
    if len(terms) != len(found["terms"]):
        yield "a slug stands twice"
    shown = {name.split("/")[1] for name in pages if re.fullmatch(r"glossary/[^/]+/index\.html", name)}
    yield from (f"the term {briefly(one)} has no page" for one in sorted(terms - shown))
    yield from (f"lacks the term {briefly(one)}" for one in sorted(shown - terms))


def _articles(found: Any, terms: set[str] | None, files: Files, pages: Mapping[str, Facts]) -> Iterator[str]:
    if not isinstance(found, list):
        yield "is no list of articles"
        return
    seen: set[str] = set()
    known: set[str] = set()
    whole = True
    for number, row in enumerate(found, 1):
        wrong = [
            key
            for key, kind in ROW.items()
            if not isinstance(row, dict) or not isinstance(row.get(key), kind)
        ]
        if wrong:
            yield f"article {number} lacks {', '.join(wrong)}"
            whole = False
            continue
        address = row["url"]
        target = files.target("", address) if is_absolute(address) else None
        page = pages.get(target.name) if target else None
        if page is None:
            yield f"{briefly(address, 100)} is no page of this site"
        elif page.hidden:
            yield f"{briefly(address, 100)} is retracted, and listed"
        if address in seen:
            yield f"{briefly(address, 100)} stands twice"
        seen.add(address)
        known.add(target.name if target else "")
        if not is_moment(row["date"]):
            yield f"date {briefly(row['date'])!r} is no date"
        if terms is not None:
            yield from (f"the term {briefly(str(one))} is none" for one in row["terms"] if one not in terms)
    listed = {t.name for page in pages.values() for one in page.listed if (t := files.target(page.name, one))}
    for name in sorted(listed & pages.keys() - known) if whole else ():
        if not (pages[name].hidden or _taken_in(pages[name], known, files)):
            yield f"lacks {name}, which is listed"


def _taken_in(page: Facts, known: Set[str], files: Files) -> bool:
    """True for an edition's own page of an article in another language, which describes that one."""
    described = (one.partition("#")[0] for one in page.described)
    return any(
        (there := files.target("", one)) and there.name in known for one in described if is_absolute(one)
    )


def _turtle(data: bytes, terms: set[str] | None) -> Iterator[str]:
    """Whether brackets and strings close and each term is a concept; a whole reader is an extra of `rdf`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"is not UTF-8 (byte {error.start})"
        return
    depth, last = 0, ""
    for sign in (one[0] for one in _TOKEN.finditer(text)):
        if sign in ('"', "<"):
            yield f"is not Turtle: {sign} is not closed"
            return
        depth += (sign in "[(") - (sign in "])")
        last = last if sign.isspace() or sign.startswith("#") else sign
    if depth or last != ".":
        yield "is not Turtle: it ends inside a statement"
        return
    concepts = set(re.findall(r"^<\S*/([^/>\s]+)>\s+a skos:Concept\b(?!Scheme)", text, re.M))
    if terms is not None:
        yield from (f"lacks the term {briefly(one)}" for one in sorted(terms - concepts))


def is_written(files: Files, words: str) -> bool:
    """Whether somebody wrote these words in an article or an entry, which are here as data."""
    return json.dumps(words, ensure_ascii=False)[1:-1].encode() in files.written
