"""Glossaries of others come in: TBX of both editions, SKOS, abbreviations, lists; what has no home is kept and told."""

from __future__ import annotations

import datetime as dt

import pytest

from glose.digest.glossary.exchange import export, import_
from glose.digest.glossary.exchange.intake import Intake, formats, take_in
from glose.digest.glossary.load import load_glossary
from glose.digest.model.errors import Fault, GlossaryError
from tests.bring.glossaries import HTML, MARKDOWN, SKOS_RDF, TBX_2, TBX_DCT


def taken(text: str, suffix: str, there: dict[str, str] | None = None) -> tuple[Intake, list[Fault]]:
    faults: list[Fault] = []
    found = formats.read(text, formats.kind_of(text, suffix), {}, "en", faults)
    today = dt.date(2026, 11, 27)
    done = take_in(found, there or {}, today=today, source="file", folder="content/glossary", lang="en")
    return done, faults


def homeless(done: Intake) -> list[str]:
    return [str(fault) for fault in done.homeless]


def test_tbx_of_the_second_edition_is_read_with_its_names_and_definition() -> None:
    done, faults = taken(TBX_2, ".tbx")
    assert (list(done.files), faults, done.refused) == (["quay"], [], [])
    text = done.files["quay"]
    assert "{text: quay, lang: en, role: pref}" in text
    assert "{text: wharf, lang: en, role: hidden}" in text
    assert "{text: Kai, lang: de, role: pref}" in text
    assert "en: A place where ships lie." in text
    assert "title: Port Register\n    url: https://register.example/quay" in text
    assert text.endswith("## en\n\nOpened in 1900.\n")


def test_what_of_it_has_no_home_is_told_with_its_line_and_kept_as_a_comment() -> None:
    done, _ = taken(TBX_2, ".tbx")
    assert homeless(done) == [
        "file:7: `descrip subjectField` has no home here; a comment in quay.md",
        "file:14: `termNote partOfSpeech` has no home here; a comment in quay.md",
        "file:19: `termNote partOfSpeech` has no home here; a comment in quay.md",
    ]
    header = done.files["quay"].split("\n---\n")[0]
    assert header.endswith("\n# descrip subjectField: harbours\n# termNote partOfSpeech: noun")


def test_tbx_in_style_dct_says_the_same() -> None:
    done, faults = taken(TBX_DCT, ".xml")
    assert (list(done.files), faults, done.refused) == (["quay"], [], [])
    assert "{text: quay, lang: en, role: pref}" in done.files["quay"]
    assert "url: https://register.example/quay" in done.files["quay"]
    assert [one.partition(" has")[0] for one in homeless(done)] == [
        "file:7: `descrip subjectField`", "file:11: `termNote partOfSpeech`",
    ]  # fmt: skip


def test_skos_in_rdf_xml_is_read_and_a_number_makes_no_slug() -> None:
    done, faults = taken(SKOS_RDF, ".rdf")
    assert (list(done.files), faults, done.refused) == (["quay"], [], [])
    header = done.files["quay"].split("\n---\n")[0]
    assert header.endswith("\n# skos:broader: https://thesaurus.example/c_0001\n# skos:notation: 42")


def test_abbreviations_and_lists_of_a_markdown_text_are_entries() -> None:
    done, faults = taken(MARKDOWN, ".md")
    assert (sorted(done.files), faults) == (["pve", "quay", "sw"], [])
    assert "{text: PVE, lang: en, role: pref}" in done.files["pve"]
    assert "en: Port of Sampletown" in done.files["pve"]


def test_those_of_a_page_are_in_its_languages_and_once_each() -> None:
    done, faults = taken(HTML, ".html")
    assert (sorted(done.files), faults) == (["kai", "pve", "quay"], [])
    assert "{text: Kai, lang: de, role: pref}" in done.files["kai"]
    assert "de: A place where ships lie." in done.files["kai"]


