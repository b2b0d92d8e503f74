"""Style, script and card in the pages of any theme: before ``</head>`` and ``</body>`` of its templates.

A theme that wants them elsewhere says ``{{ glose_head(SITEURL) }}`` and ``{{ glose_foot(SITEURL, article, page) }}``
itself; nothing is put into its templates then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment
from markupsafe import Markup
from pelican import signals

from glose.digest.site.render.assets import CARD
from glose.digest.text.script import direction
from glose.stock import pieces
from glose.stock.options import editions

FOLDER = "glose"
"""Of the files below the site's root."""
OURS = Path(__file__).parent / "assets"
FILES = {
    "glose.css": (CARD / "any_theme.css", CARD / "card.css", OURS / "glose.css"),
    "card.js": (CARD / "any_theme.js", CARD / "card.js"),
}
"""Files that a page asks for, and what is in them."""
_LINKS = Markup(
    '<link rel="stylesheet" href="{0}/{1}/glose.css"><script type="module" src="{0}/{1}/card.js"></script>'
)
_SCRIPT = Markup('<script type="module" src="{}/{}/{}"></script>')
_CARD = Markup('<div lang="{}" dir="{}" class="glose">{}</div>')
_HEAD = "{{ glose_head(SITEURL) }}"
_FOOT = "{{ glose_foot(SITEURL, article|default(none), page|default(none)) }}"
_ENDS = re.compile(r"</(head|body)\s*>", re.I)


class Loader(BaseLoader):
    """The theme's own loader, with our pieces before the ends of head and body."""

    def __init__(self, inner: BaseLoader) -> None:
        self.inner = inner

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:
        """The template's source, as the theme has it but for that."""
        source, name, fresh = self.inner.get_source(environment, template)
        return (
            _ENDS.sub(lambda end: (_HEAD if end[1].lower() == "head" else _FOOT) + end[0], source),
            name,
            fresh,
        )

    def list_templates(self) -> list[str]:
        """What the theme has."""
        return self.inner.list_templates()


def places_them(*folders: str) -> bool:
    """True when one of the templates says where they go."""
    files = chain.from_iterable(Path(folder).rglob("*.html") for folder in folders)
    return any("glose_head" in file.read_text(encoding="utf-8", errors="replace") for file in files)


def bring(generator: Any) -> None:
    """Gives templates the two functions, and calls them where the theme does not."""
    settings = generator.settings

    def foot(site: str, article: Any = None, page: Any = None) -> Markup:
        shown = article or page
        lang = getattr(shown, "lang", settings["DEFAULT_LANG"])
        own, day = pieces.in_language(lang, editions(settings)), getattr(article, "date", None)
        card = _CARD.format(own.lang, direction(own.lang), own.card(day))
        script = getattr(page, "glose_script", "")
        return card + (_SCRIPT.format(site, FOLDER, script) if script else "")

    generator.env.globals.update(glose_head=head, glose_foot=foot)
    if not isinstance(generator.env.loader, Loader) and not places_them(
        f"{generator.theme}/templates", *settings["THEME_TEMPLATES_OVERRIDES"]
    ):
        generator.env.loader = Loader(generator.env.loader)


def head(site: str) -> Markup:
    """Style and script, by addresses below the site's root."""
    return _LINKS.format(site, FOLDER)


def copy(pelican: Any) -> None:
    """Puts the files where `head` says they are."""
    lay(pelican.output_path, FILES)


def lay(output: str, files: Mapping[str, Sequence[Path]]) -> None:
    """Writes files of ours, each of its parts."""
    target = Path(output, FOLDER)
    target.mkdir(parents=True, exist_ok=True)
    for name, parts in files.items():
        (target / name).write_bytes(b"".join(part.read_bytes() for part in parts))


def register() -> None:
    """Connects module-level functions only."""
    signals.generator_init.connect(bring)
    signals.finalized.connect(copy)
