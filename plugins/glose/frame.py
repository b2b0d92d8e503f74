"""Pelican as the frame of the same site: ``pelican content``, and plugins of others.

The library reads content/ and renders every page; Pelican brings its settings, its signals and its objects. Each
article and page is shown to the plugins of others as Pelican's own object (``content_object_init`` and what follows),
and what they make of its text is what is rendered. A site is made whole here each time: `invoke build`, which knows
what has changed, uses this frame only where a plugin of others is among PLUGINS.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
from pelican import contents, signals
from pelican.urlwrappers import Author, Category, Tag

from glose.digest.build.files import copies, logo
from glose.digest.build.load import load
from glose.digest.build.plan import Course, Features, Memory, blobs
from glose.digest.build.render_pages import Rendering, Work, worker
from glose.digest.build.sources import Sources
from glose.digest.build.state import State, decode
from glose.digest.edition.outline import load_outline
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError
from glose.digest.site.constants import Constants
from glose.digest.site.footnotes import styled
from glose.digest.site.noted import moved
from glose.digest.site.values import Article, Sheet, Text, fingerprint, pack

OURS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS")
"""What the library reads and copies, and Pelican must not read a second time."""


def take_over(pelican: Any) -> None:
    """Leaves Pelican's own generators nothing to do."""
    for name in OURS:
        pelican.settings[name] = []


class SiteGenerator:
    """Reads the content, shows it to other plugins, and writes every page."""

    def __init__(
        self, context: dict[str, Any], settings: dict[str, Any], path: str, theme: str, **more: Any
    ) -> None:
        self.context, self.settings = context, settings
        self.content, self.output = Path(path), Path(more["output_path"])
        own = self.content.parent / settings.get("THEME_OVERRIDES", "theme")
        self.theme = Layers.of(own, Path(theme)) if own.is_dir() else Layers.of(Path(theme))
        self.state = State(Path(":memory:"))
        self.dated = settings | {"WITH_FUTURE_DATES": True}
        """For Pelican's objects: the library has held what waits for its hour, by the site's own clock."""
        self.shown: dict[str, Any] = {}
        """Pelican's object for each file of the content."""

    def generate_context(self) -> None:
        """Reads everything; raises `DigestError` with all that is wrong."""
        settings = self.settings
        folder = self.content / settings.get("GLOSSARY_PATH", "glossary")
        sources = Sources(self.content.parent, self.content, folder, settings, settings.get("NOW"))
        outline = (
            load_outline(self.theme.file(f"outlines/{settings['MAP']}")) if settings.get("MAP") else None
        )
        self.loaded = load(sources, self.state, outline=outline)
        if faults := self.loaded.faults + self.loaded.left_out:
            raise DigestError.of(faults)
        site, context = self.loaded.site, self.context
        for one in site.articles:
            self.shown[one.file] = self._article(one)
        for sheet in site.sheets:
            self.shown[sheet.file] = self._content(contents.Page, sheet, {})
        articles = [(one, self.shown[one.file]) for one in site.articles]
        context["articles"] = [shown for one, shown in articles if one.status == "published"]
        context["hidden_articles"] = [shown for one, shown in articles if one.status != "published"]
        context["pages"] = [self.shown[sheet.file] for sheet in site.sheets]

    def _article(self, one: Article) -> Any:
        settings = self.settings
        more: dict[str, Any] = {"date": one.date, "tags": [Tag(name, settings) for name in one.tags]}
        if one.category:
            more["category"] = Category(one.category, settings)
        if one.authors:
            more["authors"] = [Author(name, settings) for name in one.authors]
        return self._content(contents.Article, one, more)

    def _content(self, kind: Any, one: Article | Sheet, more: dict[str, Any]) -> Any:
        """Pelican's object, which tells ``content_object_init`` when it is made."""
        status = getattr(one, "status", "published")
        known = {
            "title": one.title, "slug": one.slug, "lang": one.lang, "summary": one.standfirst, "url": one.url,
            "save_as": f"{one.url}index.html", "status": "published" if status == "published" else "hidden",
        }  # fmt: skip
        shown = kind(
            self._text(one).html,
            metadata=known | more,
            settings=self.dated,
            source_path=str(self.content / one.file),
            context=self.context,
        )
        shown.translations = []
        return shown

    def _text(self, one: Article | Sheet) -> Text:
        return decode(self.state.packed([one.text])[one.text], Text)

    def _changed(self, one: Any) -> Any:
        """The article or page with the text that other plugins have made of it."""
        text = self._text(one)
        html = self.shown[one.file]._content
        if html == text.html:
            return one
        packed = pack(msgspec.structs.replace(text, html=html, notes=moved(text.notes, text.html, html)))
        self.state.keep([(found := fingerprint(packed), packed)])
        return msgspec.structs.replace(one, text=found, written=styled(html))

    def generate_output(self, _writer: object) -> None:
        """Writes every page and file."""
        site = self.loaded.site
        site = replace(
            site,
            articles=tuple(map(self._changed, site.articles)),
            sheets=tuple(map(self._changed, site.sheets)),
        )
        features = tuple(_features(self.settings["PLUGINS"]))
        rendering = Rendering(
            site.settings, self.theme, Constants.of(site, logo(self.content, site.settings.look)), features
        )
        renderer = rendering.renderer()
        modules = Features([import_module(name) for name in features])
        todo = Course(site, modules, renderer.version, Memory()).whole()
        packed, render = self.state.packed(blobs(todo.made)), worker(renderer)
        for page in todo.made:
            done = render(Work(page, {fp: packed[fp] for fp in page.needs}))
            if done.faults:
                raise DigestError.of(done.faults)
            self._write(page.path, renderer.lay(done.data))
            signals.content_written.send(str(self.output / page.path), context=self.context)
        for path, (file, _) in copies(self.content, self.loaded.files, self.theme, 0).items():
            self._write(path, file.read_bytes())

    def _write(self, path: str, data: bytes) -> None:
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _features(names: list[str]) -> Iterator[str]:
    """Those of the plugins that make pages."""
    return (name for name in names if hasattr(import_module(name), "pages"))


def generator(_pelican: object) -> type[SiteGenerator]:
    """The generator that Pelican runs after its own."""
    return SiteGenerator


def register() -> None:
    """Connects to the beginning of a run, and adds the generator to it."""
    signals.initialized.connect(take_over)
    signals.get_generators.connect(generator)
