"""What every wire and feed format says of one article, and the one way from there to a draft.

A reader fills a `Story` with the words of the message, uninterpreted; `drafts` interprets them: dates,
status, source, language. So the rules of the trade stand in one place, and a format is only where to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from glose.digest.dates.timestamps import moment
from glose.digest.model.article import Article, Block, Finding, Image, Rights, SeedRef
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.newsroom.agencies import Own, code
from glose.digest.newsroom.bylines import is_name, names
from glose.digest.newsroom.codes import is_code, is_log_in
from glose.digest.newsroom.status import corrections, embargo, embargo_in, status
from glose.digest.readers.envelope_checks import CHECKS
from glose.digest.readers.stamps import of_stamps
from glose.digest.rules.standfirst import fold
from glose.digest.text.clean import line

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One item of a message, in its own words; what it does not say is empty."""

    item: str = ""
    """Identifier that later revisions share."""
    title: str = ""
    standfirst: str = ""
    byline: str = ""
    authors: tuple[str, ...] = ()
    """Candidates; only what looks like a person's name is kept."""
    dateline: str = ""
    sources: tuple[str, ...] = ()
    """Names, domains or codes of who provides it, best first; the first that is a known agency wins."""
    url: str = ""
    created: str = ""
    """Stamp of its first publication."""
    issued: str = ""
    """Stamp of this version."""
    composed: str = ""
    """Stamp of the content's own making, which dates the article where no other stamp does."""
    lang: str = ""
    status: str = ""
    embargo: str = ""
    """Stamp before which it may not be published."""
    revision: str = ""
    labels: tuple[str, ...] = ()
    """Types and signals, as codes: what may announce a kill or a correction."""
    notices: tuple[str, ...] = ()
    """Notes to editors, as text, which may do the same."""
    category: str = ""
    tags: tuple[str, ...] = ()
    image: Image = Image()  # noqa: RUF009  frozen
    holder: str = ""
    """Who holds the rights."""
    terms: str = ""
    """Copyright notice and terms of use."""
    blocks: tuple[Block, ...] = ()
    left_out: tuple[str, ...] = ()
    """Text of the item that is no part of the article."""
    absent: str = ""
    """Why there are no blocks, for the error: ``a picture``."""
    settled: frozenset[str] = frozenset()
    """Rules that need not be asked (`Draft.settled`)."""

    def over(self, other: Story) -> Story:
        """This story, with the other's words where it has none; lists are joined."""
        joined = ("sources", "labels", "notices", "tags", "left_out")
        own = {f.name: getattr(self, f.name) for f in fields(self)}
        own["authors"] = persons(self.authors)
        mixed = {name: value or getattr(other, name) for name, value in own.items() if name not in joined}
        image = self.image if self.image != Image() else other.image
        lists = {name: tuple(dict.fromkeys(own[name] + getattr(other, name))) for name in joined}
        return Story(**{**mixed, **lists, "image": image})


Item = TypeVar("Item")


def each(items: Iterable[Item], stories: Callable[[Item], Iterable[Story]]) -> Iterator[Story | SeedError]:
    """The stories of every item, or the error in its place: one that cannot be read does not cost the others."""
    for item in items:
        try:
            yield from tuple(stories(item))
        except SeedError as error:
            yield error


def drafts(
    source: Source, stories: Iterable[Story | SeedError], findings: tuple[Finding, ...] = ()
) -> Iterator[Draft | SeedError]:
    """A draft for every story that has text or takes one back; what has none is told in a finding on the first.

    `findings` are the whole seed's. Raises `SeedError` when no story has text.
    """
    made: list[Draft] = []
    empty: list[Story] = []
    errors: list[SeedError] = []
    for story in stories:
        if isinstance(story, SeedError):
            errors.append(story)
        elif any(_says_something(block.text) for block in story.blocks):
            made.append(draft(story, source.agencies))
        elif _says_something(story.standfirst):
            made.append(_of_summary(story, source.agencies))
        elif _takes_back(story):
            made.append(draft(story, source.agencies))
        else:
            empty.append(story)
    if not made and not errors:
        why = "; ".join(dict.fromkeys(map(_reason, empty))) or "nothing"
        raise SeedError(
            Fault(source.name, None, f"holds no article: {why}", "send the item that holds the text")
        )
    skipped = [Finding("item", _reason(story), "an item that holds no article") for story in empty]
    for number, one in enumerate(made):
        yield one.put(*findings, *(skipped if number == 0 else ()))
    yield from errors


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


def _takes_back(story: Story) -> bool:
    """True for a kill or a hold: its text is what it says of another, which it names."""
    found, _ = status(story.status, story.labels, (story.title, *story.notices))
    return bool(story.item) and found in ("retracted", "withheld")


def _reason(story: Story) -> str:
    return line(story.absent) or f"no text ({line(story.title or story.item) or 'nor a title'})"


