"""Former addresses of articles keep working: a page that leads on, and a list for servers that can do better.

Runs after the sitemap is written, which names what is there to be read, and so no redirect.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from pelican import signals
from pelican.generators import Generator

from plugins.digest.model.errors import DigestError, Fault

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
            lines.append(f"/{former.removesuffix('index.html')} /{article.url} 301")
        if lines:
            Path(self.output_path, LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def moved(self) -> Iterator[tuple[str, Any]]:
        """File of a former address and the article that stood there; raises `DigestError` for a wrong one."""
        faults, seen = [], set[str]()
        context = self.context
        originals = [*context["articles"], *context["hidden_articles"]]
        for article in chain.from_iterable((one, *one.translations) for one in originals):
            for alias in article.aliases:
                file = file_of(alias)
                if not file:
                    what, todo = (
                        f"alias {alias} is no former address of an article",
                        "write it like /2016/03/15/slug/",
                    )
                elif file in seen or Path(self.output_path, file).exists():
                    what, todo = f"another page stands at the alias {alias}", "delete it from aliases"
                else:
                    seen.add(file)
                    yield file, article
                    continue
                faults.append(Fault(str(article.relative_source_path), None, what, todo))
        if faults:
            raise DigestError.of(faults)


def file_of(alias: str) -> str:
    """The file that answers to an address; empty for the home page, and for one that leads out of the site."""
    path = PurePosixPath(unquote(alias).strip("/"))
    if not path.parts or ".." in path.parts:
        return ""
    return str(path) if path.suffix == ".html" else f"{path}/index.html"


def generator(_pelican: object) -> type[RedirectsGenerator]:
    """The generator that Pelican runs after its own."""
    return RedirectsGenerator


def register() -> None:
    """Adds the generator to every run."""
    signals.get_generators.connect(generator)
