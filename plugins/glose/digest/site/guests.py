"""Which untranslated articles an edition takes in: it lists them, and shows them with definitions of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from glose.digest.editions import Editions
from glose.digest.former import file_of
from glose.digest.site.values import Article

NEWEST = 10
"""Articles that an edition names of those that are too many for it."""


def guests(
    articles: Sequence[Article], rule: Editions, most: int
) -> Mapping[str, tuple[Sequence[Article], bool]]:
    """For each edition the untranslated articles, in the order of `articles`, and whether it takes them in.

    `most`: how many it does; where there are more, these are the newest. Of a piece in several other languages one
    version is taken: the root's, or else the first in the order of the editions.
    """
    versions: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.status == "published":
            versions[article.slug].append(article)
    return {lang: _of(lang, versions.values(), articles, rule, most) for lang in rule.languages}


def _of(
    lang: str, versions: Iterable[Sequence[Article]], articles: Sequence[Article], rule: Editions, most: int
) -> tuple[Sequence[Article], bool]:
    found = {
        chosen(same, rule).file for same in versions if all(rule.of(article.lang) != lang for article in same)
    }
    if not found:
        return (), True
    held = [article for article in articles if article.file in found]
    if len(held) > most:
        return held[:NEWEST], False
    taken = {article.url for article in articles}
    taken |= {file_of(alias).removesuffix("index.html") for article in articles for alias in article.aliases}
    return [one for one in held if rule.there(one.url, one.lang, lang) not in taken], True


def chosen(same: Sequence[Article], rule: Editions) -> Article:
    """The version that is shown to those whose language there is none in."""
    if len(same) == 1:
        return same[0]
    order = {lang: place for place, lang in enumerate(rule.languages)}
    return min(same, key=lambda one: (order.get(rule.own(one.lang), len(order)), one.lang))
