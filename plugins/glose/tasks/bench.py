"""Measurements, as ratios in one run: nothing in the tests depends on time."""

from __future__ import annotations

import os
from typing import Any

from glose.tasks.frame import Whole, python, task

TERMS, ROUNDS, PROCESSES = Whole(1000), Whole(3), Whole(0)


@task()
def annotate(c: Any) -> None:
    """Measure annotation with 1,000 and 100,000 terms, beside Python-Markdown's abbreviations."""
    python("-m", "tests.bench.annotate")


@task()
def convert(c: Any) -> None:
    """Measure conversion: raw dispatches a second, saved pages beside trafilatura alone."""
    python("-m", "tests.bench.convert")


@task(
    help={
        "articles": "how many articles, like 1000 or 100,1000,10000; with several, growth is told, too",
        "terms": "terms of the glossary, in two editions",
        "rounds": "times that everybody builds everything; the median and the spread are told",
        "only": "what is measured, with commas: cold (always), nothing, first, body, title, definition, alias, "
        "new, deleted, template, style, sample; all of it when left out",
        "peers": "who is measured beside: pelican, pelican-nofeeds, hugo, eleventy, mkdocs, or none; all that "
        "are installed when left out, and none is ever downloaded",
        "processes": "processes for our builds; left to the build when 0",
        "json": "file for every figure; the picture is written beside it, ending in .svg",
        "add": "keep what that file says of other numbers of articles",
        "keep": "folder to work in, which is made and kept; a temporary one when left out",
    }
)
def build(
    c: Any,
    articles: str = "100,1000",
    terms: int = TERMS,
    rounds: int = ROUNDS,
    only: str = "",
    peers: str = "",
    processes: int = PROCESSES,
    json: str = "",
    add: bool = False,
    keep: str = "",
) -> None:
    """Measure builds of a synthetic archive, from nothing and after edits, beside each installed peer."""
    options = {
        "--articles": articles,
        "--terms": str(terms),
        "--rounds": str(rounds),
        "--only": only,
        "--peers": peers,
        "--processes": str(processes),
        "--json": os.path.realpath(json) if json else "",
        "--keep": os.path.realpath(keep) if keep else "",
    }
    given = [f"{name}={value}" for name, value in options.items() if value]
    python("-m", "tests.bench.build", *given, *(["--add"] if add else []))


@task()
def pages(c: Any) -> None:
    """Measure the reader's side: weight of each page kind, Lighthouse, pa11y, the Nu validator."""
    python("-m", "tests.bench.pages")


@task(default=True)
def everything(c: Any) -> None:
    """Run every measurement."""
    for name in ("annotate", "convert", "build", "pages"):
        python("-m", f"tests.bench.{name}")
