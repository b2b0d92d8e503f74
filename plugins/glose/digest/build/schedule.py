"""What waits for its hour: an article or page whose embargo, or else whose date, lies ahead.

The moment is absolute (a day begins at midnight in the site's time zone), so a clock that is put forward or back in the
meantime moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from glose.digest.build.records import Record
from glose.digest.build.sources import Sources
from glose.digest.model.errors import Fault
from glose.digest.site.values import moment

HELD = "is held until"
"""How what is told of each begins."""
SOONER = "to have it now, write an `embargo_until:` that has passed"


def due(one: Record, sources: Sources) -> str:
    """The moment until which it waits, ISO 8601; empty for what waits for none.

    Its own `embargo_until` decides where it has one, and its date otherwise, unless the settings publish what is dated
    ahead. Where nobody says what time it is, every embargo holds, and no date lies ahead.
    """
    now = sources.now
    if one.embargo:
        return one.embargo if now is None or moment(one.embargo) > now else ""
    if now is None or not one.when or sources.settings.get("WITH_FUTURE_DATES", True):
        return ""
    return one.when if moment(one.when) > now else ""


def is_shown(one: Record, sources: Sources) -> bool:
    """True for what readers may see now, and for all that waits where they are editors."""
    return one.shown and (sources.settings.get("DRAFTS") is True or not due(one, sources))


def waiting(records: Iterable[Record], sources: Sources) -> list[tuple[Record, str]]:
    """What would be shown but for its hour, with that hour, the next one first."""
    found = [(one, hour) for one in records if one.shown and (hour := due(one, sources))]
    return sorted(found, key=lambda one: (moment(one[1]), one[0].file))


def told(held: Iterable[tuple[Record, str]], sources: Sources) -> Iterator[Fault]:
    """What an editor is told of each."""
    name = str(sources.settings.get("TIMEZONE") or "UTC")
    zone = ZoneInfo(name)
    for one, hour in held:
        when = moment(hour).astimezone(zone)
        what = (
            f"is held until {when:%Y-%m-%d %H:%M} ({name}), and comes out with the first build from then on"
        )
        yield Fault(sources.path(one.file), one.due_line, what, SOONER)


def files(held: Iterable[tuple[Record, str]]) -> Iterator[str]:
    """Files of the content that what waits names: nobody is to see them before."""
    for one, _ in held:
        if one.picture:
            yield one.picture[0]
        yield from (ref.target for ref in one.references if ref.what == "static")
