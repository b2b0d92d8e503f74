"""What is to be said of a message's stamps: one that cannot be read, an hour without a zone, a last resort."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from glose.digest.dates.timestamps import moment
from glose.digest.model.article import Finding
from glose.digest.newsroom.notices import EVERYWHERE


def of_stamps(created: str, issued: str, composed: str, lang: str) -> Iterator[Finding]:
    """The findings of a story's stamps; `composed` counts where the others name no day."""
    stamps = tuple(filter(None, dict.fromkeys((created, issued))))
    if composed and not any(moment(stamp, lang) for stamp in stamps):
        stamps += (composed,)
        yield Finding("date", composed, "when the content was made: no other stamp dates it", 0.6)
    for stamp in stamps:
        when = moment(stamp, lang)
        if when is None:
            yield Finding("date", stamp, "a stamp that is no date", 0.3)
        elif not isinstance(when, datetime) and isinstance(moment(stamp, lang, EVERYWHERE), datetime):
            yield Finding("date", stamp, "its hour has no zone: the day is kept", 0.7)
