"""The benchmark of builds: what it makes, runs, looks up and tells. Nothing here depends on time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from glose.digest.text.slug import slugify
from tests.bench import archive
from tests.bench.build import main, sizes
from tests.bench.chart import chart
from tests.bench.edits import EDITS, Seen, Size
from tests.bench.place import Place
from tests.bench.process import PROC, run
from tests.bench.results import COLD, Result, Run, Spread
from tests.bench.tables import UNKNOWN, tables
from tests.bench.tools import TOOLS, eleventy, hugo, lay_ours, material

ROOT = Path(__file__).parents[2]


def python(code: str, folder: Path) -> tuple[int, int]:
    """Largest process and sum of all, in MB, of a command."""
    spent = run([sys.executable, "-c", code], folder, folder / "log")
    assert spent.code == 0, (folder / "log").read_text()
    return spent.largest // 2**20, spent.total // 2**20


# ── The archive ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_archive_is_the_same_every_time_and_an_article_is_the_same_in_any_archive(tmp_path: Path) -> None:
    for name, articles in (("few", 12), ("again", 12), ("many", 20)):
        archive.write(tmp_path / name, articles, 30)
    files = [path.relative_to(tmp_path / "few") for path in (tmp_path / "few").rglob("*.md")]
    assert len(files) == 12 + 30
    for file in files:
        assert len({(tmp_path / name / file).read_bytes() for name in ("few", "again", "many")}) == 1


def test_terms_have_two_or_three_names_of_their_own() -> None:
    entries = archive.entries(300)
    names = [name.casefold() for entry in entries for name in entry.names]
    assert len(names) == len(set(names))
    assert {len(entry.names) for entry in entries} == {2, 3}


def test_articles_mention_terms_and_have_addresses_of_their_own() -> None:
    names = [name for entry in archive.entries(100) for name in entry.names]
    pieces = list(archive.pieces(60, 100))
    assert len({piece.slug for piece in pieces}) == 60
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", piece.slug) for piece in pieces)
    found = [sum(piece.body.count(name) for name in names) for piece in pieces]
    assert archive.MENTIONS <= sum(found) / len(found) <= 2 * archive.MENTIONS


def test_no_two_tags_differ_by_an_accent_only() -> None:
    tags = {tag for piece in archive.pieces(400, 0) for tag in piece.tags}
    assert len(tags) > archive.TAGS / 2
    assert len({slugify(tag) for tag in tags}) == len(tags)


# ── A command's cost ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_time_of_children_is_counted(tmp_path: Path) -> None:
    busy = "sum(i * i for i in range(300_000)); import time; print(time.process_time())"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    spent = run([sys.executable, "-c", child], tmp_path, tmp_path / "log")
    assert spent.cpu >= float((tmp_path / "log").read_text()) > 0


def test_memory_is_told_of_the_largest_process_and_of_all_together(tmp_path: Path) -> None:
    hold = "x = bytearray(60 << 20); import time; time.sleep(0.5)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}], check=True)"
    largest, total = python(f"y = bytearray(40 << 20); {child}", tmp_path)
    assert 60 <= largest < 100
    assert total >= 100 if PROC.is_dir() else total == 0


def test_a_command_that_fails_says_so_and_what_it_said_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert run([sys.executable, "-c", "raise SystemExit('no paper')"], tmp_path, log).code == 1
    assert log.read_text() == "no paper\n"


# ── Edits ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("ours")
    lay_ours(folder, Size(20, 40))
    return Place(folder)


@pytest.mark.parametrize("name", [name for name in EDITS if name != "nothing"])
def test_an_edit_changes_one_source_and_can_be_taken_back(place: Place, name: str) -> None:
    def sources() -> dict[Path, bytes]:
        return {
            path: path.read_bytes()
            for part in ("content", "theme")
            for path in (place.folder / part).rglob("*")
            if path.is_file()
        }

    before = sources()
    for turn in range(2):
        EDITS[name][1](place, Size(20, 40), turn)
        after = sources()
        assert len(before.keys() ^ after.keys() | {k for k in before if before[k] != after.get(k)}) == 1
        place.undo()
        assert sources() == before


def test_an_edit_that_the_site_does_not_show_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>new")
    assert Seen("*/index.html", "new").fault(tmp_path) == ""
    assert Seen("*/index.html", "newer").fault(tmp_path) == "a/index.html does not show the edit"
    assert Seen("b/index.html").fault(tmp_path) == "b/index.html is not there"
    assert Seen("b/index.html", gone=True).fault(tmp_path) == ""
    assert Seen("a/index.html", gone=True).fault(tmp_path) == "a/index.html is still there"


# ── What follows from figures ─────────────────────────────────────────────────────────────────────────────────


def result(*runs: Run) -> Result:
    named = [
        {"name": name, "shown": name.title(), "version": "1", "differs": "less & more"}
        for name in ("glose", "pelican")
    ]
    return Result({"cores": "2"}, named, ["Hugo"], 10, list(runs))


def cold(articles: int, tool: str, turn: int, wall: float, **more: object) -> Run:
    return Run(articles, tool, COLD, turn, wall, cpu=wall, pages=articles, **more)  # type: ignore[arg-type]


MEASURED = result(
    cold(100, "glose", 0, 1.0),
    cold(100, "pelican", 0, 2.0),
    cold(100, "pelican", 1, 8.0),
    cold(100, "glose", 1, 2.0),
    cold(1000, "glose", 0, 9.0),
    cold(1000, "pelican", 0, 24.0),
    Run(1000, "glose", "body", 0, 0.5, cpu=0.4),
)


def test_a_ratio_is_of_two_figures_of_one_round() -> None:
    row = MEASURED.rows()[0]
    assert row.wall == Spread(1.5, 1.0, 2.0)
    assert row.wall_ratio == Spread(0.375, 0.25, 0.5)


def test_growth_is_told_from_each_number_of_articles_to_the_next() -> None:
    assert [(one.tool, one.wall.median) for one in MEASURED.growth()] == [("glose", 9.0), ("pelican", 12.0)]


def test_a_result_may_be_added_to_an_earlier_one_but_figures_of_one_size_are_of_one_run() -> None:
    later = result(cold(1000, "glose", 0, 5.0), cold(1000, "pelican", 0, 10.0))
    both = later.added_to(MEASURED)
    assert [(run.articles, run.wall) for run in both.runs if run.tool == "glose"] == [
        (100, 1.0),
        (100, 2.0),
        (1000, 5.0),
    ]
    assert (both.tools, both.missing) == (MEASURED.tools, ["Hugo"])


def test_without_the_one_that_all_are_compared_with_there_is_no_ratio() -> None:
    alone = result(cold(100, "glose", 0, 1.0), cold(100, "hugo", 0, 1.0))
    assert alone.rows()[0].wall_ratio is None
    assert MEASURED.rows()[0].wall_ratio


def test_a_build_that_went_wrong_counts_in_no_figure_and_is_told() -> None:
    bad = result(cold(100, "glose", 0, 0.01, fault="exit code 1: no"), cold(100, "pelican", 0, 2.0))
    assert bad.rows()[0].wall is None
    assert "**exit code 1: no**" in tables(bad)["## Cold builds"]


def test_a_result_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    MEASURED.write(tmp_path / "kept.json")
    assert Result.read(tmp_path / "kept.json") == MEASURED


def test_tables_name_what_is_not_installed_and_what_was_not_measured() -> None:
    told = tables(MEASURED)
    assert "| Hugo | not installed, not measured |" in told["## Where"]
    assert told["## The sample"] == UNKNOWN
    assert "0.38 (0.25–0.50)" in told["## Cold builds"]


def test_the_picture_says_in_words_what_its_bars_show() -> None:
    root = etree.fromstring(chart(MEASURED).encode())
    space = {"svg": "http://www.w3.org/2000/svg"}
    named = [root.find(f"svg:{name}", space) for name in str(root.attrib["aria-labelledby"]).split()]
    title, words = (element.text if element is not None else None for element in named)
    assert root.attrib["role"] == "img"
    assert title
    assert words
    assert "Cold build of 100 articles" in words
    assert "Glose × 0.38 (0.25–0.50)" in words
    assert "one body 0.40 s" in words
    bars = [bar for bar in root.findall("svg:rect", space) if bar.get("class") in ("ours", "theirs")]
    assert len(bars) == 4 + 1 + 2
    assert all(0 <= float(bar.attrib["width"]) <= 340 for bar in bars)
    style = root.find("svg:style", space)
    assert style is not None
    assert "prefers-color-scheme: dark" in (style.text or "")


def test_edits_stay_in_the_picture_where_the_largest_archive_was_only_built_cold() -> None:
    larger = result(cold(100_000, "glose", 0, 90.0)).added_to(MEASURED)
    assert "one body 0.40 s" in chart(larger)


# ── The whole ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_ours_and_pelican_are_built_and_looked_at_side_by_side(tmp_path: Path) -> None:
    kept, work = tmp_path / "kept.json", tmp_path / "work"
    few = ["--articles", "20", "--terms", "30", "--rounds", "1"]
    only = ["--only", "cold,body,deleted", "--peers", "pelican,pelican-nofeeds"]
    assert main([*few, *only, "--json", str(kept), "--keep", str(work)]) == 0
    told = Result.read(kept)
    assert [(run.tool, run.doing) for run in told.runs] == [
        ("glose", "cold"),
        ("glose", "body"),
        ("glose", "deleted"),
        ("pelican", "cold"),
        ("pelican", "body"),
        ("pelican-nofeeds", "cold"),
        ("pelican-nofeeds", "body"),
    ]
    assert [run.fault for run in told.runs] == [""] * 7
    pages = {(run.tool, run.doing): run.pages for run in told.runs}
    assert pages["glose", "cold"] > pages["pelican", "cold"] > 20
    assert pages["glose", "deleted"] < pages["glose", "body"]
    files = {run.tool: run.files for run in told.runs}
    assert files["pelican-nofeeds"] < files["pelican"]
    assert json.loads(kept.read_text())["summary"][0]["wall_ratio"]["median"] > 0
    assert kept.with_suffix(".svg").read_text().startswith("<svg")
    assert (work / "glose-20-0.log").is_file()


def test_a_peer_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.bench.tools.places", lambda: str(tmp_path))
    assert (hugo(), eleventy(), material()) == (None, None, None)
    few = ["--articles", "10", "--terms", "0", "--rounds", "1", "--only", "cold"]
    main([*few, "--peers", "hugo"])
    assert "| Hugo | not installed, not measured |" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--articles", "9"], ["--only", "lunch"], ["--peers", "nobody"]])
def test_wrong_usage_is_told_before_anything_is_built(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(given)
    assert stopped.value.code == 2
    assert "choose from" in (said := capsys.readouterr().err) or "at least 10" in said


def test_numbers_of_articles_are_taken_from_few_to_many() -> None:
    assert sizes("1000,100,100") == (100, 1000)


def test_the_task_and_the_module_have_the_same_options() -> None:
    def options(*command: str) -> set[str]:
        told = subprocess.run(
            [sys.executable, "-m", *command, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "COLUMNS": "200"},
        ).stdout
        return set(re.findall(r"^ +(?:-\w(?: STRING)?, )?(--\w+)", told, re.M)) - {"--help"}

    assert options("invoke", "bench.build") == options("tests.bench.build")


def test_every_peer_says_how_it_differs() -> None:
    assert all(tool.differs for tool in TOOLS)


def test_the_task_finds_the_program_by_itself() -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "invoke", "bench.build", "--articles", "1"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert "1: at least 10 articles" in done.stderr
    assert done.returncode == 1
