"""What docs/how/ tells of languages and maps is what the tasks answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.digest import ROOT
from tests.languages.digest import digest, invoke

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.mark.parametrize("page", ["a-language.md", "a-map.md"])
def test_the_commands_of_a_page_answer_what_it_shows(page: str, tmp_path: Path) -> None:
    """Numbers apart: how many strings there are changes with the theme."""
    root = digest(tmp_path)
    blocks = _BLOCK.findall((ROOT / "docs" / "how" / page).read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = call.partition("\n")
            program, *arguments = command.split()
            if program != "invoke":
                assert command == 'pip install "glose[map]"'
                continue
            code, told = invoke(root, *arguments)
            assert code == 0
            assert _NUMBER.sub("N", told).strip() == _NUMBER.sub("N", shown).strip()
