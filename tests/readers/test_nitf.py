"""NITF: embargoes in whatever form a stamp has, and bylines divided by markup alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glose.digest.model.draft import Draft, Source
from glose.digest.readers import nitf


def read(head: str = "", top: str = "") -> Draft:
    content = "<body.content><p>Le banc est vert.</p></body.content>"
    text = f"<nitf><head><docdata>{head}</docdata></head><body><body.head>{top}</body.head>{content}</body></nitf>"
    (draft,) = nitf.read(Source(text.encode(), "t.xml", {}))
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(
    ("issue", "release", "held"),
    [
        ("2015-12-10T19:10:44Z", "20151211T060000Z", True),
        ("20151210T191044Z", "20151210T191044Z", False),
        ("2015-12-10T19:10:44+02:00", "2015-12-10T18:00:00Z", True),
        ("20151210", "20151209", False),
    ],
)
def test_a_release_after_the_issue_is_an_embargo(issue: str, release: str, held: bool) -> None:
    draft = read(f'<date.issue norm="{issue}"/><date.release norm="{release}"/>')
    assert (draft.article.embargo_until is not None) == held


def test_a_release_without_an_issue_is_the_date() -> None:
    article = read('<date.release norm="20151211T060000Z"/>').article
    assert (article.date, article.embargo_until) == (datetime(2015, 12, 11, 6, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("byline", "text", "authors"),
    [
        ("By ANNE EXAMPLE<byttl>Test Writer</byttl>", "By ANNE EXAMPLE Test Writer", ("ANNE EXAMPLE",)),
        (
            "By <person>Anne Example</person>, <byttl>Writer</byttl>",
            "By Anne Example, Writer",
            ("Anne Example",),
        ),
        ("ann/pes", "", ()),
        ("", "", ()),
    ],
)
def test_a_byline_is_kept_whole_and_its_persons_are_authors(
    byline: str, text: str, authors: tuple[str, ...]
) -> None:
    article = read(top=f"<byline>{byline}</byline>").article
    assert (article.byline, article.authors) == (text, authors)
