"""A `Parsed` and the glossary become what pages show: links on the mentions, the lexicon, the sentences of the terms.

Then the text is cut as its rights say, everywhere at once: page, feed, search index and data see the same cut. The
lexicon explains the terms of the whole article.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from plugins.digest.build.records import Parsed, Record
from plugins.digest.edition.moments import sense_id
from plugins.digest.glossary import Glossary, Matcher, Mention, Policy, annotate, article_policy
from plugins.digest.glossary.fold import fold
from plugins.digest.glossary.index import Index
from plugins.digest.glossary.term import Term, in_force, in_language
from plugins.digest.site import addresses
from plugins.digest.site.values import (
    ROOT,
    Article,
    Fingerprint,
    LexiconEntry,
    Line,
    Named,
    Sheet,
    Text,
    fingerprint,
    moment,
    pack,
)
from plugins.digest.text.typography import typeset

WIDTH = 90
"""Characters kept on each side of a mention when its sentence is longer."""
PARAGRAPHS = 2
"""Of an excerpt."""
RIGHTS = {"policy": "full", "holder": "", "note": ""}
_MENTION = re.compile(r'<a class="term"[^>]* aria-details="term-([^"]+)">(.*?)</a>', re.S)
_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|blockquote|pre|td|th|div|section|figcaption)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"')\]]*\s")
_PARAGRAPH_END = re.compile(r"</p>")
_HAND_MADE = re.compile(r'data-term="([^"]*)"')
_BETWEEN = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class House:
    """What of the settings decides how texts are marked and cut."""

    lang: str
    """Language at the root of the site."""
    languages: tuple[str, ...]
    """Those of its editions."""
    policy: Mapping[str, Any] = field(default_factory=dict)
    """GLOSSARY_POLICY."""
    rights: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """RIGHTS: by source, ``policy``, ``holder``, ``note``."""
    paragraphs: int = PARAGRAPHS
    """EXCERPT_PARAGRAPHS."""
    timezone: str = "UTC"
    """TIMEZONE: in which a day begins."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> House:
        """From Pelican's settings, or ours, by name."""
        lang = str(settings["DEFAULT_LANG"])
        return cls(
            lang,
            tuple(settings.get("EDITIONS") or (lang,)),
            dict(settings.get("GLOSSARY_POLICY") or {}),
            dict(settings.get("RIGHTS") or {}),
            int(settings.get("EXCERPT_PARAGRAPHS") or PARAGRAPHS),
            str(settings.get("TIMEZONE") or "UTC"),
        )


Made = tuple[Record, dict[Fingerprint, bytes]]
"""What the site knows of a file, and the large values that pages fetch, packed."""


def mark(record: Record, parsed: Parsed, glossary: Glossary, house: House) -> Made:
    """The record with its article or page, and the values that these name by fingerprint."""
    day = moment(parsed.when).date() if parsed.when else None
    matcher = Matcher(glossary, parsed.lang, day)
    edition = addresses.nearest(parsed.lang, house.languages, house.lang)
    place = addresses.prefix(edition, house.lang)
    site = Policy(href=f"{ROOT}/{place}glossary/{{slug}}/", **house.policy)
    policy = _own_policy(site, parsed.options, glossary)
    done = annotate(parsed.html, matcher, policy)
    mentions, picture = list(done.mentions), parsed.picture
    if picture is not None:
        caption = html.escape(picture.caption, quote=False)
        if caption:
            marked = annotate(caption, matcher, policy, {one.term for one in mentions})
            mentions += marked.mentions
            caption = marked.html
        picture = replace(picture, caption=caption)
    lexicon = tuple(_lexicon(mentions, glossary, parsed.lang, day, place, house.lang))
    rights = {**RIGHTS, **house.rights.get(parsed.source, {}), **parsed.rights}
    text, mentioned, shown = done.html, parsed.mentioned, "full" if parsed.page else rights["policy"]
    if shown == "link":
        text, picture = "", None  # a caption is the source's text too
    elif shown == "excerpt":
        text = excerpt(text, house.paragraphs)
    if shown != "full":
        words = plain(bare(text))
        mentioned = tuple(one for one in mentioned if plain(one.text) in words)
    whole = Text(
        html=text,
        lexicon=lexicon,
        picture=picture,
        byline=parsed.byline,
        dateline=parsed.dateline,
        holder=rights["holder"],
        note=rights["note"],
        shown=shown,
        source_url=parsed.source_url,
        revision=parsed.revision,
        seed=parsed.seed,
        sha256=parsed.sha256,
    )
    values = {fingerprint(packed := pack(whole)): packed}
    key = next(iter(values))
    terms = tuple(Named(one.slug, one.type, one.name) for one in lexicon)
    links = tuple(
        dict.fromkeys(one.target for one in parsed.references if one.what in ("filename", "static"))
    )
    record = replace(record, problems=done.problems)
    if parsed.page:
        url = addresses.sheet(parsed.lang, parsed.slug, house.lang)
        sheet = Sheet(
            parsed.file, key, url, parsed.lang, parsed.title, parsed.standfirst, parsed.slug, parsed.when,
            terms, links,
        )  # fmt: skip
        return replace(record, sheet=sheet), values
    lines = []
    for slug, line in lines_of(text):
        packed = pack(line)
        values[found := fingerprint(packed)] = packed
        lines.append((slug, found))
    article = Article(
        file=parsed.file,
        text=key,
        url=addresses.article(parsed.lang, moment(parsed.when), parsed.slug, house.lang),
        lang=parsed.lang,
        title=parsed.title,
        when=parsed.when,
        source=parsed.source,
        standfirst=parsed.standfirst,
        category=parsed.category,
        status=parsed.status,
        minutes=parsed.minutes,
        slug=parsed.slug,
        precision=parsed.precision,
        date_source=parsed.date_source,
        modified=parsed.modified,
        tags=parsed.tags,
        authors=parsed.authors,
        variant_of=parsed.variant_of,
        aliases=parsed.aliases,
        corrections=parsed.corrections,
        mentioned=mentioned,
        terms=terms,
        lines=tuple(lines),
        links=links,
    )
    return replace(record, article=article), values


