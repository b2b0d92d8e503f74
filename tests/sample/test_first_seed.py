"""The dispatch that the project began with, field by field and byte by byte."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from glose.digest import convert, to_markdown
from glose.digest.model.article import Article
from glose.digest.schema.article import read_fields
from glose.digest.schema.yaml_file import load
from tests.golden import golden

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_813067f104e2d271.txt"
SIDECAR = SEED.with_name(SEED.name + ".meta.yaml")
GOLDEN = Path(__file__).parent / "golden" / "syrie-al-qaida"


def converted(meta: dict[str, object] | None = None, data: bytes = SEED.read_bytes()) -> Article:
    (article,) = convert(data, SEED.name, meta)
    return article


def sidecar() -> dict[str, object]:
    meta, faults = read_fields(load(SIDECAR.read_text(encoding="utf-8"), SIDECAR.name, 1), SIDECAR.name)
    assert not faults
    return meta


def test_its_markdown_and_its_findings_are_these() -> None:
    article = converted(sidecar())
    golden(GOLDEN / "expected.md", to_markdown(article))
    findings = json.dumps([asdict(f) for f in article.findings], ensure_ascii=False, indent=1)
    golden(GOLDEN / "expected-findings.json", findings + "\n")


def test_its_caption_credit_and_archive_mark_are_fields() -> None:
    image = converted().image
    assert image.caption.startswith("Un pilote russe ")
    assert image.caption.endswith("le 22 octobre 2015.")
    assert image.credit == "AP Photo/Vladimir Isachenkov, File"
    assert image.archive


def test_its_repeated_sentence_is_the_standfirst_and_stays_in_the_body() -> None:
    article = converted()
    assert article.standfirst.startswith('"Il est clair que la Russie')
    assert [block.text for block in article.body].count(article.standfirst) == 1
    assert article.body[0].text.startswith("Les jihadistes du Front al-Nosra")


def test_its_body_is_nine_paragraphs_and_its_signature_the_source() -> None:
    article = converted()
    assert [block.kind for block in article.body] == ["paragraph"] * 9
    assert article.body[-1].text.endswith("un responsable militaire russe en Syrie.")
    assert article.source == "AFP"
    assert article.lang == "fr"


def test_the_date_in_its_caption_is_not_its_own() -> None:
    article = converted()
    assert (article.date, article.date_source, article.status) == (None, "unresolved", "draft")
    (finding,) = [f for f in article.findings if f.rule == "date"]
    assert "sidecar" in finding.message
    assert finding.confidence < 0.5


def test_its_sidecar_gives_the_date_and_publishes_it() -> None:
    article = converted({"date": date(2016, 3, 15)})
    assert (article.date, article.date_source, article.status) == (date(2016, 3, 15), "supplied", "published")
    assert "date: 2016-03-15T00:00:00+01:00\ndate_precision: day\ndate_source: supplied\n" in to_markdown(
        article
    )


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "iso-8859-15", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_it_is_the_same_article_in_every_encoding(charset: str, line_end: str) -> None:
    text = SEED.read_text(encoding="utf-8").replace("\n", line_end)
    article, plain = converted(data=text.encode(charset)), converted()
    assert (article.title, article.body, article.image) == (plain.title, plain.body, plain.image)


@pytest.mark.parametrize("charset", ["cp1252", "latin-1"])
def test_it_is_the_same_article_after_a_wrong_decoding(charset: str) -> None:
    mojibake = SEED.read_bytes().decode(charset).encode()
    assert converted(data=mojibake).body == converted().body
    assert [f for f in converted(data=mojibake).findings if f.rule == "encoding"]
