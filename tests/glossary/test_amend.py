"""An entry that is edited changes the lines that say something else; what a person wrote beside them stays."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.glossary.amend import with_values, written
from glose.digest.glossary.entry import read_entry
from glose.digest.schema.node import Reading

ENTRIES = sorted((Path(__file__).parents[2] / "content" / "glossary").glob("*.md"))
ENTRY = """\
---
# Looked over in March.
type: place
names:  # the town
  - {text: Exempleville, lang: fr, role: pref}   # as on the sign
  - {text: "Sampletown", lang: en, role: pref}
match: {case: exact, not_near: [gare]}  # not the station
senses:
  - until: 2016-03-01
    short:
      fr: Village d'exemple.
      en: 'A made-up village.'
  - from: 2016-03-01
    short: {fr: "Ville d'exemple, au bord du fleuve.", en: A made-up town.}
sources:
  - title: Registre d'exemple
    url: https://registre.example/ville  # checked
as_of: 2016-03-20
status: reviewed
---

## fr

Une ville.
"""


def lines(before: str, after: str) -> list[str]:
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [one for one in found if not one.startswith(("---", "+++", "@@"))]


def changed(change: dict[str, Any], text: str = ENTRY) -> list[str]:
    there = written(text)
    after = with_values(text, there.header | change, there.body)
    reading = Reading("content/glossary/exempleville.md", "fr")
    assert read_entry(reading, "exempleville", after)
    assert not reading.faults
    return lines(text, after)


@pytest.mark.parametrize("file", ENTRIES, ids=lambda file: file.stem)
def test_an_entry_that_says_the_same_is_the_same_file(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    there = written(text)
    assert with_values(text, there.header, there.body) == text
    assert with_values(text.replace("\n", "\r\n"), there.header, there.body) == text.replace("\n", "\r\n")


def test_a_row_keeps_its_line_and_its_comment() -> None:
    names = written(ENTRY).header["names"]
    new = [names[0] | {"text": "Exempleville-sur-Mer"}, names[1]]
    assert changed({"names": new}) == [
        "-  - {text: Exempleville, lang: fr, role: pref}   # as on the sign",
        "+  - {text: Exempleville-sur-Mer, lang: fr, role: pref}   # as on the sign",
    ]
    more = [*names, {"text": "مدينة", "lang": "ar", "role": "pref"}]
    assert changed({"names": more}) == ["+  - {text: مدينة, lang: ar, role: pref}"]
    assert changed({"names": names[:1]}) == ['-  - {text: "Sampletown", lang: en, role: pref}']
    until = [names[0], names[1] | {"until": "2016-03-02"}]
    assert (
        changed({"names": until})[1] == '+  - {text: "Sampletown", lang: en, role: pref, until: 2016-03-02}'
    )
    there = written(ENTRY)
    match = [one | {"match": {"case": "any"}} for one in names]
    for more, less in ((match, names), (until, names)):
        grown = with_values(ENTRY, there.header | {"names": more}, there.body)
        assert with_values(grown, there.header | {"names": less}, there.body) == ENTRY


def test_a_definition_is_changed_in_the_way_in_which_it_is_written() -> None:
    senses = written(ENTRY).header["senses"]
    first = senses[0] | {"short": senses[0]["short"] | {"en": "A small village."}}
    assert changed({"senses": [first, senses[1]]}) == [
        "-      en: 'A made-up village.'",
        "+      en: 'A small village.'",
    ]
    second = senses[1] | {"short": senses[1]["short"] | {"en": "A town, made up: there is none."}}
    assert changed({"senses": [senses[0], second]})[1:] == [
        "+    short: {fr: \"Ville d'exemple, au bord du fleuve.\", en: 'A town, made up: there is none.'}"
    ]


def test_a_body_is_written_as_it_was_typed() -> None:
    there = written(ENTRY)
    after = with_values(ENTRY, there.header, "## fr\n\nUne ville.\n\n## en\n\nA town.")
    assert lines(ENTRY, after) == ["+", "+## en", "+", "+A town."]
    assert with_values(ENTRY, there.header, "").endswith("status: reviewed\n---\n")


def test_a_file_without_a_header_is_refused() -> None:
    for text in ("", "type: place\n", "---\n- a\n---\n", "---\ntype: place\n"):
        with pytest.raises(LookupError):
            with_values(text, {"type": "org"}, "")


TEXT = (
    st.text("aé’: #-|>\"'[]{},&*!%@`\\\u00a0ق", min_size=1, max_size=120)
    .map(lambda text: " ".join(text.split(" ")).strip())
    .filter(lambda text: text and text not in ("-", "~"))
)


@settings(deadline=None)
@given(
    st.integers(0, 1), st.dictionaries(st.sampled_from(["fr", "en", "ar"]), TEXT, min_size=1), st.booleans()
)
def test_whatever_is_written_the_entry_says_it_and_nothing_else_changes(
    place: int, short: dict[str, str], windows: bool
) -> None:
    text = ENTRY.replace("\n", "\r\n") if windows else ENTRY
    there = written(text)
    senses = list(there.header["senses"])
    senses[place] = senses[place] | {"short": short}
    after = with_values(text, there.header | {"senses": senses}, there.body)
    assert written(after).header == there.header | {"senses": senses}
    assert after.startswith(text[: text.index("senses:")])
    assert after.endswith(text[text.index("sources:") :])
    assert (after.count("\r\n") == after.count("\n")) == windows
