"""A small site with one of everything, built once by the real thing, with its search index, below a path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.check.planted import HOME, Site
from tests.digest import EMPTY, linked

HEADER = (
    "---\ntitle: {title}\ndate: {date}\nslug: {slug}\nlang: {lang}\nstatus: {status}\n{more}---\n\n{text}\n"
)
ARTICLES = {
    "essai.fr": ("Une dépêche d’essai", "2016-03-15", "essai", "fr", "published", "source: AT\ntags: [Essai]\n",
                 "À Ville-Exemple, le Front d’Exemple a parlé.\n\n## Un intertitre\n\nPuis il s’est tu."),
    "essai.ar": ("برقية تجريبية", "2016-03-15", "essai", "ar", "published", "source: AT\n", "نص تجريبي قصير."),
    "autre": ("Une autre dépêche", "2016-03-14", "autre", "fr", "published", "aliases: [/ancienne/]\n",
              "Le Front d’Exemple écrit `{{ t('x') }}` et {% if %} dans son texte."),
    "retiree": ("Une dépêche retirée", "2016-03-10", "retiree", "fr", "retracted", "", "Un texte retiré."),
}  # fmt: skip
ENTRY = """---
type: {type}
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
ENTRIES = (("ville-exemple", "place", "Ville-Exemple"), ("front-exemple", "org", "Front d’Exemple"))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    from glose.tasks.search_index import INDEX
    from glose.tasks.site_build import (
        build,
    )  # here, so that its fault fails only the tests that need a site

    project = linked(tmp_path_factory.mktemp("checked"))
    for folder in EMPTY:
        (project / folder).mkdir(parents=True)
    for name, (title, date, slug, lang, status, more, text) in ARTICLES.items():
        told = HEADER.format(
            title=title, date=date, slug=slug, lang=lang, status=status, more=more, text=text
        )
        (project / "content/articles" / f"{name}.md").write_text(told, encoding="utf-8")
    for slug, kind, name in ENTRIES:
        text = ENTRY.format(type=kind, name=name)
        (project / "content/glossary" / f"{slug}.md").write_text(text, encoding="utf-8")
    address = {"SITEURL": HOME.rstrip("/"), "FEED_DOMAIN": HOME.rstrip("/"), "RELATIVE_URLS": False}
    build(project, project / "output", overrides={"EDITIONS": ("fr", "ar"), **address}, finish=(INDEX,))
    return Site(project / "output")


@pytest.fixture
def site(small_site: Site) -> Iterator[Site]:
    """The small site, to break; whole again afterwards."""
    yield small_site
    small_site.restore()


@pytest.fixture(scope="session")
def root(small_site: Site) -> Path:
    return small_site.root
