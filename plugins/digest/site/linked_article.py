"""An article as schema.org's ``NewsArticle``. Never an invented date: what the article does not know is left out."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from plugins.digest.site.linked_data import Node, crumbs, graph
from plugins.digest.site.room import Room
from plugins.digest.site.values import Article, Text, moment


def article_page(room: Room, article: Article, text: Text) -> Markup:
    """Of an article's page."""
    return graph([_article(room, article, text), crumbs(room, article.title, article.url)])


def _article(room: Room, article: Article, text: Text) -> Node:
    """The publisher of the digest is not the author."""
    url = room.public(article.url)
    name = room.settings.name
    node: Node = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": url,
        "headline": article.title,
        "inLanguage": article.lang,
        "publisher": {"@type": "Organization", "name": name, "url": room.public()},
    }
    node["datePublished"] = (
        article.when[:10] if article.precision == "day" else moment(article.when).isoformat()
    )
    if article.modified:
        node["dateModified"] = moment(article.modified).isoformat()
    if article.standfirst:
        node["description"] = article.standfirst
    if article.authors:
        node["author"] = [_author(room, one) for one in article.authors]
    if article.source:
        node.setdefault("author", [{"@type": "NewsMediaOrganization", "name": article.source}])
        node["creditText"] = article.source
        node["copyrightHolder"] = {"@type": "Organization", "name": text.holder or article.source}
    if text.source_url:
        node["isBasedOn"] = text.source_url
    if text.lexicon:
        node["mentions"] = [{"@id": room.public(f"{entry.url}#term")} for entry in text.lexicon]
    if article.corrections:
        node["correction"] = [
            {"@type": "CorrectionComment", "text": one.what, "datePublished": str(one.date)}
            for one in article.corrections
        ]
    return node


def _author(room: Room, name: str) -> dict[str, Any]:
    """A person, or the house itself where the name is one that it signs with."""
    return {"@type": "Organization" if name in room.settings.editors else "Person", "name": name}
