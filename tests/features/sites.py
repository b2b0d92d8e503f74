"""Sites made of nothing, as values: the real types, of any size."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from glose.digest.edition.outline import Outline
from glose.digest.editions import Editions
from glose.digest.glossary.term import Change, Event, Name, Position, Relations, Sense, Source, Term
from glose.digest.site.site import Settings, Site
from glose.digest.site.values import (
    Article,
    Correction,
    Entry,
    Fingerprint,
    Line,
    Mentioned,
    Named,
    Page,
    Part,
    Text,
    Whole,
    fingerprint,
)

ZONE = timezone(timedelta(hours=1))
FIRST = datetime(2016, 3, 15, 17, 0, tzinfo=ZONE)
SETTINGS = Settings(
    "Exemple",
    "fr",
    ("fr", "en"),
    feed_domain="https://exemple.invalid",
    editors=("La rédaction",),
    size=50,
    untranslated=0,
)
OUTLINE = Outline(
    "drawn for a test",
    (0.0, 0.0, 10.0, 10.0),
    (((1.0, 1.0), (9.0, 1.0), (5.0, 9.0)),),
    (((1.0, 1.0), (5.0, 9.0)),),
    (("FR", (5.0, 5.0)),),
    {"fr": "Tracé d’essai", "en": "Sample shapes"},
    divisions=(((3.0, 1.0), (5.0, 5.0)),),
    regions=(("FR-X", (7.0, 7.0)),),
    seas=(({"fr": "Mer d’essai", "en": "Sample Sea"}, (1.0, 9.0)),),
    capitals=(({"fr": "Chef-lieu", "en": "Seat"}, (2.0, 2.0)),),
)
SOURCE = Source("Registre d’exemple", "https://registre.invalid/", "Archives d’Exempleville", "2016-02")


class Store:
    """Large values by fingerprint, as a build's state keeps them."""

    def __init__(self) -> None:
        self.known: dict[Fingerprint, Any] = {}

    def keep(self, value: Any) -> Fingerprint:
        """The value's fingerprint; it can be fetched from now on."""
        found = fingerprint(value)
        self.known[found] = value
        return found

    def fetch(self, found: Fingerprint, kind: type) -> Any:
        """What pages fetch."""
        value = self.known[found]
        assert isinstance(value, kind)
        return value


def term(slug: str, kind: str = "org", **more: Any) -> Term:
    """An entry in two languages."""
    found = Term(
        slug=slug,
        type=kind,  # type: ignore[arg-type]
        names=(
            Name(f"Groupe {slug}", "fr", "pref"),
            Name(f"Group {slug}", "en", "pref"),
            Name(slug.upper(), "mul", "alt"),
        ),
        senses=(
            Sense(None, date(2016, 7, 28), {"fr": f"Ce qu’est {slug}.", "en": f"What {slug} is."}),
            Sense(
                date(2016, 7, 28), None, {"fr": f"Ce que {slug} est devenu.", "en": f"What {slug} became."}
            ),
        ),
        sources=(SOURCE,),
        as_of=date(2016, 8, 1),
        status="reviewed",
    )
    return replace(found, **more)


def entries(store: Store, terms: Mapping[str, Term] | list[Term]) -> dict[str, Entry]:
    """Terms as a site knows them."""
    found = terms.values() if isinstance(terms, Mapping) else terms
    return {
        one.slug: Entry(store.keep(Whole(one, {"fr": f"<p>Sur {one.slug}.</p>"})), one)
        for one in sorted(found, key=lambda one: one.slug)
    }


def article(store: Store, slug: str, when: datetime = FIRST, lang: str = "fr", **more: Any) -> Article:
    """An article; `more` are fields of its own, and ``mentions``: slugs of the terms that it explains."""
    mentions = more.pop("mentions", ())
    body = more.pop("body", f"<p>Le texte de {slug}.</p>")
    values: dict[str, Any] = {
        "file": f"articles/{slug}.{lang}.md",
        "text": store.keep(Text(body, ())),
        "url": Editions(SETTINGS.languages).article(lang, when.date(), slug),
        "lang": lang,
        "title": f"Titre de {slug}",
        "when": when.isoformat(),
        "source": "AGEX",
        "standfirst": "",
        "category": "",
        "status": "published",
        "minutes": 1,
        "slug": slug,
        "precision": "minute",
        "date_source": "metadata",
        "modified": "",
        "tags": (),
        "authors": (),
        "variant_of": "",
        "aliases": (),
        "corrections": (),
        "mentioned": (),
        "terms": tuple(Named(one, "org", f"Groupe {one}") for one in mentions),
        "lines": tuple((one, store.keep(Line("Le ", one, f" dans {slug}."))) for one in mentions),
        "links": (),
    }
    return Article(**values | more)


def site(
    articles: list[Article], known: Mapping[str, Entry], settings: Settings = SETTINGS, **more: Any
) -> Site:
    """The site of these."""
    ordered = sorted(articles, key=lambda one: (one.date, one.slug, one.lang), reverse=True)
    return Site(settings, tuple(ordered), (), known, **more)


def large(store: Store, articles: int, terms: int, mentions: int = 14) -> Site:
    """A site of that size in two editions, as an archive of ten years has it; the same at each call."""
    dice = random.Random(1)
    known = entries(
        store,
        [
            term(
                f"terme-{number}",
                "place" if number % 5 == 0 else "org",
                position=Position(dice.random() * 10, dice.random() * 10, date(2016, 1, 1), "atlas d’exemple")
                if number % 5 == 0
                else None,
                events=(Event({"fr": f"Le fait {number}"}, SOURCE.url, date(2010 + number % 7, 3, 1)),)
                if number % 3 == 0
                else (),
                relations=Relations(see=(f"terme-{(number + 1) % terms}",)),
                changes=(Change(date(2016, 8, 1), {"fr": "Relu"}),),
            )
            for number in range(terms)
        ],
    )
    slugs = list(known)
    lines = [store.keep(Line("Le ", f"groupe {number}", " a dit.")) for number in range(terms)]
    found = []
    for number in range(articles):
        when = FIRST - timedelta(minutes=number * 525)
        chosen = dice.sample(range(terms), mentions)
        found.append(
            article(
                store,
                f"depeche-{number}",
                when,
                ("fr", "en")[number % 2],
                standfirst="Ce qu’il faut savoir de cette journée, en une phrase.",
                category=f"Rubrique {number % 9}",
                tags=tuple(f"Mot {dice.randrange(300)}" for _ in range(3)),
                authors=(f"Anne Exemple {number % 40}",),
                source=f"AG{number % 12}",
                corrections=(Correction(date(2016, 1, 1), "Un nom."),) if number % 100 == 0 else (),
                mentioned=tuple(
                    Mentioned(f"le jour {day}", when.date() - timedelta(day), when.date() - timedelta(day))
                    for day in range(3)
                ),
                terms=tuple(Named(slugs[one], "org", f"Groupe {one}") for one in chosen),
                lines=tuple((slugs[one], lines[one]) for one in chosen),
            )
        )
    return site(found, known, outline=OUTLINE)


def made(found: Iterable[Page | Part]) -> Iterator[Page]:
    """The pages of a feature, those of its parts among them."""
    for one in found:
        yield from [one] if isinstance(one, Page) else one.make()
