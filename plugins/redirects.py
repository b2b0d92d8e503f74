"""Former addresses of articles keep working: a page that leads on, and a list for servers that can do better.

Runs after the sitemap is written, which names what is there to be read, and so no redirect.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pelican import signals
from pelican.generators import Generator

from plugins.digest.former import file_of

LIST = "_redirects"
"""The form that Netlify and Cloudflare Pages read: former path, present path, status."""


class RedirectsGenerator(Generator):  # type: ignore[misc]
    """Writes a page for each of an article's ``aliases``."""

    def generate_output(self, writer: Any) -> None:
        """Called by Pelican after every context is complete and every other page is written."""
        lines = []
        for former, article in self.moved():
            writer.write_file(
                former,
                self.get_template("redirect"),
                self.context,
                self.settings["RELATIVE_URLS"],
                article=article,
            )
            lines.append(f"/{quote(former.removesuffix('index.html'))} /{article.url} 301")
        if lines:
            Path(self.output_path, LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def moved(self) -> Iterator[tuple[str, Any]]:
        """File of a former address and the article that stood there; `former` has found that it is free."""
        originals = [*self.context["articles"], *self.context["hidden_articles"]]
        for article in chain.from_iterable((one, *one.translations) for one in originals):
            for file in dict.fromkeys(map(file_of, article.aliases)):
                yield file, article


def generator(_pelican: object) -> type[RedirectsGenerator]:
    """The generator that Pelican runs after its own."""
    return RedirectsGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
