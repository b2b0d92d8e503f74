"""The page of each article: its headline and where it comes from, its text, and what serves a reader of it.

Its lexicon, related articles, other printings, the dates that it speaks of, and what has been done to it.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

import msgspec
from markupsafe import Markup

from glose.digest.edition.edition import Edition
from glose.digest.edition.moments import Moment, order
from glose.digest.site.dressed import dress, names_whole, passages
from glose.digest.site.found import day_words
from glose.digest.site.lexicon import explained
from glose.digest.site.linked_article import article_page, original_of
from glose.digest.site.nearest import Near, nearest
from glose.digest.site.noted import Noted, marked, pieces, placed, spoken
from glose.digest.site.room import Room, View
from glose.digest.site.share import address as share_of
from glose.digest.site.site import Site
from glose.digest.site.sized import sized
from glose.digest.site.values import (
    ROOT,
    Article,
    LexiconEntry,
    Link,
    Page,
    Part,
    Text,
    fingerprint,
    moment,
    pack,
)
from glose.digest.text.script import direction


def pages(site: Site) -> Iterator[Page | Part]:
    """One page an article; hidden and retracted ones have nothing to do with others."""
    for edition in site.editions.values():
        yield from _listed(site, edition)
        yield from invited(site, edition)
    for article in site.articles:
        if article.status != "published":
            yield _page(site, article, site.settings.editions.of(article.lang))


def _listed(site: Site, edition: Edition) -> Iterator[Part]:
    """An edition's articles in parts of ten days, few of which hold what an edit touches or a page that names it."""
    articles, near, same = edition.articles, nearest(site, edition), printings(edition.articles)
    days: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        days[article.when[:9]].append(place)
    links = cache(lambda: [article.link for article in articles])
    marks = [site.mark(article) for article in articles]
    for ten, places in days.items():
        shown = [
            (
                marks[place],
                [(marks[at], shared) for at, shared in near[place]],
                [marks[at] for at in same.get(place, ())],
                site.translations(articles[place]),
                site.invited(articles[place]),
                site.targets(articles[place].links),
                site.sizes.get(articles[place].file),
            )
            for place in places
        ]
        made = partial(_written, site, edition, links, near, same, places)
        yield Part(f"articles {edition.lang} {ten}", fingerprint(shown), made)


def _written(
    site: Site,
    edition: Edition,
    links: Callable[[], Sequence[Link]],
    near: Near,
    same: Mapping[int, Sequence[int]],
    places: Iterable[int],
) -> Iterator[Page]:
    """The pages of those articles. `links`: to each of the edition's."""
    named = links()
    for place in places:
        article, values = edition.articles[place], dict[str, Any]()
        if near[place]:
            names = {term.slug: term.name for term in article.terms}
            values["related"] = [(named[at], [names[slug] for slug in shared]) for at, shared in near[place]]
        if others := same.get(place):
            values["printings"] = [named[at] for at in others]
        yield _page(site, article, edition.lang, **values)


def _page(
    site: Site,
    article: Article,
    lang: str,
    related: Sequence[tuple[Link, Sequence[str]]] = (),
    printings: Sequence[Link] = (),
    lexicon: Sequence[LexiconEntry] = (),
    address: str = "",
) -> Page:
    own, translations = (article.lang, article.url), site.translations(article)
    url = address or article.url
    # Where an edition takes it in is no version in that edition's language, so search engines are not told of one.
    alternates = () if address else (own, *translations)
    versions = {site.settings.editions.own(lang): there for lang, there in (*translations, own)}
    return Page(
        f"{url}index.html",
        "article.html",
        lang,
        url,
        alternates,
        {
            "article": msgspec.structs.replace(article, lines=()),  # which the pages of terms show
            "related": related,
            "printings": printings,
            "translations": (own, *translations) if address else translations,
            "versions": {**site.invited(article), **versions},
            "lexicon": lexicon,
            "guest": address != "",
            "original": original_of(article, translations, site.settings.lang),
            "printing_of": site.printing_of(article),
            "links": site.targets(article.links) if article.links else {},
            "sizes": site.sizes.get(article.file, {}),
        },
        (article.text,),
    )


