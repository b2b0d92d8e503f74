"""An abbreviation beside its name is found in any language; a bracket that holds something else is not."""

from __future__ import annotations

import pytest

from glose.digest.glossary.introduced import introduced


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("L’Organisation du traité de l’Exemple nord (OTEN).", "Organisation du traité de l’Exemple nord", "OTEN"),
        ("l’OTEN (Organisation du traité de l’Exemple nord)", "Organisation du traité de l’Exemple nord", "OTEN"),
        ("l’Office français de protection des exemples (Ofpe)", "Office français de protection des exemples", "Ofpe"),
        ("the Sample Front for Change (SFC, in Arabic) said", "Sample Front for Change", "SFC"),
        ("said the Federal Bureau of Samples (“FBS”).", "Federal Bureau of Samples", "FBS"),
        ("Die Gemeinschaft der Sender Musterlands (GSM) schwieg", "Gemeinschaft der Sender Musterlands", "GSM"),
        ("das Bundesministerium für Musterbau (BMM)", "Bundesministerium für Musterbau", "BMM"),
        ("la Organización de los Estados Ejemplares (OEE)", "Organización de los Estados Ejemplares", "OEE"),
        ("la União dos Estados de Exemplo (UEE)", "União dos Estados de Exemplo", "UEE"),
        ("la Società italiana degli esempi (SIE)", "Società italiana degli esempi", "SIE"),
        ("de Vereniging van Voorbeelden (VVV)", "Vereniging van Voorbeelden", "VVV"),
        ("قالت حركة المقاومة السلمية (حماس) إنها", "حركة المقاومة السلمية", "حماس"),
        ("l’Université d’Été (UE)", "Université d’Été", "UE"),
    ],
)  # fmt: skip
def test_a_name_and_its_abbreviation_are_one(text: str, long: str, short: str) -> None:
    assert [one[2:] for one in introduced(text)] == [(long, short)]


@pytest.mark.parametrize(
    "text",
    [
        "SAMPLETOWN (AP) - Nothing.",
        "Jean Modèle (PS) parle.",
        "Anna Muster (CDU) sagte nichts.",
        "Il est né à Exempleville (Rhône).",
        "Le Front (le vrai) tient.",
        "Elle a 40 ans (NDLR).",
        "The sample (see below) and (SFC).",
        "Un bureau. Rien (BR).",
        "في مدينة المثال (وسط)",
        "OTEN (OTEN)",
        "()",
    ],
)
def test_a_bracket_that_holds_something_else_introduces_nothing(text: str) -> None:
    assert list(introduced(text)) == []


def test_the_places_are_those_of_the_text() -> None:
    text = "Hier, l’Union des villes (UDV) a dit."
    (one,) = introduced(text)
    assert text[one.start : one.end] == "Union des villes (UDV)"
