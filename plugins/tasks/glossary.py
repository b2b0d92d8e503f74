"""The editor's day: what to explain next, what to look at again, how to carry the glossary elsewhere."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from invoke.exceptions import Exit

from plugins.digest.glossary.term import base
from plugins.tasks.frame import PROBLEMS, ROOT, USAGE, Whole, choose, site, task, tell
from plugins.tasks.settings import Site

FIFTY = Whole(50)


def load(own: Site) -> Any:
    """The site's glossary."""
    from plugins.digest.glossary import load_glossary

    return load_glossary(own.glossary, own.lang)


def found() -> Any:
    """What the glossary finds in every article."""
    from plugins.digest.check.texts import article_texts
    from plugins.digest.glossary.usage import usages

    own = site()
    return usages(load(own), article_texts(own.content, ROOT))


@task()
def lint(c: Any) -> None:
    """List what an editor should look at: unused terms, probable slips, doubles, entries past review."""
    from plugins.digest.check.texts import article_texts
    from plugins.digest.glossary.lint import lint as look

    own = site()
    glossary, today = load(own), datetime.now(UTC).date()
    faults = (
        *glossary.warnings,
        *look(glossary, article_texts(own.content, ROOT), today, tuple(map(base, own.editions))),
    )
    tell(faults or ["nothing to look at"])
    if faults:
        raise Exit(code=PROBLEMS)


@task(help={"limit": "how many names at the most"})
def suggest(c: Any, limit: int = FIFTY) -> None:
    """List names that no entry explains, those in most articles first."""
    from plugins.digest.glossary.suggest import suggest as rank

    if limit < 1:
        raise Exit("--limit: at least 1", USAGE)
    names = rank(found(), limit)
    tell(f"{s.count:4} in {s.articles} article(s)  {s.text}  …{s.example}…  {s.path}" for s in names)
    if not names:
        print("every name is explained")


@task(help={"term": "slug of one term; without it every article's coverage is listed"})
def where(c: Any, term: str = "") -> None:
    """Tell where a term is used, or how much of each article the glossary explains."""
    from plugins.digest.glossary.usage import coverage, where_used

    usage = found()
    if term:
        tell(f"{count:4}  {path}" for path, count in where_used(usage).get(term, ()))
    else:
        rows = map(coverage, usage)
        tell(
            f"{row.explained:4.0%}  {row.terms} terms  {row.path}  {', '.join(row.unknown[:8])}"
            for row in rows
        )


@task(
    positional=["name"],
    help={
        "name": "the term's preferred name; its slug is made from it",
        "lang": "language of that name",
        "type": "org, place, event, person, community, concept, document or agency",
    },
)
def new(c: Any, name: str, lang: str = "", type: str = "concept") -> None:
    """Start an entry in content/glossary/ as a draft, with everything that it needs to be filled in."""
    from plugins.digest.glossary.create import create
    from plugins.digest.glossary.term import TYPES
    from plugins.digest.text.slug import slugify

    if not re.search(r"\w", name):
        raise Exit("--name: write the term's name, in letters", USAGE)
    own = site()
    lang = lang or own.lang
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang):
        raise Exit(f"--lang {lang}: write a language tag like fr, en or pt-BR", USAGE)
    text = create(
        name, choose("type", type, TYPES), datetime.now(UTC).date(), lang=lang, languages=own.editions
    )
    file = own.glossary / f"{slugify(name)}.md"
    own.glossary.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise Exit(f"{file.relative_to(ROOT)}: exists already; edit it", USAGE) from None
    print(file.relative_to(ROOT))
