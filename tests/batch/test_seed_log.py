"""The log remembers the seeds that have no article to remember them."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.batch.folders import Folders
from glose.digest.batch.seed_log import Entry, SeedLog
from glose.digest.model.errors import DigestError


def seed_log(tmp_path: Path) -> SeedLog:
    return SeedLog(Folders(tmp_path / "seeds", tmp_path / "content"))


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    entry = Entry("été\n.txt", "an older version of b.txt", "a" * 64, "", "1", "b.txt")
    one = seed_log(tmp_path)
    one.put(entry)
    one.save(lambda seed: True)
    assert seed_log(tmp_path).entries == {entry.seed: entry}


def test_entries_of_seeds_that_are_gone_are_dropped(tmp_path: Path) -> None:
    one = seed_log(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.put(Entry("b.txt", "delivered again"))
    one.save(lambda seed: seed == "b.txt")
    assert list(seed_log(tmp_path).entries) == ["b.txt"]


def test_an_empty_log_makes_no_file_and_an_equal_one_touches_none(tmp_path: Path) -> None:
    seed_log(tmp_path).save(lambda seed: True)
    assert not list(tmp_path.iterdir())
    one = seed_log(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.save(lambda seed: True)
    before = one.file.stat().st_mtime_ns
    seed_log(tmp_path).save(lambda seed: True)
    assert one.file.stat().st_mtime_ns == before


@pytest.mark.parametrize("line", ["{", "[]", '{"seed": "a.txt"}', '{"seed": "a", "why": "b", "other": 1}'])
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    one = seed_log(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.save(lambda seed: True)
    with one.file.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(DigestError, match=r"content/\.generated/seeds\.jsonl:2: is not an entry"):
        seed_log(tmp_path)
