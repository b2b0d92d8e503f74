"""A digest with a look of its own, and the files that its settings name."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from glose.tasks.site_build import build
from tests.digest import linked

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 48"><circle cx="24" cy="24" r="20"/></svg>'
FACE = files("pelican") / "themes/notmyidea/static/fonts/Yanone_Kaffeesatz_400.woff2"
"""A typeface that is installed anyway: Pelican's own theme brings it."""
LOOK: dict[str, Any] = {
    "SITENAME": "Hafenblatt",
    "DEFAULT_LANG": "fr",
    "EDITIONS": ("fr", "en"),
    "TAGLINE": {"fr": "Les nouvelles du port", "en": "Harbour news"},
    "HOME_HEADING": {"fr": "Au jour le jour", "en": "Day by day"},
    "EDITORS": {"fr": "Le journal", "en": ("The newsroom", "The desk")},
    "LOGO": {"light": "images/logo.svg", "dark": "images/logo-dark.svg"},
    "ACCENT": "#00563b",
    "PAPER": "cool",
    "FONTS": {"Exemple Sans": {"fonts/exemple.woff2": "400"}},
    "TEXT_TYPEFACE": "old-style",
    "INTERFACE_TYPEFACE": "Exemple Sans",
    "FONT_DISPLAY": "optional",
    "MENU": ("glossary", "archives"),
    "FOOTER": ("imprint", "pages", "report", "feed", ("À lui", "/rights/")),
    "MENUITEMS": (("Le port", "https://harbour.example/?a=1&b=2"),),
    "LINKS": (({"fr": "Marées", "en": "Tides"}, "https://tides.example/"),),
    "SOCIAL": (("@hafenblatt", "https://social.example/@hafenblatt"),),
    "REPORT_ERROR": "mailto:desk@news.example",
    "RELATED_ARTICLES": 1,
    "MOST_CITED": 1,
    "FEED_MAX_ITEMS": 2,
    "NARROW_FEED_ITEMS": 1,
    "SHARE_IMAGES": True,
}
ARTICLE = (
    "---\ntitle: Le quai {number}\ndate: 2016-03-1{number}\nslug: quai-{number}\nlang: fr\n"
    "status: published\n{more}---\n\n"
    "À Ville-Exemple, le Front d’Exemple a parlé {number} fois.\n"
)
PAGE = (
    "---\ntitle: {title}\ndate: 2026-01-01\nslug: {slug}\nlang: {lang}\nstatus: published\n---\n\nUn texte.\n"
)
ENTRY = """---
type: place
names:
- {{text: {name}, lang: fr, role: pref}}
senses:
- from: 2015-01-01
  short: {{fr: "{name}, pour essayer."}}
sources: [{{title: "Page d’essai", url: "https://example.org/essai"}}]
as_of: 2026-01-01
status: reviewed
---
"""


def filled(root: Path) -> Path:
    """A project with four articles, two terms, three pages and what a look needs."""
    content = linked(root) / "content"
    for folder in ("articles", "glossary", "pages", "images", "fonts"):
        (content / folder).mkdir(parents=True)
    (root / "seeds").mkdir()
    for number in range(4):
        more = "" if number == 3 else "source: AT\ntags: [Port]\n"
        (content / f"articles/quai-{number}.fr.md").write_text(
            ARTICLE.format(number=number, more=more), "utf-8"
        )
    for slug, name in (("ville-exemple", "Ville-Exemple"), ("front-exemple", "Front d’Exemple")):
        (content / f"glossary/{slug}.md").write_text(ENTRY.format(name=name), "utf-8")
    for slug, lang, title in (
        ("imprint", "fr", "Mentions légales"), ("imprint", "en", "Imprint"), ("rights", "fr", "Droits"),
    ):  # fmt: skip
        (content / f"pages/{slug}.{lang}.md").write_text(
            PAGE.format(slug=slug, lang=lang, title=title), "utf-8"
        )
    (content / "images/logo.svg").write_text(LOGO, "utf-8")
    (content / "images/logo-dark.svg").write_text(LOGO.replace("20", "18"), "utf-8")
    (content / "fonts/exemple.woff2").write_bytes(FACE.read_bytes())
    return root


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's folder; what a test changes there it puts back."""
    return filled(tmp_path_factory.mktemp("look"))


Make = Callable[..., Path]


@pytest.fixture(scope="module")
def make(digest: Path) -> Make:
    """Builds it in the same place, with the look and the settings that are given, and with nothing else new."""

    def made(**changed: Any) -> Path:
        output = digest / "output"
        build(digest, output, overrides={**LOOK, **changed})
        return output

    return made
