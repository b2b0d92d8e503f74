"""Words that stand in the records of thousands of texts, held once: a third of what the records of an archive take."""

from __future__ import annotations

from msgspec.structs import replace

from glose.digest.build.records import Record
from glose.digest.site.values import Named


class Shared:
    """What the records read so far hold."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}
        self._terms: dict[Named, Named] = {}

    def record(self, record: Record) -> Record:
        """An equal record, with the words of earlier ones."""
        article = record.article
        if article is None:
            return record
        word = self._words.setdefault
        article = replace(
            article,
            lang=word(article.lang, article.lang),
            source=word(article.source, article.source),
            category=word(article.category, article.category),
            status=word(article.status, article.status),
            precision=word(article.precision, article.precision),
            date_source=word(article.date_source, article.date_source),
            tags=tuple([word(one, one) for one in article.tags]),
            authors=tuple([word(one, one) for one in article.authors]),
            terms=tuple([self._terms.setdefault(one, one) for one in article.terms]),
            lines=tuple([(word(slug, slug), line) for slug, line in article.lines]),
        )
        return replace(record, lang=article.lang, slug=article.slug, when=article.when, article=article)
