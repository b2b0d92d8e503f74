"""Where Hugo puts a page (gohugo.io, URL management)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from glose.digest.bring.folder import tokens

_MONTHS = "january february march april may june july august september october november december".split()


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the settings say of addresses."""

    permalinks: Mapping[str, str]
    """Pattern by section."""
    ugly: bool
    """True for ``name.html`` in place of ``name/``."""

    def of(
        self, inside: PurePosixPath, name: str, slug: str, title: str, when: date | None, section: str
    ) -> str:
        """The path of a page below its language; "" where the pattern asks for what is not known."""
        folder = inside.parent.parent if inside.stem == "index" else inside.parent
        sections = "" if folder.as_posix() == "." else folder.as_posix()
        pattern = self.permalinks.get(section)
        if not pattern:
            path = "/".join(filter(None, (part(sections), part(slug or name))))
            return f"/{path}" + (".html" if self.ugly else "/")
        values = {
            "section": section,
            "sections": sections,
            "title": part(title),
            "slug": part(slug or title),
            "slugorfilename": part(slug or name),
            "slugorcontentbasename": part(slug or name),
            "filename": part(name),
            "contentbasename": part(name),
        }
        if when is not None:
            values |= {
                "year": f"{when:%Y}",
                "month": f"{when:%m}",
                "day": f"{when:%d}",
                "yearday": f"{when:%j}",
            }
            values |= {"monthname": _MONTHS[when.month - 1]}
        found = tokens(pattern, values, r":([a-z]+)")
        return found.rstrip("/") + "/" if found else ""


def patterns(value: object) -> dict[str, str]:
    """Patterns by section; Hugo may nest them below the kind of page."""
    if not isinstance(value, dict):
        return {}
    inner = value.get("page") if isinstance(value.get("page"), dict) else value
    return {str(k): str(v) for k, v in (inner or {}).items() if isinstance(v, str)}


def part(text: str) -> str:
    """A part of an address as Hugo makes it: small letters, hyphens for spaces."""
    return re.sub(r"[^\w/.~-]+", "", re.sub(r"\s+", "-", text.strip().lower()))


def absolute(alias: str, inside: PurePosixPath) -> str:
    """A former address; one without a slash at its beginning counts from the page's folder."""
    return alias if alias.startswith("/") else f"/{inside.parent.as_posix()}/{alias}".replace("/./", "/")
