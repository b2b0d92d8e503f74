"""An article of ours as a page of Hugo: what was kept goes home again, what Hugo has no key for becomes a param."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from glose.digest.bring.header_text import kept_value
from glose.digest.schema.yaml_file import dump

_LINK = re.compile(
    r"(!?\[[^\[\]\n]{0,2000}\]|\])\(\{(filename|static)\}/?([^\s()]{1,2000})((?:\s[^()\n]{0,500})?)\)"
)
_FIGURE = re.compile(
    r"^!\[(?P<alt>[^\[\]\n]{0,1000})\]\(\{static\}/(?P<src>[^\s()]{1,2000})\)"
    r"(?:\n(?!\*[^*\n]{1,2000}\*$)(?P<caption>[^\n]{1,2000}))?(?:\n\*(?P<attr>[^*\n]{1,2000})\*)?$",
    re.M,
)
_MARK = re.compile(r"\\(\[\[)|(?<!\\)\[\[(!)?([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]")


def page(fields: Mapping[str, Any], body: str, places: Callable[[str], str]) -> tuple[str, str]:
    """Path below Hugo's content/ and the text of the page. `places`: path of the page that a file of ours becomes."""
    brought = fields.get("brought") or {}
    own = brought.get("by") == "hugo"
    kept = {key: kept_value(value) for key, value in (brought.get("kept") or {}).items()}
    path = brought["id"] if own and brought.get("id") else usual(fields)
    said = _front(fields, kept, own)
    text = _body(body, places, path)
    if "_more" in kept and own:
        text = _with_more(text, kept["_more"])
    return path, f"---\n{dump(said)}---\n" + (f"\n{text}\n" if text else "")


def usual(fields: Mapping[str, Any]) -> str:
    """Where a page goes that was not brought from Hugo."""
    lang, slug = fields.get("lang", ""), fields.get("slug", "")
    return f"posts/{slug}.{str(lang).lower()}.md" if lang else f"posts/{slug}.md"


def _front(fields: Mapping[str, Any], kept: dict[str, Any], own: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"title": fields.get("title", "")}
    day = fields.get("date")
    if day is not None:
        short = isinstance(day, datetime) and fields.get("date_precision") == "day"
        said["date"] = day.date() if short else day
    if modified := fields.get("modified"):
        said["lastmod"] = modified
    if embargo := fields.get("embargo_until"):
        said["publishDate"] = embargo
    if fields.get("status") != "published" and not (own and fields.get("held")):
        said["draft"] = True
    category, tags = fields.get("category"), list(fields.get("tags") or [])
    if isinstance(kept.get("categories"), list) and kept["categories"][:1] == [category]:
        before = list(dict.fromkeys((*(kept.get("tags") or []), *kept["categories"][1:])))
        if before == tags:
            category, tags = None, list(kept.get("tags") or [])
            said["categories"] = kept["categories"]
    kept.pop("categories", None)
    kept.pop("tags", None)
    if category:
        said["categories"] = [category]
    if tags:
        said["tags"] = tags
    if authors := list(fields.get("authors") or []):
        one = kept.get("_author") if len(authors) == 1 else None
        said[str(one or "authors")] = authors[0] if one else authors
    if fields.get("summary"):
        said["description" if own and "_summary" not in kept else "summary"] = fields["summary"]
    image = fields.get("image") or {}
    if src := image.get("src") or kept.get("_image"):
        said["images"] = [f"/{src}" if image.get("src") else src]
    if not own:
        said["slug"] = fields.get("slug", "")
    written = kept.get("_aliases")
    back = {there: one for one, there in written.items()} if isinstance(written, dict) else {}
    aliases = [
        back.get(one, one) for one in fields.get("aliases") or [] if not own or one != kept.get("_address")
    ]
    if aliases:
        said["aliases"] = aliases
    params = _params({key: one for key, one in fields.items() if not own or key != "held"})
    if own:
        said |= {key: value for key, value in kept.items() if not key.startswith("_") and key not in said}
    elif kept:
        params["kept"] = kept
    if params:
        said["params"] = {**(said["params"] if isinstance(said.get("params"), dict) else {}), "glose": params}
    return said


_WITH_HOME = frozenset(
    "title date date_precision slug lang category tags summary authors status image embargo_until aliases modified "
    "brought seed converter date_source".split()
)


def _params(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What Hugo has no key for, under one of ours."""
    found = {key: _plain(value) for key, value in fields.items() if key not in _WITH_HOME and value}
    image = {key: value for key, value in (fields.get("image") or {}).items() if key != "src" and value}
    if image:
        found["image"] = _plain(image)
    if fields.get("status") not in ("published", "draft"):
        found["status"] = fields.get("status")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def _body(body: str, places: Callable[[str], str], path: str) -> str:
    """The text with its links and pictures as Hugo writes them, and marks of the glossary as their words."""

    def mark(found: re.Match[str]) -> str:
        return "[[" if found[1] else found[4] or found[3]

    def link(found: re.Match[str]) -> str:
        target, sign, part = found[3].partition("#")
        if found[2] == "static":
            return f"{found[1]}(/{found[3]}{found[4]})"
        where = places(target)
        return f'{found[1]}({{{{< relref "/{PurePosixPath(where)}{sign}{part}" >}}}}{found[4]})'

    def figure(found: re.Match[str]) -> str:
        if not (found["caption"] or found["attr"]) or '"' in found[0]:
            return found[0]
        said = {
            "src": f"/{found['src']}",
            "alt": found["alt"],
            "caption": found["caption"],
            "attr": found["attr"],
        }
        return "{{< figure " + " ".join(f'{key}="{value}"' for key, value in said.items() if value) + " >}}"

    body = body.replace("{{&lt;", "{{<")
    return _LINK.sub(link, _MARK.sub(mark, _FIGURE.sub(figure, body)))


def _with_more(text: str, blocks: Any) -> str:
    parts = text.split("\n\n")
    if not isinstance(blocks, int) or not 0 <= blocks <= len(parts):
        return text
    return "\n\n".join([*parts[:blocks], "<!--more-->", *parts[blocks:]])
