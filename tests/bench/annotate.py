"""What annotation costs, with few terms and with many, beside Python-Markdown's abbreviations on the same text."""

from __future__ import annotations

import datetime as dt
import resource
import time
from collections.abc import Callable

import markdown

from glose.digest.glossary import Matcher, annotate
from tests.bench.corpus import glossary, names, paragraphs

ARTICLES = 500
DAY = dt.date(2016, 3, 15)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def one(number: int, bodies: list[str]) -> float:
    """CPU milliseconds an article with so many terms."""
    terms = glossary(number)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    built = cpu(lambda: Matcher(terms, "fr", DAY).find("x"))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    matcher = Matcher(terms, "fr", DAY)
    cost = min(cpu(lambda: [annotate(b, matcher) for b in bodies]) for _ in range(3)) / ARTICLES * 1e3
    print(f"  {number:>7,} terms: {cost:.3f}   (matcher built in {built:.2f} s, {grown:.0f} MB more)")
    return cost


def main() -> None:
    """Prints one table."""
    bodies = ["".join(f"<p>{p}</p>\n" for p in article) for article in paragraphs(ARTICLES, names(1000))]
    print(f"annotating {ARTICLES} articles of 400 words, CPU ms an article (best of 3)")
    costs = {number: one(number, bodies) for number in (1_000, 100_000)}
    print(f"  ratio 100,000 : 1,000 terms = {costs[100_000] / costs[1_000]:.2f}")
    few = ["\n\n".join(article) for article in paragraphs(20, names(1000))]
    table = dict.fromkeys(names(1000), "définition")
    with_abbr = markdown.Markdown(extensions=["abbr"], extension_configs={"abbr": {"glossary": table}})
    plain = markdown.Markdown()
    abbr = cpu(lambda: [with_abbr.reset().convert(t) for t in few]) - cpu(
        lambda: [plain.reset().convert(t) for t in few]
    )
    print(
        f"  Python-Markdown abbr, 1,000 terms: {abbr / 20 * 1e3:.2f}, ratio to ours {abbr / 20 * 1e3 / costs[1000]:.0f}"
    )


if __name__ == "__main__":
    main()
