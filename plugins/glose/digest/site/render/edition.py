"""The templates of one edition, with everything that it always says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined
from markupsafe import Markup

from glose.digest.edition.fragment import fragment
from glose.digest.edition.period import held
from glose.digest.glossary.term import text_in
from glose.digest.site.constants import Constants
from glose.digest.site.render.always import constants_of
from glose.digest.site.render.fold import Folded, Folding
from glose.digest.site.render.inlays import Inlays
from glose.digest.site.render.theme import Theme
from glose.digest.site.render.versions import KEPT_IN
from glose.digest.site.render.words import Words
from glose.digest.site.site import Settings

KEPT = {
    "card": "entry",
    "line_of": "line",
    "head_of": "head",
    "near_of": "near",
    "lexicon_row": "row",
    "ways": "way_list",
}
"""Functions of templates, and the macro whose text for each value they remember: it depends on nothing else."""
MANY = 20_000
"""Values of each that are remembered: some twenty megabytes."""


class Templates:
    """Compiled templates of one edition."""

    def __init__(
        self, lang: str, settings: Settings, theme: Theme, constants: Constants, *, fold: bool = True
    ) -> None:
        known = self.constants = constants_of(lang, settings, theme, constants)
        sheets = constants.in_language(lang, settings.lang)
        words = Words(theme.catalogue(lang))
        pure: dict[str, Callable[..., Any]] = {
            **words.functions,
            "page_url": lambda slug: sheets.get(slug, ""),
        }
        kept = {name: self.kept(macro) for name, macro in KEPT.items()}
        self.env = Folded(
            theme.trees if fold else None,
            loader=FunctionLoader(lambda name: source(theme, name)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            optimized=False,  # what can be folded is
        )
        self.env.folding = Folding(known, pure, Inlays(known).signs) if fold else None
        self.env.globals.update(
            known,
            **pure,
            **kept,
            lexicon_rows=led_back(self.shown(KEPT["lexicon_row"])),
            held=held,
            fragment=fragment,
            text_in=text_in,
        )
        self.env.filters.update(words.filters)

    @cached_property
    def _parts(self) -> Any:
        return self.env.get_template(KEPT_IN).module

    def kept(self, macro: str) -> Callable[[Hashable], Markup]:
        """A macro of parts.html that renders each value once."""
        return lru_cache(MANY)(self.shown(macro))

    def shown(self, macro: str) -> Callable[[Hashable], Markup]:
        """A macro of parts.html."""

        def show(value: Hashable) -> Markup:
            shown: Markup = getattr(self._parts, macro)(value)
            return shown

        return show

    def render(self, template: str, values: Mapping[str, Any]) -> str:
        """The page, in which addresses still begin with `ROOT` and `Inlays` are not laid in."""
        return self.env.get_template(template).render(values)


def led_back(row: Callable[[Any], Markup]) -> Callable[[Iterable[Any], Mapping[str, str]], Markup]:
    """The rows of a lexicon by the macro for one of them, which is asked once for each."""

    @lru_cache(MANY)
    def around(entry: Any) -> tuple[str, ...]:
        return tuple(str.split(row(entry), f"#m-{entry.slug}"))

    def rows(entries: Iterable[Any], at: Mapping[str, str]) -> Markup:
        """`at`: by slug the id of the place where the text mentions a term first."""
        found: list[str] = []
        for entry in entries:
            found.append(f"#{at.get(entry.slug) or f'm-{entry.slug}'}".join(around(entry)))
        return Markup("".join(found))  # noqa: S704  rows are HTML already

    return rows


def source(theme: Theme, name: str) -> tuple[str, str, None] | None:
    """What Jinja asks of a loader; None for a template that is not there."""
    text = theme.templates.get(name)
    return None if text is None else (text, theme.named(name), None)
