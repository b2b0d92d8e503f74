"""The docket remembers the seeds that have no article to remember them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.digest.batch.seed_log import Docket, Entry
from plugins.digest.model.errors import DigestError


def docket(tmp_path: Path) -> Docket:
    return Docket(tmp_path / ".generated" / "seeds.jsonl", "content/.generated/seeds.jsonl")


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    entry = Entry("été\n.txt", "an older version of b.txt", "a" * 64, "", "1", "b.txt")
    one = docket(tmp_path)
    one.put(entry)
    one.save(lambda seed: True)
    assert docket(tmp_path).entries == {entry.seed: entry}


def test_entries_of_seeds_that_are_gone_are_dropped(tmp_path: Path) -> None:
    one = docket(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.put(Entry("b.txt", "delivered again"))
    one.save(lambda seed: seed == "b.txt")
    assert list(docket(tmp_path).entries) == ["b.txt"]


def test_an_empty_docket_makes_no_file_and_an_equal_one_touches_none(tmp_path: Path) -> None:
    docket(tmp_path).save(lambda seed: True)
    assert not list(tmp_path.iterdir())
    one = docket(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.save(lambda seed: True)
    before = one.file.stat().st_mtime_ns
    docket(tmp_path).save(lambda seed: True)
    assert one.file.stat().st_mtime_ns == before


@pytest.mark.parametrize("line", ["{", "[]", '{"seed": "a.txt"}', '{"seed": "a", "why": "b", "other": 1}'])
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    one = docket(tmp_path)
    one.put(Entry("a.txt", "delivered again"))
    one.save(lambda seed: True)
    with one.file.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(DigestError, match=r"content/\.generated/seeds\.jsonl:2: is not an entry"):
        docket(tmp_path)
