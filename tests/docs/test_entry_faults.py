"""The errors and warnings in docs/reference/entry-keys.md: each can be had, and what it is called it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.digest.glossary import load_glossary
from glose.digest.model.errors import Fault, GlossaryError
from tests.docs.manual import ROOT, blocks, code, rows

SLUG = "front-de-ville-exemple"
TWIN = "  - {text: Front de Ville-Exemple, lang: fr, role: alt}\n"
WRONG = (  # what is written instead of what in the documentation's own entry
    ("---\ntype: org", "type: org"),
    ("---\n## fr", "## fr"),
    ("type: org", "type: [org"),
    ("type: org", "type: \x07org"),
    ("type: org", "typ: org"),
    ("type: org", "type: org\ntype: org"),
    ("type: org\n", ""),
    ("type: org", "type: ''"),
    ("status: reviewed", "status: draft\ntype: ''"),
    ("type: org", "type: &a org"),
    ("gloss: {fr: groupe imaginaire", f"gloss: {{fr: {'é' * 61}"),
    ("{date: 2016-07-01, what: {fr: Le", "{date: 2016-07-01, from: 2016-07-02, what: {fr: Le"),
    ("{date: 2016-07-01, what: {fr: Le", "{what: {fr: Le"),
    ("type: org", "type: [org]"),
    ("type: org", "type: organisation"),
    ("within: 20", "within: 900"),
    ("inflect: false", "inflect: perhaps"),
    ("lang: en, role: pref", "lang: English, role: pref"),
    ("sources:\n  - title", "sources:\n    title"),
    ("match:\n", "match: smart\nchanges:\n"),
    ("as_of: 2026-11-22", "as_of: November"),
    ("from: 2016-07-01, until: 2018-01-01", "from: 2018-01-01, until: 2016-07-01"),
    ("role: pref}\n  - {text: le Front", "role: alt}\n  - {text: le Front"),
    ("text: le Front", "text: '…'"),
    ("  - {text: le Front", f"{TWIN}  - {{text: le Front"),
    ("text: le Front, lang: fr, role: alt", "text: le Front, lang: fr, role: pref"),
    ("  - from: 2016-07-01\n    short:", "  - from: 2016-06-01\n    short:"),
    ("      fr: Groupe imaginaire, fondé en 2011 à Ville-Exemple.\n", ""),
    (
        "    short:\n      fr: Groupe imaginaire, fondé en 2011 à Ville-Exemple.\n      en:",
        "    short: {}\n    #",
    ),
    ("combattants … Front", "'!'"),
    ("[front, {gap: 2}, Ville-Exemple]", "[{gap: 2}, front]"),
    ("https://agence.example/2016/front", "agence.example/2016/front"),
    ("part_of: [ville-exemple]", "part_of: [ville-exempel]"),
    ("  see: [ville-exemple]", f"  see: [{SLUG}]"),
    ("---\n## fr", "---\nUn texte.\n\n## fr"),
    ("## en", "## fr"),
    ("what: {fr:", "what: {french:"),
    ("review_after: 2027-11-22", "review_after: 2026-11-22"),
    ("checked: 2026-11-22, how: compared", "how: compared"),
)


def entry(slug: str) -> str:
    (block,) = (block for block in blocks("yaml", kind="entry") if block.words[1] == slug)
    return block.text


def found(folder: Path) -> Iterator[tuple[str, str]]:
    """What the loader says of a folder, each with its kind."""
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    try:
        warnings = load_glossary(folder).warnings
    except GlossaryError as error:
        faults = error.faults
    yield from ((fault.what, "error") for fault in faults)
    yield from ((warning.what, "warning") for warning in warnings)


def told(folder: Path, files: dict[str, str | bytes]) -> set[tuple[str, str]]:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return set(found(folder))


def folders() -> Iterator[dict[str, str | bytes]]:
    """Glossaries with one thing wrong each, and some in which the folder itself is wrong."""
    whole, place = entry(SLUG), entry("ville-exemple")
    for old, new in WRONG:
        assert old in whole, old
        yield {f"{SLUG}.md": whole.replace(old, new, 1), "ville-exemple.md": place}
    yield {"Ville Exemple.md": place}
    yield {"ville-exemple.md": place, "readme.txt": "rien"}
    yield {"ville-exemple.md": place.encode("utf-16")}
    yield {"ville-exemple.md": place, "autre.md": place}
    for key in ("names", "senses", "sources"):
        yield {"ville-exemple.md": re.sub(rf"^{key}:\n(?: .*\n)+", f"{key}: []\n", place, flags=re.M)}


def documented() -> list[tuple[str, re.Pattern[str], str]]:
    """Each message of the table, as a pattern in which the ellipsis stands for any words, and its kind."""
    table = rows("docs/reference/entry-keys.md", "## Errors and warnings")
    return [
        (message, re.compile(".+".join(map(re.escape, message.split("…"))), re.S), kind)
        for messages, kind in table
        for message in code(messages)
    ]


def test_what_the_loader_says_is_in_the_table_and_what_is_in_the_table_it_says(tmp_path: Path) -> None:
    said = {one for number, files in enumerate(folders()) for one in told(tmp_path / str(number), files)}
    said |= set(found(tmp_path / "nowhere"))
    for what, kind in said:
        assert any(pattern.fullmatch(what) and kind == of for _, pattern, of in documented()), (
            f"{kind}: {what}"
        )
    for message, pattern, kind in documented():
        assert any(pattern.fullmatch(what) and kind == of for what, of in said), f"nobody says: {message}"


def test_each_change_to_the_example_is_told(tmp_path: Path) -> None:
    for number, files in enumerate(folders()):
        assert told(tmp_path / str(number), files), files


def test_the_example_itself_has_nothing_wrong(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"{slug}.md": entry(slug) for slug in (SLUG, "ville-exemple")}
    assert told(tmp_path / "right", files) == set()


def messages() -> Iterator[str]:
    """Every message that the loader's code can give, with a word for each value in it."""
    for name in ("load", "entry", "entry_names", "entry_rules", "claims"):
        tree = ast.parse((ROOT / f"plugins/glose/digest/glossary/{name}.py").read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            function = getattr(call.func, "attr", getattr(call.func, "id", ""))
            place = {"fault": 1, "warn": 1, "Fault": 2}.get(function)
            if place is None or len(call.args) <= place:
                continue
            what = call.args[place]
            parts = what.values if isinstance(what, ast.JoinedStr) else [what]
            if all(isinstance(part, ast.Constant | ast.FormattedValue) for part in parts):
                yield "".join(str(one.value) if isinstance(one, ast.Constant) else "x" for one in parts)


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_every_message_in_the_loaders_code_is_in_the_table(message: str) -> None:
    assert any(pattern.fullmatch(message) for _, pattern, _ in documented())
