"""The editor's day: what to explain next, what to look at again, how to carry the glossary elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.asking import begin, needing, tell_next
from glose.tasks.frame import PROBLEMS, ROOT, USAGE, Whole, at_least, choose, site, task, tell, within
from glose.tasks.new_entry import Wish, asked, named, refuse_broken, refuse_known
from glose.tasks.settings import Site
from glose.tasks.voice import paint, result
from glose.tasks.words import say

FIFTY = Whole(50)
COLOUR = {"error": "error", "warning": "warning", "note": "note", "draft": "note"}


def load(own: Site) -> Any:
    """The site's glossary."""
    from glose.digest.glossary import load_glossary

    return load_glossary(own.glossary, own.lang)


def found(own: Site, glossary: Any) -> Any:
    """What the glossary finds in every article of the site."""
    from glose.digest.check.texts import article_texts
    from glose.digest.glossary.usage import usages

    return usages(glossary, article_texts(own.content, ROOT))


@task(
    help={"only": "rule whose findings are wanted (repeatable), as a finding names it: overdue, unused"},
    iterable=["only"],
)
def lint(c: Any, only: list[str]) -> None:
    """List what an editor should look at, the gravest first; exit 1 for what readers miss or is probably wrong."""
    from glose.digest.check.texts import article_texts
    from glose.digest.glossary.lint import lint as look
    from glose.digest.glossary.triage import COUNTED, HEADINGS, SEVERITY, grouped, warned

    for rule in only:
        choose("only", rule, SEVERITY)
    own = site()
    glossary, today = load(own), datetime.now(UTC).date()
    articles = article_texts(own.content, ROOT)
    groups = grouped((*warned(glossary), *look(glossary, articles, today, own.editions)), glossary, only)
    colour = paint()
    for group in groups:
        tell([colour(f"{say(HEADINGS[group.severity])}:", COLOUR[group.severity]), *group.faults])
    counts = (say(*COUNTED[group.severity], len(group.faults)) for group in groups)
    result(", ".join(counts) or say("nothing to look at"))
    if {group.severity for group in groups} & {"error", "warning"}:
        raise Exit(code=PROBLEMS)


@task(help={"limit": "how many names at the most"})
def suggest(c: Any, limit: int = FIFTY) -> None:
    """List names that no entry explains, those in most articles first."""
    from glose.digest.glossary.suggest import suggest as rank

    at_least(1, "limit", limit)
    own = site()
    glossary = load(own)
    names = rank(found(own, glossary), limit, glossary)
    for one in names:
        alias = f" ({', '.join(one.aliases)})" if one.aliases else ""
        if one.entry:
            alias += say(" = another name of {slug}: add it there with role: alt", slug=one.entry)
        count = say("in {number} article", "in {number} articles", one.articles)
        tell([f"{one.count:4} {count}  {one.text}{alias}  …{one.example}…  {one.path}"])
    if not names:
        result(say("every name is explained"))


@task(help={"term": "slug of one term; without it every article's coverage is listed"})
def where(c: Any, term: str = "") -> None:
    """Tell where a term is used, or how much of each article the glossary explains."""
    from glose.digest.glossary.usage import coverage, where_used
    from glose.digest.schema.node import nearest

    own = site()
    glossary = load(own)
    usage = found(own, glossary)
    if term:
        if term not in glossary:
            raise Exit(
                say("--term {name}: no such term; {todo}", name=term, todo=nearest(term, glossary)), USAGE
            )
        tell(f"{count:4}  {path}" for path, count in where_used(usage).get(term, ()))
    else:
        rows = map(coverage, usage)
        tell(
            f"{row.explained:4.0%}  {say('{count} terms', count=row.terms)}  {row.path}  {', '.join(row.unknown[:8])}"
            for row in rows
        )


HELP = {
    "name": "the term's preferred name; its slug is made from it",
    "type": "org, place, event, person, community, concept, document or agency",
    "lang": "language of that name; the site's own when left out",
    "languages": "those in which the entry is to be written, like en,de; the site's editions when left out",
    "alias": "another name of it (repeatable), with its language if that is another one, like de:Musterstadt",
    "source": "title of a source",
    "url": "address of that source",
    "homonym": "start it though another entry has this name",
}


def begun(
    c: Any,
    alias: list[str],
    name: str = "",
    type: str = "",
    lang: str = "",
    languages: str = "",
    source: str = "",
    url: str = "",
    homonym: bool = False,
) -> None:
    """Start an entry in content/glossary/ as a draft; on a terminal, what is left out is asked for."""
    from glose.digest.glossary.create import create
    from glose.digest.text.slug import slugify

    own = site()
    wish = asked(Wish(name, tuple(alias), type, lang or own.lang, tuple(languages.split(",")), source, url))
    names = [(wish.lang, wish.name), *(named(one, wish.lang) for one in wish.aliases)]
    file = own.glossary / f"{slugify(wish.name)}.md"
    if file.exists():  # before anything of it is judged
        raise Exit(say("{file}: exists already; edit it", file=within(file)), USAGE)
    if not homonym:
        refuse_known(own, [text for _, text in names])
    tags = tuple(tag for tag in wish.languages if tag) or own.editions
    today = datetime.now(UTC).date()
    text = create(
        wish.name,
        wish.type,
        today,
        lang=wish.lang,
        languages=tags,
        aliases=names[1:],
        source=wish.source,
        url=wish.url,
    )
    refuse_broken(text, file, own)
    begin(file, text)
    tell_next(file, say("say what it means under `senses:`, with its sources, then set `status: reviewed`"))


NEW: dict[str, Any] = {"help": HELP, "iterable": ["alias"]}
term = task(**NEW)(begun)
new = task(positional=["name"], name="new", **NEW)(needing(begun, "name"))
