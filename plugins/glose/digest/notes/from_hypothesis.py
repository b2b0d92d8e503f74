"""What Hypothesis gives out (its API's search, or its client's export) becomes drafts of notes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from glose.digest.model.errors import Fault, NotesError
from glose.digest.notes.anchor import find
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.grammar import Words
from glose.digest.notes.note import KINDS, Quotation
from glose.digest.notes.quote import quotation
from glose.digest.text.clean import NO_XML
from glose.digest.text.slug import slugify

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+[^\s<>\"')\].,;:!?]")


class Taken(NamedTuple):
    """What came of an export."""

    notes: tuple[dict[str, Any], ...]
    """Drafts, with the keys of a file."""
    left: tuple[str, ...]
    """What was not taken, each with why."""


def take(export: bytes, name: str, text: Text, lang: str, there: Collection[str]) -> Taken:
    """The drafts that an export makes on an article.

    `name`: the file, for messages. `text`: the article's body. `lang`: of the notes. `there`: ids that the article's
    notes have already. Raises `NotesError` for what is no export.
    """
    notes: list[dict[str, Any]] = []
    left: list[str] = []
    ids = set(there)
    for place, row in enumerate(_rows(export, name), 1):
        id = str(row.get("id") or place)
        own = slugify(f"h-{id}")
        if own in ids:
            left.append(f"{id}: is there already")
            continue
        made = _note(row, own, text, lang)
        if isinstance(made, str):
            left.append(f"{id}: {made}")
            continue
        ids.add(own)
        notes.append(made)
    return Taken(tuple(notes), tuple(left))


def _rows(export: bytes, name: str) -> list[Mapping[str, Any]]:
    try:
        whole = json.loads(export)
    except (ValueError, RecursionError) as error:
        raise NotesError(Fault(name, None, f"is not JSON: {error}", "export it anew")) from None
    rows = (whole.get("rows") or whole.get("annotations")) if isinstance(whole, dict) else whole
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        todo = "give what https://api.hypothes.is/api/search answers, or the client's export"
        raise NotesError(Fault(name, None, 'has no list "rows" or "annotations"', todo))
    return rows


def _note(row: Mapping[str, Any], id: str, text: Text, lang: str) -> dict[str, Any] | str:
    """The draft, or why there is none."""
    if row.get("references"):
        return "is an answer to another"
    on = _quotation(row)
    if on is None:
        return "is on no words"
    found = find(on, text)
    if found.anchor is None:
        why = "stand in several places" if found.state == "ambiguous" else "do not stand in the article"
        return f'its words "{on.exact[:60]}" {why}'
    words = str(row.get("text") or "").strip()
    if not words:
        return "says nothing"
    if NO_XML.search(words):
        return "holds a character that no page may hold"
    anchor = found.anchor
    quoted, hint = quotation(Place(anchor.paragraph, anchor.start, anchor.last, anchor.end), text)
    tags = [str(tag).lower() for tag in row.get("tags") or ()]
    kind = next((tag for tag in tags if tag in KINDS and tag != "claim"), "context")
    made = {
        "id": id,
        "kind": kind,
        "on": Words().plain(quoted),
        "hint": hint,
        "body": {lang: words},
        "by": _author(row),
        "created": _moment(row.get("created")),
        "modified": _moment(row.get("updated")),
        "sources": _sources(row, words),
        "status": "draft",
    }
    if not made["created"]:
        return "does not say when it was made"
    if made["modified"] in ("", made["created"]):
        del made["modified"]
    return made


def _quotation(row: Mapping[str, Any]) -> Quotation | None:
    for target in row.get("target") or ():
        for one in (target.get("selector") or ()) if isinstance(target, dict) else ():
            if isinstance(one, dict) and one.get("type") == "TextQuoteSelector" and one.get("exact"):
                parts = (one["exact"], one.get("prefix") or "", one.get("suffix") or "")
                return Quotation(*map(str, parts))
    return None


def _author(row: Mapping[str, Any]) -> str:
    shown = row.get("user_info")
    name = shown.get("display_name") if isinstance(shown, dict) else None
    user = str(row.get("user") or "")
    return str(name or user.removeprefix("acct:").partition("@")[0] or "Hypothesis")


def _moment(written: object) -> str:
    """A moment to the second, as the grammar reads it."""
    found = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$", str(written or ""))
    return f"{found[1]}{found[2].replace('Z', '+00:00')}" if found else ""


def _sources(row: Mapping[str, Any], words: str) -> list[dict[str, str]]:
    """The note itself, where it stands on the web, and what it links to."""
    links = row.get("links")
    own = str(
        (links.get("html") if isinstance(links, dict) else "") or f"https://hypothes.is/a/{row.get('id')}"
    )
    cited = dict.fromkeys(_ADDRESS.findall(words))
    found = [{"title": urlsplit(address).netloc, "url": address} for address in cited]
    return [*found, {"title": f"[{_author(row)}]", "publisher": "Hypothesis", "url": own}]
