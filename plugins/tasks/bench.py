"""Measurements, as ratios in one run: nothing in the tests depends on time."""

from __future__ import annotations

from typing import Any

from plugins.tasks.frame import python, task


@task()
def annotate(c: Any) -> None:
    """Measure annotation with 1,000 and 100,000 terms, beside Python-Markdown's abbreviations."""
    python("-m", "tests.bench.annotate")


@task()
def convert(c: Any) -> None:
    """Measure conversion: raw dispatches a second, saved pages beside trafilatura alone."""
    python("-m", "tests.bench.convert")


@task()
def build(c: Any) -> None:
    """Measure a build of 500 articles, beside Pelican alone."""
    python("-m", "tests.bench.build")


@task()
def pages(c: Any) -> None:
    """Measure the reader's side: weight of each page kind, Lighthouse, pa11y, the Nu validator."""
    python("-m", "tests.bench.pages")


@task(default=True)
def everything(c: Any) -> None:
    """Run every measurement."""
    for name in ("annotate", "convert", "build", "pages"):
        python("-m", f"tests.bench.{name}")
