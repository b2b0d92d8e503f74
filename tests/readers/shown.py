"""Articles as text for golden files: one line a field that is set, a block, a finding."""

from __future__ import annotations

from dataclasses import fields

from glose.digest.model.article import Article, Block

HIDDEN = {"body", "findings", "dates_mentioned"}


def shown(articles: tuple[Article, ...]) -> str:
    return "\n".join(map(_article, articles))


def _article(article: Article) -> str:
    default = Article()
    values = [(one.name, getattr(article, one.name)) for one in fields(article) if one.name not in HIDDEN]
    lines = [
        f"{name}: {value}" for name, value in values if value != getattr(default, name) and name != "seed"
    ]
    lines += [f"item: {article.seed.item}"] if article.seed and article.seed.item else []
    lines += map(_block, article.body)
    lines += [
        f"- {f.rule} {f.confidence:g}{' dropped' if f.dropped else ''}: {f.text!r} {f.message}".rstrip()
        for f in article.findings
    ]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> str:
    level = f" {block.level}" if block.level else ""
    marks = "".join(
        f" <{m.kind} {block.text[m.start : m.end]!r} {m.href}".rstrip() + ">" for m in block.marks
    )
    return f"[{block.kind}{level}{' ordered' if block.ordered else ''}] {block.text}{marks}"
