"""schema.org as JSON-LD: what a page is, for machines, in the page itself.

Templates call ``json_ld(article=…)``, ``json_ld(term_page=…)`` or ``json_ld(glossary=…)``. Never an invented date:
what the article does not know is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup
from pelican import signals

Node = dict[str, Any]
REGISTERS = {"wikidata": "https://www.wikidata.org/wiki/{}", "geonames": "https://www.geonames.org/{}"}
"""Registers of identifiers that have an address; others stay on the term's page."""


class Describer:
    """Builds the graph of one page; bound to the settings of a run."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.settings = settings
        self.site = (settings["SITEURL"] or settings["FEED_DOMAIN"]).rstrip("/")

    def __call__(
        self, article: Any = None, term_page: Any = None, glossary: Any = None, lang: str = ""
    ) -> Markup:
        """The page's JSON-LD, safe inside a ``script`` element."""
        if article is not None:
            graph = [self.article(article), self.crumbs((article.title, article.url), article.lang)]
        elif term_page is not None:
            graph = [
                self.term(term_page),
                *self.place(term_page),
                self.crumbs((term_page.title, term_page.url), term_page.lang),
            ]
        else:
            graph = [self.glossary(glossary, lang)]
        data = {"@context": "https://schema.org", "@graph": graph}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return Markup(text.replace("<", "\\u003c"))  # noqa: S704  no tag can end the script element

    def home(self, lang: str) -> str:
        """Address of the edition's front page."""
        return f"{self.site}/" + ("" if lang == self.settings["DEFAULT_LANG"] else f"{lang}/")

    def article(self, article: Any) -> Node:
        """A ``NewsArticle``; the publisher of the digest is not its author."""
        url = f"{self.site}/{article.url}"
        node: Node = {
            "@type": "NewsArticle",
            "@id": f"{url}#article",
            "url": url,
            "mainEntityOfPage": url,
            "headline": article.title,
            "inLanguage": article.lang,
            "publisher": {"@type": "Organization", "name": self.settings["SITENAME"], "url": f"{self.site}/"},
        }
        node["datePublished"] = moment(article, "date", article.date_precision)
        if getattr(article, "modified", None):
            node["dateModified"] = moment(article, "modified", "minute")
        if article.standfirst:
            node["description"] = article.standfirst
        if article.named_authors:
            node["author"] = [self.author(name) for name in article.named_authors]
        if article.source:
            agency = {"@type": "NewsMediaOrganization", "name": article.source}
            node.setdefault("author", [agency])
            node["creditText"] = article.source
            node["copyrightHolder"] = {
                "@type": "Organization",
                "name": (article.rights or {}).get("holder") or article.source,
            }
        if article.source_url:
            node["isBasedOn"] = article.source_url
        if article.lexicon:
            node["mentions"] = [{"@id": f"{self.site}/{entry.url}#term"} for entry in article.lexicon]
        if article.corrections:
            node["correction"] = [
                {"@type": "CorrectionComment", "text": c["what"], "datePublished": str(c["date"])}
                for c in article.corrections
            ]
        return node

    def author(self, name: str) -> Node:
        """A person, or the house itself where the name is one that it signs with."""
        return {"@type": "Organization" if name in self.settings["EDITORS"] else "Person", "name": name}

    def term(self, page: Any) -> Node:
        """A ``DefinedTerm`` with its other names and its checked identifiers."""
        url = f"{self.site}/{page.url}"
        term = page.term
        others = dict.fromkeys(
            n.text for n in term.names if n.role != "hidden" and n.text != term.label(page.lang)
        )
        node: Node = {
            "@type": "DefinedTerm",
            "@id": f"{url}#term",
            "url": url,
            "name": page.title,
            "termCode": term.slug,
            "inDefinedTermSet": f"{self.home(page.lang)}glossary/#set",
        }
        if others:
            node["alternateName"] = list(others)
        if definition := term.senses[-1].short.get(page.lang):
            node["description"] = definition
        same = [
            REGISTERS[i.scheme].format(i.id) for i in term.same_as if i.scheme in REGISTERS and i.verified
        ]
        if same:
            node["sameAs"] = same
        return node

    def place(self, page: Any) -> Iterator[Node]:
        """The ``Place`` that the term's page is about, where its position is known."""
        if at := page.term.position:
            url = f"{self.site}/{page.url}"
            geo = {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon}
            yield {
                "@type": "Place", "@id": f"{url}#place", "name": page.title, "geo": geo, "mainEntityOfPage": url
            }  # fmt: skip

    def glossary(self, glossary: Any, lang: str) -> Node:
        """The ``DefinedTermSet`` of an edition."""
        url = f"{self.home(lang)}glossary/"
        return {
            "@type": "DefinedTermSet",
            "@id": f"{url}#set",
            "url": url,
            "name": self.settings["SITENAME"],
            "inLanguage": lang,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "hasDefinedTerm": [{"@id": f"{url}{slug}/#term"} for slug in glossary],
        }

    def crumbs(self, last: tuple[str, str], lang: str) -> Node:
        """The way from the front page."""
        steps = [(self.settings["SITENAME"], self.home(lang)), (last[0], f"{self.site}/{last[1]}")]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": url}
                for place, (name, url) in enumerate(steps, 1)
            ],
        }


def moment(article: Any, key: str, precision: str | None) -> str:
    """A date in ISO 8601, no more precise than it is known."""
    value = getattr(article, key)
    return str(value.date().isoformat() if precision == "day" else value.isoformat())


def provide(generator: Any) -> None:
    """Gives every template the function ``json_ld``."""
    generator.env.globals["json_ld"] = Describer(generator.settings)


def register() -> None:
    """Connects to every generator, since each brings its own Jinja environment."""
    signals.generator_init.connect(provide)
