"""Word documents: their text with its structure, and no document that is a trap."""

from __future__ import annotations

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.model.errors import SeedError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
TITLE = "Ville-Exemple ouvre sa place"
LEAD = (
    "Le conseil de Ville-Exemple a ouvert mardi la place du marché, après deux ans de travaux et de débats."
)


def paragraph(text: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body: str, **more: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in more.items():
            archive.writestr(name, text)
    return packed.getvalue()


def read(data: bytes) -> Article:
    (article,) = convert(data, "x.docx", {"date": "2016-03-15"})
    return article


def test_a_word_document_is_read_like_any_text() -> None:
    lead = f"Ville-Exemple, 15 mars 2016 (AFP) - {LEAD}"
    article = read(
        document(
            paragraph(TITLE) + paragraph(lead) + paragraph("Un intertitre", "Heading2") + paragraph(LEAD)
        )
    )
    assert (article.title, article.source, article.dateline) == (
        TITLE,
        "AFP",
        "Ville-Exemple, 15 mars 2016 (AFP)",
    )
    assert [(block.kind, block.text) for block in article.body] == [
        ("paragraph", LEAD),
        ("heading", "Un intertitre"),
        ("paragraph", LEAD),
    ]


def test_its_desk_s_words_are_heard() -> None:
    body = paragraph("EMBARGO 17H00") + paragraph(TITLE) + paragraph(LEAD)
    assert read(document(body)).status == "draft"


def test_words_that_were_struck_out_are_no_text() -> None:
    struck = '<w:p><w:del w:id="1"><w:r><w:delText>rayé</w:delText></w:r></w:del><w:r><w:t>Il reste.</w:t></w:r></w:p>'
    assert "rayé" not in str(read(document(paragraph(TITLE) + struck)))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (document(""), "no text"),
        (document(paragraph(TITLE), **{"word/a.xml": " " * 20_000_000}), "too large"),
        (
            document(paragraph(TITLE), **{"word/a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "entities",
        ),
        (document(paragraph(TITLE))[:300], "damaged"),
        (document("<w:p>"), "damaged"),
    ],
)
def test_a_document_that_is_empty_damaged_or_a_trap_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(SeedError, match=what):
        read(data)


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("content.xml", "OpenDocument"),
        ("xl/workbook.xml", "spreadsheet"),
        ("ppt/presentation.xml", "presentation"),
    ],
)
def test_other_office_documents_are_refused_by_name_with_what_to_do(file: str, what: str) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(file, "<x/>")
    with pytest.raises(SeedError, match=rf"{what}(?s:.)*\.docx"):
        read(packed.getvalue())


def test_a_damaged_document_is_read_or_refused() -> None:
    chance = random.Random(8)
    whole = document(paragraph(TITLE) + paragraph(LEAD))
    for _ in range(80):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        told = ""
        try:
            convert(bytes(data), "x.docx")
        except SeedError as error:
            told = str(error)
        assert "cannot be read (" not in told
