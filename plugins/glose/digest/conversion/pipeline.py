"""Seed to articles: gate, reader, rules, sidecar, dates. The whole conversion in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from hashlib import sha256
from pathlib import PurePosixPath

from glose.digest.conversion.limits import check_bytes, check_nesting, check_size
from glose.digest.conversion.normalise import tidied
from glose.digest.conversion.sidecar import checked, supplied
from glose.digest.dates import mentioned
from glose.digest.model.article import SET, Article, Block, Finding, Image, SeedRef, Status
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError, is_outside
from glose.digest.model.limits import DATES_MENTIONED
from glose.digest.newsroom.agencies import ordered
from glose.digest.readers.formats import reader
from glose.digest.rules import RULES
from glose.digest.text.clean import line

FAILED_ITEM = "failed-item"
"""Rule name of the finding that an item beside this one could not be read: its confidence is 0."""

MOST_BLOCKS = 1000
"""Blocks that are searched for dates, ten times those of a long article: a bound for what nobody wrote."""

_REPORT = "if it opens in another program, please report it with the file"


def convert(
    data: bytes,
    name: str,
    meta: Mapping[str, object] | None = None,
    *,
    agencies: Mapping[str, str] | None = None,
) -> tuple[Article, ...]:
    """The articles of one seed, in its order; pure: the same bytes give the same articles on any machine.

    `name`: the seed's path below seeds/, for messages and the article's `seed`; the format is told by content.
    `meta`: the sidecar's values, by the keys of `FIELDS`; they win over what is found.
    `agencies`: the house's own, the code of each by the name that it signs with (the setting `AGENCIES`).

    Raises `SeedError` when the seed holds no article, or when no item of it can be read. When some can, they
    are returned, and the first of them carries a `FAILED_ITEM` finding for each that cannot. What says nothing of the
    seed is raised as it is: `ImportError` where the library for its format is missing.
    """
    name = line(name) or "seed"
    return articles(Source(data, name, checked(meta or {}, name), ordered((agencies or {}).items())))


def articles(source: Source) -> tuple[Article, ...]:
    """The same for a seed whose sidecar has been read by `FIELDS`."""
    check_bytes(source)
    found: list[Article] = []
    failures: list[Fault] = []
    for draft in _drafts(source):
        try:
            if isinstance(draft, SeedError):
                failures += draft.faults
            else:
                found.append(_article(draft, source))
        except SeedError as error:
            failures += error.faults
        except Exception as error:  # a rule's own mistake must not cost the other items
            if is_outside(error):
                raise
            failures.append(_unexpected(source.name, error))
    if not found:
        raise SeedError(
            *(failures or [Fault(source.name, None, "the seed holds no article", "put its text into it")])
        )
    if failures:
        lost = tuple(Finding(FAILED_ITEM, str(fault), "not converted", confidence=0.0) for fault in failures)
        found[0] = replace(found[0], findings=found[0].findings + lost)
    return tuple(found)


def _drafts(source: Source) -> Iterator[Draft | SeedError]:
    """What the seed's reader yields; whatever stops it is the last value."""
    try:
        check_nesting(source)
        chosen = reader(source)
        check_size(source, chosen)
        yield from chosen.read(source)
    except SeedError as error:
        yield error
    except Exception as error:  # a parser's own failure: the maintainer gets one sentence, never a traceback
        if is_outside(error):
            raise
        yield SeedError(_unexpected(source.name, error))


def _unexpected(name: str, error: Exception) -> Fault:
    reason = " ".join(f"{type(error).__name__}: {line(str(error))}".split()[:20])
    return Fault(name, None, f"the seed cannot be read ({reason})", _REPORT)


def _article(draft: Draft, source: Source) -> Article:
    """One item through all stages."""
    draft = replace(draft, agencies=source.agencies)
    if lang := source.meta.get("lang"):
        draft = draft.put(lang=lang)
    rules = (rule for rule in RULES if rule.__name__ not in draft.settled)
    tidy = tidied(draft)
    draft = reduce(lambda done, rule: rule(done), rules, tidy)
    draft = draft.put(images=_replaced(draft.article.images, tidy.blocks, draft.blocks))
    article = supplied(replace(draft.article, body=draft.blocks), source.meta)
    digest = sha256(source.data).hexdigest()
    item = article.seed.item if article.seed else ""
    article = replace(article, seed=SeedRef(source.name, digest, item))
    return _held(_dated(_titled(article, source.name)), source)


def _replaced(
    images: tuple[Image, ...], before: Sequence[Block], after: Sequence[Block]
) -> tuple[Image, ...]:
    """The pictures behind the same blocks as before, whatever the rules have taken out or changed."""
    if before == after or not any(image.place for image in images):
        return images
    where = {block.text: number for number, block in reversed([*enumerate(after)])}

    def place(old: int) -> int:
        behind = next((where[b.text] + 1 for b in reversed(before[:old]) if b.text in where), None)
        ahead = next((where[b.text] for b in before[old:] if b.text in where), len(after))
        return ahead if behind is None else behind

    return tuple(i if i.place is None else replace(i, place=place(i.place)) for i in images)


def _titled(article: Article, name: str) -> Article:
    """The article with a title: a seed's name stands in for one, since none is ever made up."""
    if article.title:
        return article
    takes_back = article.status in ("retracted", "withheld")  # which needs no text of its own
    if not (article.body or article.standfirst or article.image.caption or takes_back):
        raise SeedError(Fault(name, None, "the seed holds no article", "put its text into it"))
    stem = line(PurePosixPath(name).stem) or "seed"
    found = Finding("title", stem, "no title in the text; write `title:` into the sidecar", confidence=0.1)
    return replace(article, title=stem, status=_unpublished(article), findings=(*article.findings, found))


def _dated(article: Article) -> Article:
    """The article, a draft while nobody knows its date, with the dates that its text mentions."""
    if article.date is None:
        what = "nobody says when this was published; write `date: YYYY-MM-DD` into the sidecar"
        found = Finding("date", "", what, confidence=0.2)
        findings = (*article.findings, found)
        article = replace(article, date_source="unresolved", status=_unpublished(article), findings=findings)
    if article.dates_mentioned:
        return article
    texts = [block.text for block in article.body[:MOST_BLOCKS] if block.kind not in SET]
    if not any(article.standfirst in text for text in texts):
        texts.insert(0, article.standfirst)
    dates = mentioned(texts, article.date, article.lang)
    if len(dates) > DATES_MENTIONED:
        what = f"the text mentions {len(dates):,} dates; the first {DATES_MENTIONED} are noted"
        article = replace(article, findings=(*article.findings, Finding("dates_mentioned", "", what, 0.9)))
    return replace(article, dates_mentioned=dates[:DATES_MENTIONED])


def _held(article: Article, source: Source) -> Article:
    """A draft, where a finding holds the article back and no person has said what its status is."""
    if not article.held or "status" in source.meta:
        return article
    return replace(article, status=_unpublished(article))


def _unpublished(article: Article) -> Status:
    """A draft, where the article would be published; a withheld or killed one stays that."""
    return "draft" if article.status in ("published", "hidden") else article.status
