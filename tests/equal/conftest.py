"""What the tests of equality share."""

from __future__ import annotations

from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from glose.digest.publish import publishing
from glose.digest.site.render.edition import Templates
from glose.digest.site.render.fold import Folded
from glose.digest.site.values import fingerprint

COMPILED: dict[tuple[bytes, str, str | None], CodeType] = {}


@pytest.fixture(autouse=True)
def _a_disk_that_needs_no_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk changes no byte."""
    monkeypatch.setattr(publishing, "flush", lambda _tree, _paths: None)


@pytest.fixture(autouse=True)
def _templates_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of a template depends on its text, and on what the edition always says: it takes half of a build."""
    begin, translate = Templates.__init__, Folded.compile

    def init(self: Templates, lang: str, settings: Any, theme: Any, constants: Any) -> None:
        begin(self, lang, settings, theme, constants)
        says = sorted((name, str(text)) for name, text in theme.assets.items())
        told = fingerprint((lang, repr(settings), says, theme.words(lang), repr(constants)))
        self.env.told = told  # type: ignore[attr-defined]

    def compiled(self: Any, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        key = self.told, source, name
        if key not in COMPILED:
            COMPILED[key] = translate(self, source, name, filename)
        return COMPILED[key]

    monkeypatch.setattr(Templates, "__init__", init)
    monkeypatch.setattr(Folded, "compile", compiled)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for a trial."""
    return tmp_path / "trial"
