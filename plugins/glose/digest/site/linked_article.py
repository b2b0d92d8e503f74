"""An article as schema.org's ``NewsArticle``. Never an invented date: what the article does not know is left out."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from glose.digest.site.addresses import group
from glose.digest.site.found import day_or_moment
from glose.digest.site.linked_claim import claims
from glose.digest.site.linked_data import Node, crumbs, graph, publisher
from glose.digest.site.noted import chosen
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Text, moment


def article_page(room: Room, article: Article, text: Text, original: str = "", share: str = "") -> Markup:
    """Of an article's page. `original`: address of what it is a translation of. `share`: of its picture."""
    node = _article(room, article, text)
    own = text.picture.src if text.picture else ""
    if image := own or share:
        node["image"] = room.public(image)
    if original:
        node["translationOfWork"] = {"@id": room.public(f"{original}#article")}
    return graph([node, *claims(room, article, text), crumbs(room, (article.title, article.url))])


def original_of(article: Article, translations: Iterable[tuple[str, str]], lang: str) -> str:
    """Address of the version that others are translations of: that in the site's own language `lang`; else nothing."""
    return "" if article.lang == lang else dict(translations).get(lang, "")


def _article(room: Room, article: Article, text: Text) -> Node:
    """The publisher of the digest is not the author. The page tells its description itself."""
    url = room.public(article.url)
    node: Node = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "headline": article.title,
        "inLanguage": article.lang,
        "publisher": publisher(room),
    }
    node["datePublished"] = (
        article.when[:10] if article.precision == "day" else moment(article.when).isoformat()
    )
    stamps = (article.modified, *(str(one.date) for one in article.corrections))
    if changed := max(filter(None, stamps), key=lambda when: when[:10], default=""):
        node["dateModified"] = day_or_moment(changed)
    if article.authors:
        node["author"] = [_author(room, one, article) for one in article.authors]
    if article.source:
        house = {"@type": "NewsMediaOrganization", "name": article.source}
        node.setdefault("author", [house | _filed(room, article, "sources", article.source)])
        node["creditText"] = article.source
        node["copyrightHolder"] = {"@type": "Organization", "name": text.holder or article.source}
    if text.source_url:
        node["isBasedOn"] = text.source_url
    if text.lexicon:
        node["mentions"] = [{"@id": room.public(f"{entry.url}#term")} for entry in text.lexicon]
    told = [(one.what, one.date) for one in article.corrections]
    for update in article.updates:
        if update.kind == "correction":
            told += ((said.text, update.date) for said in chosen(update.what, (room.lang, article.lang)))
    if told:
        node["correction"] = [
            {"@type": "CorrectionComment", "text": what, "datePublished": str(day)} for what, day in told
        ]
    return node


def _author(room: Room, name: str, article: Article) -> Node:
    """A person, or the house itself where the name is one that it signs with."""
    kind = "Organization" if name in room.settings.editors else "Person"
    return {"@type": kind, "name": name, **_filed(room, article, "authors", name)}


def _filed(room: Room, article: Article, kind: str, name: str) -> dict[str, str]:
    """The listing of what is filed under a name, which what is hidden stands in none of."""
    if article.status != "published":
        return {}
    edition = room.settings.editions.of(article.lang)
    return {"url": room.public(f"{room.settings.editions.prefix(edition)}{group(kind, name)}")}
