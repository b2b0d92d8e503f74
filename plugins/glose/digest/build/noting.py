"""An article's notes become what its pages show of them, and what is told of those that stand nowhere."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import category
from urllib.parse import unquote_to_bytes
from zoneinfo import ZoneInfo

from glose.digest.build.house import House
from glose.digest.build.parse import moment
from glose.digest.build.records import Parsed, Told
from glose.digest.build.sources import NOTES
from glose.digest.check.links import Lines, references
from glose.digest.notes import Shown, show
from glose.digest.notes.as_jsonld import web_annotations
from glose.digest.notes.faults import placed
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import BEST, Claim, Texts
from glose.digest.render import read
from glose.digest.schema.source import Source
from glose.digest.site import values
from glose.digest.site.lines import bare
from glose.digest.site.noted import Cited, Claimed, Noted, Said, Update, Verdict
from glose.digest.text.typography import typeset

FILE = re.compile(re.escape(values.ROOT) + r"\{([^}]*)\}")
"""A link to a file of the content, once `references` has seen it."""
_BRACES = re.compile(r"[{|](?:filename|static)[}|][^\s()<>\"']+")
"""A link to a file of the content, in Markdown."""
_BYTES = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


class Own(NamedTuple):
    """An article's file of notes."""

    path: str = ""
    """As messages name it; empty where it has none."""
    raw: bytes = b""
    sha: bytes = b""
    """Fingerprint of both."""


class Noting(NamedTuple):
    """What became of them."""

    notes: tuple[Noted, ...] = ()
    updates: tuple[Update, ...] = ()
    annotations: str = ""
    """The notes as Web Annotations, JSON-LD; empty where no note is shown."""
    lost: tuple[Told, ...] = ()
    moved: tuple[Told, ...] = ()
    links: tuple[str, ...] = ()
    """Files of the content to which they link."""

    def modified(self, before: str, timezone: str) -> str:
        """When the article was last changed, ISO 8601: `before`, or when the last follow-up or correction was."""
        zone = ZoneInfo(timezone)
        moments = [before, *(moment(one.date, zone) for one in self.updates)]
        return max(filter(None, moments), key=values.moment, default="")


def note(
    parsed: Parsed, html: Mapping[str, str], within: Mapping[str, int], own: Own, house: House, url: str
) -> Noting:
    """The notes of `own` on the parts of an article, of which the first `within` characters are shown.

    A retracted article has none: what they are on is withdrawn with it.
    """
    if not own.path or parsed.page or parsed.status == "retracted":
        return Noting()
    notes, _ = read_notes(own.raw, own.path, house.lang)
    lost, moved = placed(notes, html)
    file = f"{NOTES}/{own.path.rpartition('/')[2]}"
    done = show(
        html, notes.notes, lambda text, lang: _linked(text, lang, file), drafts=house.drafts, within=within
    )
    shown = tuple(as_shown(one, parsed.lang, house.editors) for one in done.notes)
    published = {one.id for one in shown if not one.draft}
    told = [one for one in notes.notes if one.id in published]
    return Noting(
        shown,
        tuple(sorted(_updates(shown), key=lambda one: (one.date, one.number))),
        web_annotations(told, f"{house.public}/{url}", lambda text: pointed(text, file)) if told else "",
        tuple(map(Told.of, lost)),
        tuple(map(Told.of, moved)),
        tuple(dict.fromkeys(link for one in shown for said in one.body for link in FILE.findall(said.text))),
    )


def _linked(text: str, lang: str, file: str) -> str:
    """The HTML of a note's text, whose links lead where an article's lead."""
    return references(read(text, lang, footnoted=False).html, file, Lines(""))[0]


def pointed(text: str, file: str) -> str:
    """The Markdown of a note's text with its links as `references` has them. `file`: below content/."""
    return _BRACES.sub(lambda found: references(f'<a href="{found[0]}">', file, Lines(""))[0][9:-2], text)


def _updates(shown: tuple[Noted, ...]) -> Iterator[Update]:
    for one in shown:
        if one.dated and not one.draft:
            what = tuple(Said(in_a_line(said.text), said.lang) for said in one.body)
            yield Update(one.changed, one.kind, what, one.quote, one.number, one.id)


def in_a_line(html: str) -> str:
    """The words of HTML, its paragraphs one after the other; no-break spaces stay."""
    return re.sub("[ \n]+", " ", bare(html.replace("</p>", "</p> "))).strip()


def as_shown(one: Shown, lang: str, house: tuple[str, ...] = ()) -> Noted:
    """A note set for display in the company of a text in `lang`. `house`: names that are not told."""
    return Noted(
        number=one.number,
        id=one.id,
        kind=one.kind,
        part=one.part,
        place=one.place,
        block=one.block,
        quote=re.sub("[ \n]+", " ", one.quote),
        body=tuple(Said(text, lang) for lang, text in one.body.items()),
        by="" if one.by in house else typeset(one.by, lang),
        created=_day(one.created),
        changed=_day(one.changed),
        as_of=one.as_of,
        certainty=one.certainty,
        sources=tuple(_cited(one.sources, lang)),
        claim=_claimed(one.claim, lang) if one.claim else None,
        draft=one.draft,
    )


def _day(when: dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def _said(texts: Texts, *, in_row: bool = False) -> tuple[Said, ...]:
    """The texts as they are set. `in_row`: without their full stop, as the page goes on after them."""
    texts = {lang: re.sub(r"(?<![.\s])\.\Z", "", text) for lang, text in texts.items()} if in_row else texts
    return tuple(Said(typeset(text, lang), lang) for lang, text in texts.items())


def _cited(sources: tuple[Source, ...], lang: str) -> Iterator[Cited]:
    names = [one.publisher or one.title for one in sources]
    often = Counter(names)
    for name, one in zip(names, sources, strict=True):
        yield Cited(typeset(name, lang), readable(one.url), one.date if often[name] > 1 else "")


def readable(url: str) -> str:
    """The address with its letters in the place of their bytes: printed pages show it, and it is a third as long.

    >>> readable("https://x.example/%C3%A9t%C3%A9%20%E2%80%AE")
    'https://x.example/été%20%E2%80%AE'
    """
    return _BYTES.sub(_letters, url)


def _letters(found: re.Match[str]) -> str:
    letters = unquote_to_bytes(found[0]).decode("utf-8", "replace")
    return letters if all(category(one)[0] in "LMN" for one in letters) else found[0]


def _claimed(claim: Claim, lang: str) -> Claimed:
    rating = claim.rating
    return Claimed(
        speaker=_said(claim.speaker, in_row=True),
        reported_by=claim.reported_by.removesuffix("."),
        said=_day(claim.said) if claim.said else None,
        result=claim.result,
        what=_said(claim.what),
        found=_said(claim.found, in_row=True),
        verdict=Verdict(rating.value, BEST, _said(rating.says, in_row=True)) if rating else None,
    )
