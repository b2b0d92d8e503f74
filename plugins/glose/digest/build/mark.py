"""A `Parsed` and the glossary become what pages show: links on the mentions, the lexicon, the sentences of the terms.

The text is cut as its rights say before anything is looked for in it.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from glose.digest.build.house import House
from glose.digest.build.lead import lead
from glose.digest.build.noting import Own, note
from glose.digest.build.records import Parsed, Record
from glose.digest.build.rights import Shown, shown
from glose.digest.glossary import Glossary, Matcher, Policy, article_policy
from glose.digest.glossary.marking import annotate
from glose.digest.site.footnotes import styled
from glose.digest.site.lexicon import lexicon
from glose.digest.site.lines import lines_of
from glose.digest.site.values import (
    ROOT,
    Article,
    Fingerprint,
    Line,
    Named,
    Picture,
    Sheet,
    Text,
    fingerprint,
    moment,
    pack,
)

NO_NOTES = Own()


class Made(NamedTuple):
    """What became of a text."""

    record: Record
    """What the site knows of it."""
    values: dict[Fingerprint, bytes]
    """The large values that pages fetch, packed."""
    searched: tuple[str, ...]
    """The texts in which names were looked for."""


def mark(record: Record, parsed: Parsed, glossary: Glossary, house: House, own: Own = NO_NOTES) -> Made:
    """The record with its article or page, the values that these name by fingerprint, and where names may stand.

    `own`: its notes.
    """
    day = moment(parsed.when).date() if parsed.when else None
    editions = house.editions
    matcher = Matcher(glossary, parsed.lang, day)
    site = Policy(href=f"{ROOT}/{editions.term(parsed.lang, '{slug}')}", **house.policy)
    policy = _own_policy(site, parsed.options, glossary)
    cut = shown(parsed, house)
    done = annotate(cut.html, matcher, policy)
    problems = done.problems if cut.policy == "full" else annotate(parsed.html, matcher, policy).problems
    mentions, picture, searched = list(done.mentions), cut.picture, done.searched
    if picture is not None and picture.caption:
        caption = html.escape(picture.caption, quote=False)
        marked = annotate(caption, matcher, policy, {one.term for one in mentions})
        mentions += marked.mentions
        searched += marked.searched
        picture = replace(picture, caption=marked.html)
    entries = lexicon(mentions, glossary, parsed.lang, day, editions)
    above = lead(cut.standfirst, done.html)
    url = editions.article(parsed.lang, moment(parsed.when), parsed.slug) if parsed.when else ""
    noting = note(parsed, *_parts(parsed, cut, done.html, picture), own, house, url)
    text = Text(
        html=done.html,
        lexicon=entries,
        picture=picture,
        byline=parsed.byline,
        dateline=parsed.dateline,
        holder=cut.holder,
        note=cut.note,
        shown=cut.policy,
        source_url=parsed.source_url,
        revision=parsed.revision,
        seed=parsed.seed,
        sha256=parsed.sha256,
        standfirst=above.own,
        repeated=above.repeated,
        notes=noting.notes,
    )
    values: dict[Fingerprint, bytes] = {}

    def kept(value: Text | Line | str) -> Fingerprint:
        packed = pack(value)
        values[found := fingerprint(packed)] = packed
        return found

    key = kept(text)
    terms = tuple(Named(one.slug, one.type, one.name) for one in entries)
    sha = own.sha if own.path else b""
    record = replace(
        record,
        problems=problems,
        kept_back=cut.kept_back,
        notes=sha,
        lost=noting.lost,
        moved=noting.moved,
    )
    if parsed.page:
        url = editions.sheet(parsed.lang, parsed.slug)
        sheet = Sheet(
            parsed.file, key, url, parsed.lang, parsed.title, parsed.standfirst, parsed.slug, parsed.when,
            terms, cut.links, styled(done.html), parsed.status, parsed.aliases,
        )  # fmt: skip
        return Made(replace(record, sheet=sheet), values, searched)
    article = Article(
        file=parsed.file,
        text=key,
        url=url,
        lang=parsed.lang,
        title=parsed.title,
        when=parsed.when,
        source=parsed.source,
        standfirst="" if parsed.status == "retracted" else above.listed,
        category=parsed.category,
        status=parsed.status,
        minutes=cut.minutes,
        slug=parsed.slug,
        precision=parsed.precision,
        date_source=parsed.date_source,
        modified=noting.modified(parsed.modified, house.timezone) if noting.updates else parsed.modified,
        tags=parsed.tags,
        authors=parsed.authors,
        variant_of=parsed.variant_of,
        aliases=parsed.aliases,
        corrections=parsed.corrections,
        mentioned=cut.mentioned,
        terms=terms,
        lines=tuple((slug, kept(line)) for slug, line in lines_of(done.html)),
        links=tuple(dict.fromkeys((*cut.links, *noting.links))),
        updates=noting.updates,
        annotations=kept(noting.annotations) if noting.annotations else b"",
        written=styled(done.html),
    )
    told = fingerprint(replace(article, text=b""))
    return Made(replace(record, article=article, told=told), values, searched)


def _parts(
    parsed: Parsed, cut: Shown, body: str, picture: Picture | None
) -> tuple[dict[str, str], dict[str, int]]:
    """What a note may be on, in the order of the page, the rest that is not shown behind it, and how much is shown.

    `body`, `picture`: what is shown, with its mentions.
    """
    found = {"title": html.escape(parsed.title), "body": body + parsed.html[len(cut.html) :]}
    within = {"body": len(body)}
    if parsed.picture is None or not parsed.picture.caption:
        return found, within
    caption = {"caption": picture.caption if picture else html.escape(parsed.picture.caption, quote=False)}
    within["caption"] = len(picture.caption) if picture else -1
    if (
        parsed.picture.src
    ):  # above the text; a caption without its picture stands among what is known of the text
        return {"title": found.pop("title")} | caption | found, within
    return found | caption, within


def _own_policy(site: Policy, options: Mapping[str, Any], glossary: Glossary) -> Policy:
    """The site's policy with the article's own wishes; those that name no term are left to the checks."""
    if not options:
        return site
    known = set(glossary)
    wishes = dict(options)
    if skip := wishes.get("skip"):
        wishes["skip"] = [slug for slug in skip if slug in known]
    if force := wishes.get("force"):
        wishes["force"] = {words: slug for words, slug in force.items() if slug in known}
    return article_policy(site, wishes, glossary)