def invited(site: Site, edition: Edition) -> Iterator[Part]:
    """An edition's pages of untranslated articles, with its own words, definitions and notes around their text."""
    for article in edition.guests:
        entries = [site.entries[term.slug].fp for term in article.terms if term.slug in site.entries]
        links = site.targets(article.links)
        others = site.translations(article), site.invited(article), site.sizes.get(article.file)
        key = fingerprint(b"".join((pack((article, edition.lang, links, *others)), *entries)))
        yield Part(f"guest {edition.lang} {article.file}", key, partial(guest, site, article, edition.lang))


def guest(site: Site, article: Article, lang: str) -> Iterator[Page]:
    """One of them: without what is filed under words of its own language."""
    rule = site.settings.editions
    terms = [site.entries[one.slug].term for one in article.terms if one.slug in site.entries]
    shown = msgspec.structs.replace(article, category="", tags=())
    lexicon = explained(terms, lang, article.date.date(), rule)
    yield _page(site, shown, lang, address=rule.there(article.url, article.lang, lang), lexicon=lexicon)


def printings(articles: Sequence[Article]) -> Mapping[int, Sequence[int]]:
    """Place of each article of which there are other printings, and the places of these."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        groups[article.variant_of or article.slug].append(place)
    return {
        place: [other for other in same if other != place]
        for same in groups.values()
        if len(same) > 1
        for place in same
    }


def view(page: Page, room: Room) -> Mapping[str, Any]:
    """What the template sees beside: the text as it is shown, and what follows from it."""
    article: Article = page.values["article"]
    text = room.fetch(article.text, Text)
    share = share_of(room.settings, article)
    langs = (page.lang, article.lang, room.settings.lang)
    notes = [spoken(one, langs) for one in text.notes]
    on = {part: [one for one in notes if one.part == part] for part in ("title", "caption", "body")}
    title = names_whole(Markup(marked(html.escape(article.title), on["title"])))  # noqa: S704  escaped here
    text = annotated(text, on["caption"], on["body"])  # first: a note's place is counted in the text as it is
    if page.values["guest"]:
        text = led(text, page.values["lexicon"])
    body, caption = dress(text.html, text.lexicon), text.picture.caption if text.picture else ""
    caption = dress(caption, text.lexicon, first=0) if caption else ""
    dated = sorted((one for one in notes if one.dated), key=lambda one: (one.changed, one.number))
    return {
        "text": text,
        "days": day_words([article.date]),
        "share": share,
        "headline": pieces(title, notes),
        "body": pieces(sized(body, page.values["sizes"]), notes),
        "caption": pieces(caption, notes) if caption else (),
        "passages": passages(body, caption),
        "noted": on,
        "followed": [one for one in dated if one.kind == "followup"],
        "corrected": [one for one in dated if one.kind == "correction"],
        "margins": direction(article.lang) == direction(page.lang),
        "reprint": room.settings.site_name(text.source_url) if text.source_url else "",
        "cited": cited(article),
        "modified": moment(article.modified) if article.modified else None,
        "json_ld": ""
        if article.retracted
        else article_page(room, article, text, page.values["original"], share),
    }


def annotated(text: Text, caption: Sequence[Noted], body: Sequence[Noted]) -> Text:
    """The text with places for the notes on its caption and on itself."""
    picture = text.picture
    if picture is not None and caption:
        picture = msgspec.structs.replace(picture, caption=marked(picture.caption, caption))
    return msgspec.structs.replace(text, html=placed(text.html, body), picture=picture)


def led(text: Text, lexicon: Sequence[LexiconEntry]) -> Text:
    """The text with the lexicon of another edition, to whose terms its mentions lead."""
    before = {row.slug: f'href="{ROOT}/{row.url}' for row in text.lexicon}
    html = text.html
    for row in lexicon:
        if row.slug in before:
            html = html.replace(before[row.slug], f'href="{ROOT}/{row.url}')
    return msgspec.structs.replace(text, html=html, lexicon=tuple(lexicon))


def cited(article: Article) -> list[Moment]:
    """The dates that the article mentions, in order of time; of those named twice the first words."""
    found = {
        (one.since, one.until): Moment(one.since, one.until, one.text, article.lang)
        for one in reversed(article.mentioned)
        if one.since or one.until
    }
    return sorted(found.values(), key=order)


VIEWS: Mapping[str, View] = {"article.html": view}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
