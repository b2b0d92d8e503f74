"""What readers should know that happened to articles, or after them: corrections and follow-ups, by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.digest.site.noted import chosen
from plugins.digest.site.values import Article, Value


class Change(Value, frozen=True):
    """One of them."""

    date: date
    kind: str
    """``correction`` or ``followup``."""
    title: str
    """Of the article."""
    url: str
    """Where the page tells it: with the anchor of the note, if it is one."""
    lang: str
    """Of the article."""
    what: str
    """Plain text."""
    what_lang: str
    id: str
    """Its address in the data of the site, which stays whatever becomes of the page."""
    on: str = ""
    """The words of the article that it is on, for a note."""


def changes(articles: Iterable[Article], lang: str) -> tuple[Change, ...]:
    """Those of the articles, the newest first. `lang`: of the readers, in which notes are told where they can be."""
    found = [
        one for article in articles if article.corrections or article.updates for one in _of(article, lang)
    ]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def _of(article: Article, lang: str) -> Iterator[Change]:
    own = article.lang
    for number, one in enumerate(article.corrections, 1):
        id = f"{article.url}#correction-{number}"
        yield Change(one.date, "correction", article.title, article.url, own, one.what, own, id)
    for update in article.updates:
        (said,) = chosen(update.what, (lang, own))
        url = f"{article.url}#note-{update.number}"
        id = f"{article.url}annotations.jsonld#{update.id}"
        yield Change(update.date, update.kind, article.title, url, own, said.text, said.lang, id, update.on)
