"""What conversion costs: raw dispatches a second and core, and a saved page beside trafilatura alone."""

from __future__ import annotations

import time

import trafilatura

from glose.digest import convert, to_markdown
from tests.bench.corpus import names, paragraphs

DISPATCHES = 300
PAGES = 40


def raw() -> list[bytes]:
    """Dispatches as agencies send them: title, text, signature."""
    articles = paragraphs(DISPATCHES, names(1000), 350)
    return [
        f"Dépêche d’essai numéro {n}\n\n".encode() + "\n\n".join([*a, "AFP"]).encode()
        for n, a in enumerate(articles)
    ]


def page(article: list[str], number: int) -> str:
    """A saved page with the usual furniture."""
    links = "".join(f'<li><a href="/r/{i}">Rubrique {i}</a></li>' for i in range(60))
    text = "".join(f"<p>{p}</p>" for p in article)
    return (
        f"<!DOCTYPE html><html lang=fr><head><title>Essai {number} - Journal d’essai</title>"
        f'<meta property="og:title" content="Essai {number}"></head><body><nav><ul>{links}</ul></nav>'
        f"<main><article><h1>Essai {number}</h1>{text}</article></main><footer><ul>{links}</ul></footer></body></html>"
    )


def main() -> None:
    """Prints one table."""
    seeds = raw()
    convert(seeds[0], "x.txt")
    start = time.process_time()
    for number, seed in enumerate(seeds):
        for article in convert(seed, f"{number}.txt"):
            to_markdown(article)
    spent = time.process_time() - start
    print(f"raw dispatches of 350 words, with Markdown: {DISPATCHES / spent:,.0f} a second and core")
    pages = [page(article, n) for n, article in enumerate(paragraphs(PAGES, names(1000)))]
    convert(pages[0].encode(), "x.html")
    start = time.process_time()
    for html in pages:
        convert(html.encode(), "x.html")
    ours = (time.process_time() - start) / PAGES * 1e3
    start = time.process_time()
    for html in pages:
        trafilatura.bare_extraction(html, favor_precision=True, with_metadata=True)
    alone = (time.process_time() - start) / PAGES * 1e3
    print(f"saved pages: {ours:.1f} ms CPU each, trafilatura alone {alone:.1f}, ratio {ours / alone:.2f}")


if __name__ == "__main__":
    main()
