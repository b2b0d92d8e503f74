"""An article's notes where no stylesheet is: a numbered list under a heading, for feeds."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from glose.digest.site.noted import Cited, Claimed, Noted, Said, marked, pieces, spoken
from glose.digest.site.room import Room
from glose.digest.site.values import Text

if TYPE_CHECKING:
    from glose.digest.site.render.words import Words

KINDS = {
    "context": "Context",
    "claim": "Claim",
    "sic": "Spelling",
    "variant": "Variant",
    "source": "Source",
    "followup": "What followed",
    "translation": "Translation",
    "correction": "Correction",
    "rights": "Rights",
}
RESULTS = {
    "unverified": "not verified",
    "confirmed": "confirmed",
    "contradicted": "contradicted",
    "mixed": "mixed",
}
CERTAINTY = {"high": "High certainty.", "medium": "Medium certainty.", "low": "Low certainty."}
SAYS = (
    "Notes", *KINDS.values(), *RESULTS.values(), *CERTAINTY.values(), "Said by: %(who)s", "Reported by: %(who)s",
    "Finding: %(what)s", "Our verdict: %(what)s", "As of %(day)s.", ", ",
)  # fmt: skip
"""What it says of the edition's words."""


def with_marks(text: Text, url: str) -> str:
    """The text with the numbers of its notes, which lead to the page at `url`."""
    notes = [one for one in text.notes if one.part == "body"]
    if not notes:
        return text.html
    parts = pieces(marked(text.html, notes), notes)
    return "".join(one.html + (_mark(one.mark, url) if one.mark else "") for one in parts)


def _mark(note: Noted, url: str) -> str:
    return f'<sup><a href="{url}#note-{note.number}">{note.number}</a></sup>'


def notes_list(text: Text, langs: Sequence[str], room: Room) -> str:
    """All of them under their heading; empty for none. `langs`: the reader's language, then others."""
    if not text.notes:
        return ""
    words = room.words
    items = "".join(f"<li>{''.join(_item(spoken(one, langs), langs[0], words))}</li>" for one in text.notes)
    return f"<hr><h2>{words.t('Notes')}</h2><ol>{items}</ol>"


def _item(note: Noted, lang: str, words: Words) -> Iterator[str]:
    quote = html.escape(note.quote)
    yield f"<p><b>{words.t(KINDS[note.kind])}</b> <q>{quote}</q></p>"
    said = note.says
    yield said.text if said.lang == lang else f'<div lang="{said.lang}">{said.text}</div>'
    if note.claim:
        yield f"<p>{' '.join(_claim(note.claim, lang, words))}</p>"
    comma = words.t(", ")
    told = [f"{comma.join(_cited(one, words) for one in note.sources)}."]
    if note.certainty and (note.claim or note.certainty != "high"):
        told.append(str(words.t(CERTAINTY[note.certainty])))
    if note.as_of:
        told.append(words.t("As of %(day)s.", day=words.day(note.as_of)))
    if note.by:
        told.append(f"{html.escape(note.by)}.")
    yield f"<p>{' '.join(told)}</p>"


def _cited(one: Cited, words: Words) -> Markup:
    day = f"{words.t(', ')}{words.partial_day(one.date)}" if one.date else ""
    return Markup('<a href="{}">{}</a>').format(one.url, one.name) + day


def _claim(claim: Claimed, lang: str, words: Words) -> Iterator[str]:
    comma = words.t(", ")
    day = f"{comma}{words.day(claim.said)}" if claim.said else ""
    yield f"{words.t('Said by: %(who)s', who=_said(claim.speaker[0], lang))}{day}."
    if claim.reported_by:
        yield f"{words.t('Reported by: %(who)s', who=claim.reported_by)}."
    found = "".join(f" – {_said(one, lang)}" for one in claim.found)
    yield f"{words.t('Finding: %(what)s', what=words.t(RESULTS[claim.result]))}{found}."
    if claim.verdict:
        verdict = words.t("Our verdict: %(what)s", what=_said(claim.verdict.says[0], lang))
        yield f"{verdict}{comma}{claim.verdict.value}/{claim.verdict.best}."


def _said(one: Said, lang: str) -> Markup:
    """A text in a line, which names its language where that is another."""
    return (
        escape(one.text)
        if one.lang == lang
        else Markup('<span lang="{}">{}</span>').format(one.lang, one.text)
    )
