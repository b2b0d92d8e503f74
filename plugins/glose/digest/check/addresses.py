"""What is wrong in the addresses that a site names: its own, and where readers may write to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

Problem = tuple[str, str]
PRODUCTION = "publishconf.py"
"""The settings of the site that readers see."""
_SITE = re.compile(
    r"https?://(?:[\w-]+(?:\.[\w-]+)*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?(?:/[^\s?#\"'<>\\]*[^\s?#\"'<>\\/])?"
)
_STANDING_IN = re.compile(r"(?:.+\.)?(?:invalid|example|example\.(?:com|net|org))")
"""Names that nobody can have (RFC 2606): those of our examples and of a settings file just made."""
LIKE = "https://news.example/digest"


def addresses(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """The site's own addresses are whole, and end where paths begin."""
    told: list[object] = []  # publishconf.py says FEED_DOMAIN = SITEURL
    for key in ("SITEURL", "FEED_DOMAIN"):
        value = settings.get(key) or ""
        if value and value not in told and not is_site(value):
            told.append(value)
            yield f"{key}: {value!r} is no address of a site{_why(value)}", f"write it like {LIKE}"
    contact = settings.get("REPORT_ERROR") or ""
    if contact and (
        not isinstance(contact, str) or urlsplit(contact).scheme not in ("mailto", "https", "http")
    ):
        yield f"REPORT_ERROR: {contact!r} is no address", "write it like mailto:errors@news.example"


def published(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """The site that readers see has an address of its own: feeds, data and shared links name it."""
    value = settings.get("SITEURL") or ""
    if not value or (is_site(value) and stands_in(value)):
        what = f"SITEURL: {value!r} is nobody's address" if value else "SITEURL is empty"
        yield (
            what,
            f"write where readers will find the site into {PRODUCTION}, or into the environment as SITEURL",
        )


def is_site(value: object) -> bool:
    """True for a web address without query, fragment, spaces and closing slash."""
    return isinstance(value, str) and bool(_SITE.fullmatch(value))


def stands_in(value: str) -> bool:
    """True for an address that only shows where one belongs.

    >>> stands_in("https://glose.invalid"), stands_in("https://www.example.org/a"), stands_in("https://example-times.org")
    (True, True, False)
    """
    return bool(_STANDING_IN.fullmatch(urlsplit(value).hostname or ""))


def _why(value: object) -> str:
    if not isinstance(value, str):
        return ""
    if value.split() != [value]:
        return ": it has spaces"
    if not value.startswith(("https://", "http://")):
        return ": it lacks https://"
    return ": it ends in a slash" if value.endswith("/") else ""
