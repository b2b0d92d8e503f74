"""Publishing status: the words of four formats and what agencies write to their clients, as one decision.

A withheld or killed item that is published is a real harm, so every word that is not known to be harmless
keeps the article back. Words: NewsML 1.2 `Status`, NewsML-G2 and ninjs `pubStatus`, NITF
`management-status`, WordPress `wp:status`, superdesk `state`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from glose.digest.dates.timestamps import moment
from glose.digest.model.article import Correction, Finding, Status
from glose.digest.newsroom.notices import EVERYWHERE, day_over, notice

_MEANS: dict[str, Status] = {
    **dict.fromkeys(
        ("", "usable", "publish", "published", "corrected", "updated", "confirmed", "future"), "published"
    ),
    **dict.fromkeys(("withheld", "hold", "private", "unpublished"), "withheld"),
    **dict.fromkeys(
        ("canceled", "cancelled", "killed", "kill", "recalled", "retracted", "withdrawn"), "retracted"
    ),
    **dict.fromkeys(
        ("draft", "pending", "auto-draft", "inherit", "inprogress", "in_progress", "scheduled"), "draft"
    ),
    **dict.fromkeys(("spiked", "trash", "deleted"), "withheld"),
}
_KILL = re.compile(
    r"\b(?:kill(?:ed)?|annul(?:ation|ée?|ez)|retract(?:ed|ion)|withdraw(?:n|al)|cancel(?:led|ed|lation)"
    r"|zur(?:ü|ue)ckgezogen|r(?:ü|ue)ckzug|anulad[ao]|anulación|annullat[ao])\b",
    re.I,
)
"""In a code that the message carries; never looked for in prose, where people are killed."""
_CORRECTION = re.compile(
    r"\b(?:correct(?:ion|ed|s|ing|if)|corrig(?:é|ée|e|enda|endum)|rectifi(?:catif|cation|é|ée|es|ed|ca)"
    r"|fe de erratas|berichtigung|berichtigt|korrektur|korrigiert|corrección|corregid[ao]|correzione|corr)\b",
    re.I,
)
_KNOWN_KINDS = "published, withheld, retracted or draft"
_TODO = "set `embargo_until:`, or `status: published` when it is over"


def status(word: str, labels: Iterable[str], prose: Iterable[str]) -> tuple[Status, tuple[Finding, ...]]:
    """What a message says of itself.

    `word`: its status, a qcode (``stat:usable``) or a URI included. `labels`: its codes, types and signals.
    `prose`: title and notes, where a kill must stand first and in capitals to count.
    """
    name = re.split(r"[:/]", word.strip().casefold())[-1]
    killed = [label for label in labels if _KILL.search(label)]
    killed += [text for text in prose if (said := notice(text)) and said.kind == "kill" and said.sure]
    if killed:
        return "retracted", (Finding("status", killed[0], "the message kills the article", 0.9),)
    if name == "embargoed":
        return "withheld", ()  # until `embargo` finds a date
    meant = _MEANS.get(name)
    if meant is None:
        why = f"the sender's word “{word}” is not known to mean {_KNOWN_KINDS}: set `status:`"
        return "draft", (Finding("status", word, why, 0.3, holds=True),)
    return meant, (Finding("status", word, f"the sender's word for {meant}"),) if meant != "published" else ()


def embargo(stamp: str, lang: str) -> tuple[datetime | None, tuple[Finding, ...]]:
    """The moment until which the article may not be published.

    A stamp without a zone is held until its hour, or its day, is over everywhere on earth.
    """
    found = moment(stamp, lang, EVERYWHERE) if stamp else None
    if isinstance(found, datetime) and found.utcoffset() != timedelta(hours=-12):
        return found, ()
    if found is not None:
        until = found if isinstance(found, datetime) else day_over(found)
        return until, (Finding("embargo", stamp, "no zone is named: held until it is over everywhere", 0.6),)
    return None, (
        Finding("embargo", stamp, f"an embargo (“{stamp}”) that cannot be read: {_TODO}", 0.3, holds=True),
    ) if stamp else ()


def embargo_in(notes: Iterable[str], lang: str) -> tuple[datetime | None, tuple[Finding, ...]]:
    """The same of an embargo that notes to editors name."""
    told = [said for text in notes if (said := notice(text, lang)) and said.kind == "embargo"]
    if not told:
        return None, ()
    text, moments = told[0].text, {said.until for said in told}
    until = moments.pop() if len(moments) == 1 else None
    if until is None:
        why = f"an embargo (“{text}”) without a moment that is certain: {_TODO}"
        return None, (Finding("embargo", text, why, 0.3, holds=True),)
    zoned = all(said.zoned for said in told)
    message = "may not be published before" if zoned else "no zone is named: held until it is over everywhere"
    return until, (Finding("embargo", text, message, 0.9 if zoned else 0.6),)


def corrections(notices: Iterable[str], on: date | datetime | None) -> tuple[Correction, ...]:
    """The corrections that the message announces, dated by its own version."""
    day = on.date() if isinstance(on, datetime) else on
    if day is None:
        return ()
    return tuple(Correction(day, text) for text in dict.fromkeys(notices) if is_correction(text))


def is_correction(text: str) -> bool:
    """True for a label or note that announces a correction."""
    return bool(_CORRECTION.search(text))
