"""What tells one article from another: the item in its seed, the story over several seeds, the version of a story."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_NUMBER = re.compile(r"\d{1,9}")


def item_key(item: str, position: int, several: bool) -> str:
    """What tells an item from the others of its seed: the sender's identifier, else ``#2`` where there are several."""
    return item or (f"#{position + 1}" if several else "")


def story(item: str, source: str, seed: str) -> str:
    """What the versions of an item share. An identifier that is no URI is only the sender's own.

    >>> story("urn:newsml:agence.example:20160315:1", "AGT", "a.xml")
    'urn:newsml:agence.example:20160315:1'
    >>> story("17", "AGT", "a.xml"), story("17", "", "a.xml"), story("", "AGT", "a.xml")
    ('AGT 17', 'a.xml 17', '')
    """
    if not item or item.startswith("#"):
        return ""
    return item if ":" in item else f"{source or seed} {item}"


def revision_number(revision: str) -> int | None:
    """The sender's number of a version, whatever stands around it."""
    found = _NUMBER.search(revision)
    return int(found[0]) if found else None


def in_utc(moment: date | datetime | None, zone: ZoneInfo) -> str:
    """A moment as a text that sorts; a day is its first moment in `zone`."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC).isoformat(timespec="seconds")
