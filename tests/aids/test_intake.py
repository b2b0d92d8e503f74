"""What others wrote is taken in: nothing is overwritten, nothing stops a build, everything left out is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings

from glose.digest.glossary import Glossary, load_glossary
from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.intake import Intake, plain, take_in
from glose.digest.glossary.exchange.intake.yaml_edit import added
from glose.digest.glossary.record import record
from glose.digest.glossary.write import entry_text
from glose.digest.model.errors import Fault, GlossaryError
from tests.aids.made_up import glossaries

TODAY = dt.date(2026, 11, 27)
TOWN = """---
# Relu le 3 mars.
names:
  - {text: Ville-Exemple, lang: fr, role: pref}  # le nom du cadastre
  - {text: "Exempleville", lang: fr, role: alt}

  # Les noms d'avant viendront ici.
type: place
senses:
- short:
    fr: >-
      Ville imaginaire
      au bord d’un fleuve.

    en: 'Imaginary town.'   # à relire
  gloss: { fr: ville imaginaire }
sources: [{title: Registre, url: "https://registre.example/v"}]
as_of: 2026-01-01
status: reviewed
---
## fr

Un texte.
"""


def taken(found: list[Found], **there: str) -> Intake:
    files = {slug.replace("_", "-"): text for slug, text in there.items()}
    return take_in(found, files, today=TODAY, source="mots.csv", folder="glossary", lang="fr")


def named(text: str) -> list[dict[str, str]]:
    return [{"text": text, "lang": "fr", "role": "pref"}]


def from_table(text: str, columns: str = "", **there: str) -> Intake:
    faults: list[Fault] = []
    result = taken(plain.read_table(text, plain.columns(columns), "fr", faults), **there)
    result.refused[:0] = faults
    return result


def without(text: str, grown: str) -> list[str]:
    """The lines of `grown` that `text` lacks, once it is sure that all of `text` is there in its order."""
    rest = iter(grown.split("\n"))
    new: list[str] = []
    for line in text.split("\n"):
        for other in rest:
            if other == line:
                break
            new.append(other)
        else:
            raise AssertionError(line)
    return [*new, *rest]


def test_an_entry_that_is_there_gets_names_and_languages_and_keeps_every_line() -> None:
    new = {
        "slug": "ville-exemple",
        "names": [
            {"text": "Exampletown", "lang": "en", "role": "alt"},
            {"text": "Vile-Exemple", "lang": "fr", "role": "hidden", "witness": "Agence Test"},
            {"text": "Exempleville", "lang": "fr", "role": "alt"},
        ],
        "senses": [
            {"short": {"es": "Ciudad imaginaria.", "fr": "Autre chose."}, "later": {"fr": "Elle grandit."}}
        ],
        "body": {"en": "A text."},
    }
    result = taken([Found(new)], ville_exemple=TOWN)
    text = result.files["ville-exemple"]
    assert [line for line in without(TOWN, text) if line] == [
        "  - {text: Exampletown, lang: en, role: pref}",
        "  - {text: Vile-Exemple, lang: fr, role: hidden, witness: Agence Test}",
        "    es: Ciudad imaginaria.",
        "  later: {fr: Elle grandit.}",
        "## en",
        "A text.",
    ]
    assert result.done["ville-exemple"] == [
        "added name Exampletown (en, pref)",
        "added name Vile-Exemple (fr, hidden)",
        "added short.es",
        "added later.fr",
        "added body.en",
    ]
    assert result.left["ville-exemple"] == ["short.fr: the entry has its own"]
    assert not result.refused


def test_a_language_is_added_inside_braces_too() -> None:
    new = {"slug": "ville-exemple", "senses": [{"gloss": {"en": "imaginary: town"}}]}
    text = taken([Found(new)], ville_exemple=TOWN).files["ville-exemple"]
    assert "  gloss: { fr: ville imaginaire, en: 'imaginary: town' }\n" in text


def test_what_is_there_already_changes_nothing() -> None:
    new = {"slug": "ville-exemple", "names": [{"text": "Exempleville", "lang": "fr", "role": "alt"}]}
    result = taken([Found(new)], ville_exemple=TOWN)
    assert (result.files, result.done, result.refused) == ({}, {}, [])


def test_the_line_ends_of_an_entry_stay_as_they_are() -> None:
    new = {"slug": "ville-exemple", "names": [{"text": "Exampletown", "lang": "en", "role": "pref"}]}
    text = taken([Found(new)], ville_exemple=TOWN.replace("\n", "\r\n")).files["ville-exemple"]
    assert text.count("\r\n") == text.count("\n") == TOWN.count("\n") + 1


@settings(max_examples=25, deadline=None)
@given(glossaries(), glossaries())
def test_taking_any_glossary_into_any_other_never_takes_anything_away(one: Glossary, two: Glossary) -> None:
    there = {term.slug: entry_text(record(term)) for term in one.terms}
    slugs = [*there, *two][: len(two)]  # as many as can be are of entries that are there
    found = [Found(record(term) | {"slug": slug}) for term, slug in zip(two.terms, slugs, strict=True)]
    result = take_in(found, there, today=TODAY, source="x.json", folder="glossary", lang="fr")
    for slug, text in result.files.items():
        without(there.get(slug, ""), text)
    for slug in slugs:
        told = (
            slug in result.done or slug in result.left or any(slug in fault.what for fault in result.refused)
        )
        assert told or slug in there


def test_a_table_of_terms_and_definitions_becomes_drafts_of_today() -> None:
    result = from_table("term,definition\nPont-Exemple,Un pont.\nPort-Exemple,Un port.\n")
    assert list(result.files) == ["pont-exemple", "port-exemple"]
    assert result.files["pont-exemple"] == (
        "---\ntype: concept\nnames:\n  - {text: Pont-Exemple, lang: fr, role: pref}\nsenses:\n  - short:\n"
        "      fr: Un pont.\nas_of: 2026-11-27\nstatus: draft\n---\n"
    )
    assert result.done["pont-exemple"] == [
        'new, left out of the site for now: the front matter has no "sources"; add it'
    ]


def test_an_unfinished_draft_gets_what_it_lacks_as_well() -> None:
    draft = from_table("name,definition\nPont-Exemple,Un pont.\n").files["pont-exemple"]
    result = from_table("name,alias,short.en,url\nPont-Exemple,Pontex,A bridge.,\n", pont_exemple=draft)
    assert [line for line in without(draft, result.files["pont-exemple"]) if line] == [
        "  - {text: Pontex, lang: fr, role: alt}",
        "      en: A bridge.",
    ]


def test_columns_say_what_a_table_holds_and_rows_of_one_term_join() -> None:
    text = (
        "\ufeffName;Sens (fr);Sens (en);Sigle;Genre;Lat;Long;Vu;Où;Fiche;Titre;Adresse\n"
        "Pont-Exemple;Un pont.;A bridge.;PE | P.-E.;place;12,5;-3.25;2026-11-22;registre;Q1;Registre;https://r.example/1\n"
        "Pont-Exemple;;;Pontex;;;;;;;;\n"
    )
    mapping = (
        "Name=name,Sens (fr)=short.fr,Sens (en)=short.en,Sigle=alias,Genre=type,Lat=position.lat,"
        "Long=position.lon,Vu=position.checked,"
        "Où=position.how,Fiche=same_as.wikidata,Titre=source,Adresse=url"
    )
    result = from_table(text, mapping)
    assert not result.refused
    entry = result.files["pont-exemple"]
    for line in (
        "type: place",
        "  - {text: PE, lang: fr, role: alt}",
        "  - {text: P.-E., lang: fr, role: alt}",
        "  - {text: Pontex, lang: fr, role: alt}",
        "      en: A bridge.",
        "position: {lat: 12.5, lon: -3.25, checked: 2026-11-22, how: registre}",
        "  wikidata: Q1",
        "    url: https://r.example/1",
    ):
        assert f"\n{line}\n" in entry, entry


def test_a_row_names_the_entry_that_has_its_name_already() -> None:
    result = from_table("name,alias\nExempleville,Exville\n", ville_exemple=TOWN)
    assert list(result.files) == ["ville-exemple"]
    assert "{text: Exville, lang: fr, role: alt}" in result.files["ville-exemple"]


def test_a_row_that_would_stop_the_build_is_named_by_its_line_and_the_rest_is_taken(tmp_path: Path) -> None:
    table = (
        "name,alias,definition,type,url,source\n"
        "Pont-Exemple,,Un pont.,place,https://r.example/1,Registre\n"
        "!!!,,Rien.,place,https://r.example/1,Registre\n"
        "Port-Exemple,,Un port.,planet,https://r.example/1,Registre\n"
        ",,Sans nom.,,,\n"
        "Quai-Exemple,Exempleville,Un quai.,place,https://r.example/1,Registre\n"
        "Rive-Exemple,,Une rive.,place,r.example,Registre\n"
    )
    result = from_table(table, ville_exemple=TOWN)
    assert list(result.files) == ["pont-exemple"]
    assert [fault.line for fault in result.refused] == [3, 4, 5, 7, 6]
    assert all(fault.path == "mots.csv" for fault in result.refused)
    assert 'type is "planet"' in result.refused[1].what
    assert 'name "Exempleville" also belongs to' in result.refused[-1].what
    for slug, text in ({"ville-exemple": TOWN} | result.files).items():
        (tmp_path / f"{slug}.md").write_text(text, encoding="utf-8")
    assert list(load_glossary(tmp_path)) == ["pont-exemple", "ville-exemple"]


def test_a_link_to_nothing_is_refused_and_one_to_an_entry_of_the_same_file_is_not() -> None:
    base = {
        "type": "place",
        "senses": [{"short": {"fr": "x"}}],
        "sources": [{"title": "t", "url": "https://r.example/"}],
    }
    found = [
        Found(
            base
            | {
                "slug": slug,
                "names": [{"text": slug, "lang": "fr", "role": "pref"}],
                "relations": {"see": [to]},
            }
        )
        for slug, to in (("un", "deux"), ("deux", "un"), ("trois", "rien"), ("quatre", "trois"))
    ]
    result = taken(found)
    assert list(result.files) == ["un", "deux"]
    assert [fault.what for fault in result.refused] == [
        'trois: see names no term: "rien"',
        'quatre: see names no term: "trois"',
    ]


def test_a_definition_list_is_read() -> None:
    text = (
        "# Lexique\n\nPont-Exemple\nPontex\n:   Un pont\n    de pierre.\n\n"
        "**Port-Exemple**\n\n: Un port.\n\nFin du texte.\n"
    )
    found = plain.read_list(text, "fr", [])
    assert [(one.line, [name["text"] for name in one.record["names"]]) for one in found] == [
        (3, ["Pont-Exemple", "Pontex"]),
        (8, ["Port-Exemple"]),
    ]
    assert found[0].record["senses"] == [{"short": {"fr": "Un pont de pierre."}}]


def test_prose_is_no_definition_list() -> None:
    assert plain.read_list("Un texte.\n\nUn autre : rien.\n", "fr", []) == []


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("term=couleur", '"couleur" is nothing that an entry has'),
        ("term=short.FRANCAIS", '"FRANCAIS" is no language'),
        ("term", '"term" names no target'),
        ("mot=name", 'no column "mot"'),
        ("term=short", "no column holds a name"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(columns: str, told: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        from_table("term,definition\na,b\n", columns)
    assert told in str(caught.value)


def test_a_column_that_nobody_explains_is_told() -> None:
    result = from_table("name,couleur\nPont-Exemple,rouge\n")
    assert [(fault.line, fault.what) for fault in result.refused] == [(1, 'the column "couleur" is left out')]
    assert list(result.files) == ["pont-exemple"]


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: [1]\n", ("a",), 2, "a: [1, 2]\n"),
        ("a: []\nb: c\n", ("a",), {"x": "y"}, "a: [{x: y}]\nb: c\n"),
        ("a:\n- b  # c\n\n# d\ne: f\n", ("a",), "g", "a:\n- b  # c\n- g\n\n# d\ne: f\n"),
        (
            "a:\n  b: |\n    x\n    # y\n\n# z\n",
            ("a",),
            {"c": "d"},
            "a:\n  b: |\n    x\n    # y\n  c: d\n\n# z\n",
        ),
        ("a:\n  b: un\n    deux\n", ("a",), {"c": "d"}, "a:\n  b: un\n    deux\n  c: d\n"),
        ("a: b\n", ("c",), {"fr": "d"}, "a: b\nc: {fr: d}\n"),
    ],
)
def test_yaml_is_added_to_in_its_own_style(
    before: str, path: tuple[str, ...], value: object, after: str
) -> None:
    assert added(before, path, value) == after


def test_yaml_has_no_place_inside_a_text() -> None:
    with pytest.raises(LookupError):
        added("a: b\n", ("a",), "c")
