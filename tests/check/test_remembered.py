"""A check looks again only at what has changed, finds what a whole one finds, and trusts no damaged memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.digest.check.site import Checked, Means, check_site, reading, site_faults
from tests.check.planted import ARTICLE, SECOND, TERM, Site, body


def stamp(found: os.stat_result) -> str:
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino}"


@pytest.fixture
def memo(tmp_path: Path) -> Iterator[Path]:
    return tmp_path / "work" / "check"


def check(site: Site, memo: Path, *, version: bytes = b"1", afresh: bool = False) -> Checked:
    found = check_site(site.root, Means(1, memo, version, stamp, afresh))
    assert list(found.faults) == site_faults(site.root)
    return found


def test_a_second_check_looks_at_nothing_and_one_after_an_edit_at_that_file(site: Site, memo: Path) -> None:
    first = check(site, memo)
    assert first.looked == len(site.before)
    assert check(site, memo).looked == 0
    body("<p>more</p>", SECOND)(site)
    again = check(site, memo)
    assert again.looked == 1
    assert [one.path for one in again.faults] == [SECOND]


def test_a_fault_is_told_again_as_long_as_it_is_there(site: Site, memo: Path) -> None:
    body('<img src="x.png">')(site)
    site.seal()
    before = [str(one) for one in check(site, memo).faults]
    after = check(site, memo)
    assert (after.looked, [str(one) for one in after.faults]) == (0, before)
    assert any("no alt" in one for one in before)


def test_a_link_is_dead_once_its_page_goes_though_the_page_that_has_it_is_not_looked_at(
    site: Site, memo: Path
) -> None:
    check(site, memo)
    site.delete(TERM)
    found = check(site, memo)
    assert found.looked == 0
    assert any(one.path == ARTICLE and "leads to no page" in one.what for one in found.faults)


def test_an_id_that_goes_is_missed_by_pages_that_are_not_looked_at(site: Site, memo: Path) -> None:
    body('<p><a href="../../14/autre/#ici">x</a></p>')(site)
    body('<p id="ici">x</p>', SECOND)(site)
    site.seal()
    assert check(site, memo).faults == ()
    site.edit(SECOND, 'id="ici"', 'id="la"')
    site.seal()
    (fault,) = check(site, memo).faults
    assert (fault.path, "names no id" in fault.what) == (ARTICLE, True)


def test_a_file_that_was_only_touched_is_read_and_not_looked_at(site: Site, memo: Path) -> None:
    check(site, memo)
    os.utime(site.root / ARTICLE, ns=(1, 1))
    assert check(site, memo).looked == 0


def test_everything_is_looked_at_where_somebody_asks_for_it_or_the_program_is_new(
    site: Site, memo: Path
) -> None:
    check(site, memo)
    assert check(site, memo, afresh=True).looked == len(site.before)
    assert check(site, memo, version=b"2").looked == len(site.before)
    assert check(site, memo, version=b"2").looked == 0


def test_a_site_that_nobody_has_touched_is_told_as_before_but_for_what_no_stamp_shows(
    site: Site, memo: Path
) -> None:
    body('<p><a href="../../14/autre/">x</a></p>')(site)
    site.seal()
    check(site, memo)
    assert check(site, memo).links == {}
    asked = check_site(site.root, Means(1, memo, b"1", stamp, linked=True))
    assert (asked.looked, "../../14/autre/" in asked.links[ARTICLE]) == (0, True)
    (site.root / "beside.html").symlink_to(site.root / ARTICLE)
    assert [one.path for one in check(site, memo).faults if "no regular file" in one.what] == ["beside.html"]
    (site.root / "beside.html").unlink()
    assert check(site, memo).faults == ()


def test_a_file_without_a_stamp_is_read_every_time(site: Site, memo: Path) -> None:
    means = Means(1, memo, b"1")
    check_site(site.root, means)
    body("<p>more</p>", SECOND)(site)
    found = check_site(site.root, means)
    assert (found.looked, [one.path for one in found.faults]) == (1, [SECOND])


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None], ids=["empty", "zeros", "one byte"])
def test_a_damaged_memory_is_made_again(site: Site, memo: Path, damage: bytes | None) -> None:
    check(site, memo)
    data = memo.read_bytes()
    memo.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:] if damage is None else damage)
    assert check(site, memo).looked == len(site.before)
    assert check(site, memo).looked == 0
    memo.unlink()
    assert check(site, memo).looked == len(site.before)


def test_a_memory_that_cannot_be_written_stops_no_check(site: Site, memo: Path) -> None:
    memo.parent.write_text("a file, where a folder should be")
    assert check(site, memo).looked == len(site.before)


def test_processes_find_what_one_finds_and_tell_how_far_they_are(
    site: Site, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body('<img src="x.png">')(site)
    alone = site_faults(site.root)
    monkeypatch.setattr(reading, "FEW", 0)
    monkeypatch.setattr(reading, "MOST", 7)
    told: list[tuple[int, int]] = []
    found = check_site(site.root, Means(2, memo, progress=lambda *where: told.append(where)))
    assert list(found.faults) == alone
    assert told == [(number, len(site.before)) for number in range(1, len(site.before) + 1)]
