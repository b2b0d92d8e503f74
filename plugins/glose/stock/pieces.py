"""What a foreign theme does not write: the engine's own macros, in the language of the reader."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from glose import defaults
from glose.digest.edition.edition import Edition
from glose.digest.edition.period import held
from glose.digest.edition.spoken import OTHERWISE, catalogues, tags
from glose.digest.editions import Editions
from glose.digest.glossary.term import text_in
from glose.digest.layers import Layers
from glose.digest.site.render.theme import Theme
from glose.digest.site.render.words import Words

HERE = Path(__file__).parent
ENGINE = Path(defaults.THEME)
"""The engine's theme: its words and macros are the same for every site."""


class Pieces:
    """The macros of pieces.html in one language."""

    def __init__(self, lang: str, editions: Editions) -> None:
        theme = Theme(Layers.of(ENGINE))
        words = Words(theme.catalogue(lang))
        self.lang, self.words = lang, words
        env = Environment(
            loader=ChoiceLoader((FileSystemLoader(HERE / "templates"), DictLoader(theme.templates))),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.filters.update(words.filters)
        known = {one: Edition(one, where, ()) for one, where in editions.prefixes.items()}
        env.globals.update(
            words.functions,
            lang=lang,
            home="",
            editions=known,
            # Pelican resolves a link to an entry's file from wherever the text is shown.
            SITEURL=Markup("{filename}"),
            held=held,
            text_in=text_in,
        )
        self._module: Any = env.get_template("pieces.html").module

    def __getattr__(self, macro: str) -> Any:
        return getattr(self._module, macro)


@lru_cache(maxsize=32)
def in_language(lang: str, editions: Editions) -> Pieces:
    """The pieces for a text of that language: in it where its words are known, else in the site's, else in English."""
    ways, layers = (*tags(lang), *tags(editions.root)), Layers.of(ENGINE)
    return Pieces(next((one for one in ways if catalogues(layers, one)), OTHERWISE), editions)
