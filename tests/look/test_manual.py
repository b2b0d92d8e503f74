"""What the two pages on the look say can be written as it stands, and they say all that can be written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from glose import defaults
from glose.digest.check.look import NUMBERS, WAYS, look_problems
from glose.digest.check.settings import basic_faults
from glose.digest.layers import Layers
from glose.digest.site.look import menu, tones, typefaces
from tests.digest import ROOT
from tests.docs.manual import blocks, code, rows, text

COLOURS, MENU = "docs/how/colours-and-type.md", "docs/how/menu-and-footer.md"
THEME = Layers.of(ROOT / "theme")
EXAMPLES = [*blocks("python", COLOURS), *blocks("python", MENU)]


def written(example: str) -> dict[str, Any]:
    """The settings of an example, over the defaults."""
    found: dict[str, Any] = {}
    exec(example, found)  # noqa: S102  our own manual
    del found["__builtins__"]
    known = {name: value for name, value in vars(defaults).items() if name.isupper()}
    assert found.keys() <= known.keys(), found.keys() - known.keys()
    return known | {"DEFAULT_LANG": "en", "EDITIONS": ("en", "de")} | found


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_an_example_is_sound_where_its_files_are_there(block: Any, digest: Path) -> None:
    settings = written(block.text) | {"PATH": str(digest / "content")}
    for file in re.findall(r"(?:images|fonts)/[\w-]+\.(?:svg|woff2)", block.text):
        place, like = (
            digest / "content" / file,
            "images/logo.svg" if file.endswith("svg") else "fonts/exemple.woff2",
        )
        if not place.exists():
            place.write_bytes((digest / "content" / like).read_bytes())
    assert [*look_problems(settings, THEME)] == []
    assert basic_faults(settings, "pelicanconf.py") == []


def test_the_message_that_is_quoted_is_the_one_that_is_given() -> None:
    ((what, todo),) = look_problems(written('ACCENT = "#1d9e6f"'), THEME)
    assert f"pelicanconf.py:14: {what}; {todo}" in text(COLOURS)


def test_every_stack_paper_and_part_is_named() -> None:
    listed = text(COLOURS).partition("so nothing is loaded:\n\n")[2].partition("\n\n")[0]
    assert code(listed) == sorted(typefaces.STACKS)
    assert set(tones.PAPERS) <= set(code(text(COLOURS)))
    assert set(menu.WORDS) | set(WAYS) <= set(code(text(MENU)))
    assert {code(row[0])[0] for row in rows(MENU, "## How many")} == set(NUMBERS)


def test_the_defaults_are_sound_and_those_that_are_built_in() -> None:
    settings = written("")
    assert [*look_problems(settings, THEME)] == []
    assert settings["MENU"] == menu.MENU
    assert settings["FOOTER"] == menu.FOOTER
