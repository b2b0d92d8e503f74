"""While nobody saves, a look is taken for what waits for its hour, and for nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from glose.tasks import serving
from glose.tasks.builder import Builder, Done
from glose.tasks.editor import Desk
from glose.tasks.reloading import Reloader
from glose.tasks.search_aside import SearchAside
from glose.tasks.serving import LONG, QUIET, Serving
from glose.tasks.settings import Site
from glose.tasks.watching import Changes


class Evening(Exception):  # noqa: N818  it is an end
    """The day is over."""


class Day:
    """A builder that notes when it was asked, and changes that come at their second, by a clock of their own."""

    def __init__(self, waits: bool, saves: tuple[float, ...]) -> None:
        self.clock, self.waits, self.saves = 0.0, waits, list(saves)
        self.built: list[tuple[float, bool]] = []

    def monotonic(self) -> float:
        return self.clock

    def build(self, *, convert: bool, **more: Any) -> Done:
        self.built.append((self.clock, convert))
        return Done(published=False, waits=self.waits)

    def wait(self, seconds: float) -> set[Path]:
        self.clock += seconds
        if self.clock > 10 * LONG:
            raise Evening
        if self.saves and self.saves[0] <= self.clock:
            return {Path(f"/digest/content/{self.saves.pop(0)}.md")}
        return set()


def day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, waits: bool, saves: tuple[float, ...] = ()
) -> Day:
    values = {
        "PLUGIN_PATHS": ["plugins"],
        "PATH": "/digest/content",
        "THEME": "/theme",
        "THEME_OVERRIDES": "",
    }
    site, found = Site(Path("/digest"), "pelicanconf.py", values), Day(waits, saves)
    search = SearchAside(tmp_path, tmp_path / "site", tmp_path / "search", lambda says: None)
    monkeypatch.setattr(serving, "time", found)
    kept = Serving(site, tmp_path / "site", Reloader(), Desk(site), search)
    kept._build(cast("Builder", found), convert=True)
    with pytest.raises(Evening):
        kept._go_on(cast("Builder", found), cast("Changes", found))
    return found


def test_what_waits_for_its_hour_is_looked_for_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = day(tmp_path, monkeypatch, waits=True).built[1:]
    assert [at for at, _ in built] == [LONG * (1 + number) for number in range(10)]
    assert not any(convert for _, convert in built)


def test_where_nothing_waits_nothing_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert day(tmp_path, monkeypatch, waits=False).built == [(0.0, True)]


def test_after_a_save_and_a_quiet_moment_everything_is_looked_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = day(tmp_path, monkeypatch, waits=False, saves=(40.0, 80.0)).built[1:]
    assert built == [(40.0, False), (40.0 + QUIET, True), (80.0, False), (80.0 + QUIET, True)]


def test_a_program_that_was_saved_unnoticed_is_imported_anew_at_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed: list[float] = []
    monkeypatch.setattr(Serving, "_read_settings", lambda self, changes: None)
    monkeypatch.setattr(Day, "renew", lambda self: renewed.append(self.clock), raising=False)
    monkeypatch.setattr(serving, "stamps", lambda site: {Path("/digest/plugins/x.py"): 1})
    day(tmp_path, monkeypatch, waits=False, saves=(40.0, 80.0))
    assert renewed == [40.0 + QUIET]
