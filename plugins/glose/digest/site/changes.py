"""What readers should know that happened to articles, or after them: corrections and follow-ups, by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from glose.digest.editions import Editions
from glose.digest.site.noted import chosen
from glose.digest.site.values import Article, Value


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


def changes(articles: Iterable[Article], lang: str, rule: Editions) -> tuple[Change, ...]:
    """Those of the articles that an edition shows, its guests among them, the newest first.

    `lang`: of the edition, in which notes are told where they can be. `rule`: where it shows its guests.
    """
    telling = (article for article in articles if article.corrections or article.updates)
    found = [one for article in telling for one in _of(article, lang, rule)]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def _of(article: Article, lang: str, rule: Editions) -> Iterator[Change]:
    own, at = article.lang, article.url
    if rule.of(own) != lang:
        at = rule.there(at, own, lang)
    for number, one in enumerate(article.corrections, 1):
        id = f"{at}#correction-{number}"
        yield Change(one.date, "correction", article.title, at, own, one.what, own, id)
    for update in article.updates:
        (said,) = chosen(update.what, (lang, own))
        url = f"{at}#note-{update.number}"
        id = f"{at}annotations.jsonld#{update.id}"
        yield Change(update.date, update.kind, article.title, url, own, said.text, said.lang, id, update.on)