def test_an_abbreviation_that_is_explained_in_two_ways_is_told() -> None:
    text = "*[PVE]: Port of Sampletown\n*[PVE]: Post of Sampletown\n*[PVE]: Port of Sampletown\n"
    done, faults = taken(text, ".md")
    assert list(done.files) == ["pve"]
    assert [str(fault) for fault in faults] == [
        'import:2: "PVE" is explained otherwise on line 1; keep one of the two, or give each a name of its own'
    ]


def test_an_entry_that_is_there_keeps_its_text_and_is_found_by_its_name() -> None:
    first, _ = taken(MARKDOWN, ".md")
    there = {"the-quay": first.files["quay"]}
    there["the-quay"] = there["the-quay"].replace("Quay", "quay")
    done, _ = taken(TBX_2, ".tbx", there)
    assert list(done.files) == ["the-quay"]
    assert "en: A place where ships lie." in done.files["the-quay"]
    assert "#" not in done.files["the-quay"].split("\n---\n")[0]
    assert homeless(done)[0].endswith("add it to the-quay.md by hand, where it belongs")


@pytest.mark.parametrize(
    ("text", "suffix"), [(TBX_2, ".tbx"), (SKOS_RDF, ".rdf"), (MARKDOWN, ".md"), (HTML, ".html")]
)
def test_a_second_import_changes_nothing(text: str, suffix: str) -> None:
    first, _ = taken(text, suffix)
    again, _ = taken(text, suffix, first.files)
    assert (again.files, again.done) == ({}, {})


@pytest.mark.parametrize("name", ["json", "csv", "skos", "jsonld", "tbx"])
@pytest.mark.parametrize("text", [TBX_2, TBX_DCT], ids=["edition 2", "dct"])
def test_what_came_in_goes_through_each_format_and_back_the_same(tmp_path, name: str, text: str) -> None:  # type: ignore[no-untyped-def]
    done, _ = taken(text, ".tbx")
    for slug, entry in done.files.items():
        plain = "\n".join(row for row in entry.split("\n") if not row.startswith("# "))
        (tmp_path / f"{slug}.md").write_text(plain, encoding="utf-8")
    glossary = load_glossary(tmp_path, "en")
    files = {file.stem: file.read_text(encoding="utf-8") for file in tmp_path.glob("*.md")}
    assert import_(export(glossary, name), name) == files


@pytest.mark.parametrize(
    ("text", "suffix", "said"),
    [
        (
            TBX_2.replace('SYSTEM "TBXBasiccoreStructV02.dtd"', '[<!ENTITY a "aa">]'),
            ".tbx",
            "declares entities",
        ),
        (
            SKOS_RDF.replace("<rdf:RDF", '<!DOCTYPE rdf:RDF [<!ENTITY a "aa">]>\n<rdf:RDF', 1),
            ".rdf",
            "declares entities",
        ),
        (TBX_2[:900], ".tbx", "is not XML"),
        ("<tbx>", ".tbx", "is not XML"),
        ("", ".html", "is not HTML"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_in_one_sentence(text: str, suffix: str, said: str) -> None:
    with pytest.raises(GlossaryError, match=said) as raised:
        taken(text, suffix)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("sign", ["*[", "<abbr title=", '<abbr title="x">', "\n: x", "*[a]: b\n", "<dt>"])
@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_text_full_of_signs_is_read_in_the_end(sign: str, suffix: str) -> None:
    done, _ = taken(sign * (100_000 // len(sign)), suffix)
    assert len(done.files) <= 1


@pytest.mark.parametrize(
    ("text", "suffix", "kind"),
    [
        (TBX_2, ".xml", "tbx"),
        (SKOS_RDF, ".xml", "rdf"),
        (HTML, ".txt", "html"),
        ("@prefix skos: <x> .", ".txt", "skos"),
        ("Term;Sense\na;b\n", ".csv", "table"),
        ("slug,part,text\n", ".csv", "csv"),
        ('{"@context": {}}', ".json", "jsonld"),
        ("{}", ".json", "json"),
        ("<svg></svg>", ".svg", ""),
    ],
)
def test_a_format_is_recognised_by_what_it_says_and_then_by_its_ending(
    text: str, suffix: str, kind: str
) -> None:
    assert formats.kind_of(text, suffix) == kind
