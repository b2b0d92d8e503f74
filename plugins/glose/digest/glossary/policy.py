"""What to mark of what was found: for a site, a section or one article."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast, get_args

from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.schema.node import nearest

First = Literal["article", "section", "all"]
FIRST: tuple[str, ...] = get_args(First)
OPTIONS = ("skip", "force", "first")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which mentions become links, and where they lead. The default is that of contracts.md, section 4."""

    first: First = "article"
    """Mark a term's first mention in the article, in each section (from heading to heading), or all mentions."""
    per_paragraph: int = 0
    """At most so many marks in one paragraph; 0 for no limit. A term passed over is marked further on."""
    skip: frozenset[str] = frozenset()
    """Slugs of terms that are not marked."""
    force: tuple[tuple[str, str], ...] = ()
    """(words, slug): where these words stand, that term is meant, whatever the rules say."""
    in_quotations: bool = True
    """False leaves quoted speech alone: between quotation marks, in ``q`` and in ``blockquote``."""
    href: str = "/glossary/{slug}/"
    """Where a mark leads; ``{slug}`` is replaced by the term's slug."""

    def opening(self, slug: str, fragment: str = "") -> str:
        """The start tag of a mention of that term. `fragment`: of the sense that is meant."""
        return _opening(self.href, slug, fragment)


@lru_cache(maxsize=10_000)
def _opening(href: str, slug: str, fragment: str) -> str:
    """Remembered: the same terms are marked in thousands of articles."""
    href = html.escape(href.replace("{slug}", slug) + fragment)
    return f'<a class="term" href="{href}" role="doc-glossref" aria-details="term-{slug}">'


def article_policy(
    policy: Policy, options: Mapping[str, object], terms: Iterable[str], path: str = ""
) -> Policy:
    """`policy` as the front matter's ``glossary: {skip, force, first}`` of one article changes it.

    ``skip`` is a list of slugs, ``force`` a mapping from words to a slug, ``first`` one of `FIRST`. `terms` are
    the slugs there are. Raises `FrontMatterError` with every fault.
    """
    known = set(terms)
    faults: list[str] = []
    todo: list[str] = []

    def fault(what: str, advice: str) -> None:
        faults.append(what)
        todo.append(advice)

    for key in options:
        if key not in OPTIONS:
            fault(f'unknown key "{key}" in glossary', nearest(str(key), OPTIONS))
    skip = options.get("skip") or ()
    force = options.get("force") or {}
    first = options.get("first") or policy.first
    if isinstance(skip, str):
        skip = (skip,)
    if not isinstance(skip, Iterable) or isinstance(skip, Mapping):
        fault("glossary.skip is not a list", "write it as [slug, slug]")
        skip = ()
    if not isinstance(force, Mapping):
        fault("glossary.force is not a mapping", "write it as {words: slug}")
        force = {}
    if first not in FIRST:
        fault(f'glossary.first is "{first}"', nearest(str(first), FIRST))
    for slug in (*skip, *force.values()):
        if slug not in known:
            fault(f'glossary names no term: "{slug}"', nearest(str(slug), known))
    if faults:
        raise FrontMatterError(*(Fault(path, None, *both) for both in zip(faults, todo, strict=True)))
    return replace(
        policy,
        skip=policy.skip | {str(slug) for slug in skip},
        force=(*policy.force, *((str(words), str(slug)) for words, slug in force.items())),
        first=cast(First, first),
    )