def draft(story: Story, own: Own = ()) -> Draft:
    """The story's words as fields, interpreted, and then checked against the text; `own`: the house's agencies."""
    lang = match[1].lower() if (match := _LANGUAGE.fullmatch(story.lang)) else ""
    issued = moment(story.issued, lang)
    created = moment(story.created, lang) or issued or moment(story.composed, lang)
    story, coded = _named(story, own)
    state, said = status(story.status, story.labels, (story.title, *story.notices))
    until, held = embargo(story.embargo, lang)
    if until and state == "withheld" and "embargo" in story.status.casefold():
        state = "published"
    if until is None and not held:
        until, held = embargo_in(story.notices, lang)
    if held and until is None:
        state = "withheld"
    article = Article(
        title=line(story.title),
        standfirst=line(story.standfirst),
        dateline=line(story.dateline),
        byline=line(story.byline),
        authors=_authors(story, own),
        source=_source(story.sources, own),
        source_url=story.url if story.url.startswith(("http://", "https://")) else "",
        date=created,
        date_source="metadata" if created else "unresolved",
        modified=issued if _later(issued, created) else None,
        lang=lang,
        status=state,
        embargo_until=until,
        revision=story.revision,
        category=line(story.category),
        tags=_tags(story),
        image=replace(story.image, src=""),  # the seed names a file that is not here
        rights=Rights(holder=line(story.holder), note=line(story.terms))
        if story.holder or story.terms
        else None,
        corrections=corrections((*_words(story.labels), *story.notices), issued),
        seed=SeedRef(path="", sha256="", item=line(story.item)),
        findings=(
            *said,
            *held,
            *coded,
            *of_stamps(story.created, story.issued, story.composed, lang),
            *(Finding("note", note, "to the editors", dropped=True) for note in dict.fromkeys(story.notices)),
            *(
                Finding("aside", text, "not part of the article", 0.8, dropped=True)
                for text in story.left_out
                if fold(text) != fold(story.title)
            ),
        ),
    )
    settled = story.settled | {"title"} if story.title else story.settled
    made = Draft(article, story.blocks, settled, own)
    for check in CHECKS if story.blocks else ():
        made = check(made)
    return made


def _of_summary(story: Story, own: Own) -> Draft:
    """The draft of a story of which only the summary was sent: that is then its text."""
    text = Block("paragraph", line(story.standfirst))
    found = Finding("summary", text.text, "only a summary was sent: it stands for the text", 0.6)
    return draft(replace(story, blocks=(text,), standfirst=""), own).put(found)


def persons(candidates: Iterable[str], own: Own = ()) -> tuple[str, ...]:
    """Those that look like a person's full name: no login, initials or agency."""
    found = (name for name in map(line, candidates) if is_name(name) and not code(name, own))
    return tuple(dict.fromkeys(found))


def _authors(story: Story, own: Own) -> tuple[str, ...]:
    owners = set(map(fold, (*story.sources, story.holder)))
    found = persons(story.authors, own) or names(line(story.byline), own)
    return tuple(name for name in found if fold(name) not in owners)


def _source(candidates: tuple[str, ...], own: Own) -> str:
    """The first known agency among names, domains (``afp.com``) and codes (``nprov:TT``); else the first."""
    known = (
        code(word, own)
        for name in candidates
        for word in (name, *(part.upper() for part in re.split(r"[.:/@]", name) if " " not in name))
    )
    named = (name for name in map(line, candidates) if name and not is_log_in(name))
    return next(filter(None, known), "") or next(named, "")


def _named(story: Story, own: Own) -> tuple[Story, tuple[Finding, ...]]:
    """The story without the codes that stand where a name is expected, and what they were."""
    codes = {text for text in (story.holder, story.category, *story.tags) if is_code(text)}
    codes |= {
        text for text in (*story.sources, story.byline) if is_log_in(text) and not _source((text,), own)
    }
    if not (codes := codes - {""}):
        return story, ()

    def kept(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if text not in codes)

    told = "a code where a name is expected; left out"
    named = replace(
        story,
        sources=kept(story.sources),
        tags=kept(story.tags),
        holder="".join(kept((story.holder,))),
        category="".join(kept((story.category,))),
        byline="".join(kept((story.byline,))),
    )
    return named, tuple(Finding("code", text, told, 0.8, dropped=True) for text in sorted(codes))


def _later(issued: date | datetime | None, created: date | datetime | None) -> bool:
    """True for a version of its own; AFP stamps the first one a second after its creation."""
    if isinstance(issued, datetime) and isinstance(created, datetime):
        return abs(issued - created) > timedelta(minutes=1)
    return issued != created


def _words(labels: tuple[str, ...]) -> list[str]:
    """Codes without their vocabulary: ``sig:correction`` is a correction."""
    return [label.rpartition(":")[2] for label in labels]


def _tags(story: Story) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(line, story.tags))))