def _own_policy(site: Policy, options: Mapping[str, Any], glossary: Glossary) -> Policy:
    """The site's policy with the article's own wishes; those that name no term are left to the checks."""
    known = set(glossary)
    wishes = dict(options)
    if skip := wishes.get("skip"):
        wishes["skip"] = [slug for slug in skip if slug in known]
    if force := wishes.get("force"):
        wishes["force"] = {words: slug for words, slug in force.items() if slug in known}
    return article_policy(site, wishes, glossary)


def _lexicon(
    mentions: Iterable[Mention], glossary: Glossary, lang: str, day: Any, place: str, default: str
) -> Iterator[LexiconEntry]:
    """An entry for each term, in the order of first mention."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.term, mention)
    for slug, mention in first.items():
        term = glossary[slug]
        own = lang if term.definition(lang, day) else default
        sense = term.sense(day)
        yield LexiconEntry(
            slug=slug,
            type=term.type,
            name=typeset(term.label(own, day), own),
            lang=own,
            native=native_names(term, day),
            definition=typeset(term.definition(own, day) or "", own),
            gloss=typeset((sense and in_language(sense.gloss, own)) or "", own),
            later=typeset((sense and in_language(sense.later, own)) or "", own),
            url=f"{place}glossary/{slug}/",
            anchor=f"#{sense_id(sense)}" if sense and len(term.senses) > 1 else "",
            form=mention.form,
        )


def native_names(term: Term, day: Any) -> tuple[tuple[str, str, str], ...]:
    """Preferred names written in another script than the reader's, as of the day."""
    names = (n for n in term.names if n.role == "pref" and n.dir == "rtl" and in_force(n.since, n.until, day))
    return tuple((name.text, name.lang, name.dir) for name in names)


def excerpt(body: str, paragraphs: int) -> str:
    """The text up to the end of its n-th top-level paragraph; the whole text when it has no more than that.

    Blocks in which paragraphs nest (quotations, lists) are never cut open: the cut falls before them.
    """
    ends = [match.end() for match in _PARAGRAPH_END.finditer(body)]
    if len(ends) <= paragraphs:
        return body
    cut = body[: ends[paragraphs - 1]]
    for tag in ("blockquote", "ul", "ol", "table"):
        if cut.count(f"<{tag}") > cut.count(f"</{tag}>"):
            cut = cut[: cut.rindex(f"<{tag}")]
    return cut.rstrip()


def lines_of(text: str) -> Iterator[tuple[str, Line]]:
    """Slug and line for the first mention of each term in a text, as far as it is shown."""
    seen: set[str] = set()
    for block in _BLOCK.split(text):
        for match in _MENTION.finditer(block):
            if match[1] not in seen:
                seen.add(match[1])
                yield match[1], _line(block, match)


def _line(block: str, match: re.Match[str]) -> Line:
    """The sentence around one mention, cut to `WIDTH` on either side at a word."""
    before, after = bare(block[: match.start()]), bare(block[match.end() :])
    starts = [end.end() for end in _SENTENCE_END.finditer(before)]
    before = before[starts[-1] if starts else 0 :]
    if end := _SENTENCE_END.search(after):
        after = after[: end.end()].rstrip()
    if len(before) > WIDTH:
        before = "… " + before[-WIDTH:].partition(" ")[2]
    if len(after) > WIDTH:
        after = after[:WIDTH].rpartition(" ")[0] + " …"
    return Line(before, bare(match[2]), after)


def bare(fragment: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(_TAG.sub("", fragment))


def plain(text: str) -> str:
    """The words with single spaces."""
    return " ".join(text.split())


def letters(parsed: Parsed) -> str:
    """The folded letters of a text with nothing between them: a name is mentioned only where its words are in here."""
    caption = parsed.picture.caption if parsed.picture else ""
    more = "\n".join([caption, *_HAND_MADE.findall(parsed.html), *parsed.options.get("force", ())])
    return _BETWEEN.sub("", fold(f"{bare(parsed.html)}\n{more}").text)


def spellings(term: Term) -> tuple[tuple[str, ...], ...]:
    """The folded words of every spelling of a term, and of its slug, without the ``de`` that may be ``du`` as well."""
    index = Index([term])
    keys = {*(key for key, number in index.keys.items() if number is not None), *index.phrases}
    keys.add(term.slug.replace("-", " "))
    return tuple(
        sorted(
            {tuple(w for w in (_BETWEEN.sub("", w) for w in key.split()) if w and w != "de") for key in keys}
        )
    )


def may_mention(words: Iterable[tuple[str, ...]], found: str) -> bool:
    """False where none of the spellings can be in the text; True is a guess that the matcher decides."""
    return any(all(word in found for word in spelling) for spelling in words)
