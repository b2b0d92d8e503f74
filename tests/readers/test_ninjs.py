"""ninjs: one lookup for the spellings of three versions, and the rendition that keeps most of the text."""

from __future__ import annotations

import json

import pytest

from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.readers import ninjs
from glose.digest.readers.json_text import Fields

ITEM = {"uri": "urn:test", "type": "text", "headline": "Le banc", "versioncreated": "2016-03-15T10:00:00Z"}


def read(value: object) -> list[Draft]:
    found = ninjs.read(Source(json.dumps(value).encode(), "t.json", {}))
    return [draft for draft in found if isinstance(draft, Draft)]


def text(**bodies: object) -> list[str]:
    return [block.text for block in read({**ITEM, **bodies})[0].blocks]


@pytest.mark.parametrize("key", ["versioncreated", "versionCreated", "version_created", "version-created"])
def test_a_key_is_found_in_every_spelling(key: str) -> None:
    assert Fields({key: "x"}).text("versionCreated") == "x"


@pytest.mark.parametrize(
    "bodies",
    [
        {"body_text": "Un. Deux.", "body_xhtml": "<p>Un.</p><p>Deux.</p>"},
        {"body_text": "Un. Deux.", "body_html5": "<p>Un.</p><p>Deux.</p>"},
        {
            "body_richhtml5": "<article><h1>Le banc</h1><p>Un.</p></article>",
            "body_html5": "<p>Un.</p><p>Deux.</p>",
        },
        {
            "bodies": [
                {"contentType": "text/plain", "value": "Un. Deux."},
                {"value": "<p>Un.</p><p>Deux.</p>"},
            ]
        },
        {"body_text": "Un.\n\nDeux."},
        {"body": ["Un.", "Deux."]},
    ],
)
def test_the_rendition_with_the_paragraphs_is_the_body(bodies: dict[str, object]) -> None:
    assert text(**bodies) == ["Un.", "Deux."]


def test_rich_html_alone_is_read_without_its_page_furniture() -> None:
    rich = (
        '<article><div class="dat"><span class="source">AT</span></div><h1>Le banc</h1><p>Un.</p></article>'
    )
    assert text(body_richhtml5=rich) == ["Un."]


@pytest.mark.parametrize(
    "wrapper", [["item"], ["data", "item"], ["data", "items", 0, "item"], [0], ["_items", 0], ["hits", 0]]
)
def test_an_item_is_found_in_the_envelopes_of_services(wrapper: list[str | int]) -> None:
    value: object = {**ITEM, "body_text": "Un texte."}
    for step in reversed(wrapper):
        value = [value] if isinstance(step, int) else {step: value}
    assert [draft.article.title for draft in read(value)] == ["Le banc"]


def test_json_that_is_no_news_is_refused() -> None:
    with pytest.raises(SeedError, match="holds no news item"):
        read({"a": {"b": 1}})
