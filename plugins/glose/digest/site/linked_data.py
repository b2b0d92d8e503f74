"""schema.org as JSON-LD: what a page is, for machines, in the page itself. Never an invented date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from markupsafe import Markup

from glose.digest.glossary.term import Term
from glose.digest.site.room import Room

Node = dict[str, Any]
REGISTERS = {"wikidata": "https://www.wikidata.org/wiki/{}", "geonames": "https://www.geonames.org/{}"}
"""Registers of identifiers that have an address; others stay on the term's page."""


def graph(nodes: Iterable[Node]) -> Markup:
    """A page's JSON-LD, safe inside a ``script`` element."""
    data = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = msgspec.json.encode(data).decode()
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  no tag can end the script element


def publisher(room: Room) -> Node:
    """Who publishes the site."""
    return {
        "@type": "Organization",
        "name": room.settings.name,
        "url": room.public(),
        "logo": room.public(room.settings.look.logo[0] or room.settings.look.icon),
    }


def website(room: Room) -> Markup:
    """Of an edition's front page."""
    url = room.public(room.prefix)
    node = {"@type": "WebSite", "@id": f"{url}#site", "url": url, "name": room.settings.name}
    if room.told != room.settings.name:
        node["description"] = room.told
    return graph([{**node, "inLanguage": room.lang, "publisher": publisher(room)}])


def crumbs(room: Room, *way: tuple[str, str]) -> Node:
    """The way from the edition's front page, by titles and addresses."""
    steps = [(name, room.public(url)) for name, url in ((room.settings.name, room.prefix), *way)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate(steps, 1)
        ],
    }


def term_page(room: Room, term: Term, title: str, address: str) -> Markup:
    """Of a term's page."""
    way = (str(room.words.t("Glossary")), f"{room.prefix}glossary/"), (title, address)
    return graph([_term(room, term, title, address), *_place(room, term, title, address), crumbs(room, *way)])


def _term(room: Room, term: Term, title: str, address: str) -> Node:
    """A ``DefinedTerm`` with its other names and its checked identifiers."""
    url, label = room.public(address), term.label(room.lang)
    others = dict.fromkeys(n.text for n in term.names if n.role != "hidden" and n.text != label)
    node: Node = {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "url": url,
        "name": title,
        "termCode": term.slug,
        "inDefinedTermSet": f"{room.public(room.prefix)}glossary/#set",
    }
    if others:
        node["alternateName"] = list(others)
    if definition := term.senses[-1].short.get(room.lang):
        node["description"] = definition
    same = [
        REGISTERS[one.scheme].format(one.id)
        for one in term.same_as
        if one.scheme in REGISTERS and one.verified
    ]
    if same:
        node["sameAs"] = same
    return node


def _place(room: Room, term: Term, title: str, address: str) -> Iterator[Node]:
    """The ``Place`` that the term's page is about, where its position is known."""
    if at := term.position:
        url = room.public(address)
        geo = {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon}
        yield {"@type": "Place", "@id": f"{url}#place", "name": title, "geo": geo, "mainEntityOfPage": url}


def glossary(room: Room, slugs: Iterable[str]) -> Markup:
    """The ``DefinedTermSet`` of an edition."""
    url = f"{room.public(room.prefix)}glossary/"
    return graph(
        [
            {
                "@type": "DefinedTermSet",
                "@id": f"{url}#set",
                "url": url,
                "name": room.settings.name,
                "inLanguage": room.lang,
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "hasDefinedTerm": [{"@id": f"{url}{slug}/#term"} for slug in slugs],
            }
        ]
    )
