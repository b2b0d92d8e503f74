"""What a build costs: this project and each installed peer, side by side on one synthetic archive.

    python -m tests.bench.build --articles 100,1000 --rounds 3 --json docs/performance.json

In every round everybody builds everything, in turning order, so that what else the machine does falls on all alike;
ratios are of figures of one round. Peers make less (`differs` says what), so each row counts its pages.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import sample
from tests.bench.chart import chart
from tests.bench.edits import EDITS, Seen, Size
from tests.bench.place import Place
from tests.bench.process import run
from tests.bench.results import COLD, Result, Run
from tests.bench.tables import NAMES, tables
from tests.bench.tools import OURS, TOOLS, Tool, project
from tests.digest import ROOT

DOINGS = (COLD, *EDITS, "sample")
"""What `--only` chooses from."""
INTERRUPTED = 130
FEWEST = 10
"""Below that, two rounds would edit one article."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    sizes: tuple[Size, ...]
    rounds: int
    only: tuple[str, ...]
    peers: tuple[str, ...]
    processes: int


def main(arguments: list[str] | None = None) -> int:
    """Measures, prints the tables and writes the files; 1 when a build was wrong, 130 when interrupted."""
    given = parser().parse_args(arguments)
    asked = Asked(
        tuple(Size(number, given.terms) for number in given.articles),
        given.rounds,
        given.only or DOINGS,
        given.peers if given.peers is not None else tuple(tool.name for tool in TOOLS),
        given.processes,
    )
    if given.keep:
        given.keep.mkdir(parents=True)
        result, whole = measure(asked, given.keep)
    else:
        with tempfile.TemporaryDirectory(prefix="glose-bench-") as folder:
            result, whole = measure(asked, Path(folder))
    if given.add and given.json and given.json.exists():
        result = result.added_to(Result.read(given.json))
    for heading, table in tables(result).items():
        print(f"\n{heading}\n\n{table}")
    if given.json:
        result.write(given.json)
        given.json.with_suffix(".svg").write_text(chart(result), encoding="utf-8")
    return int(any(one.fault for one in result.runs)) if whole else INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """The command line, which `invoke bench.build` has, too."""
    made = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    made.add_argument("--articles", type=sizes, default=(100, 1000))
    made.add_argument("--terms", type=int, default=1000)
    made.add_argument("--rounds", type=int, default=3)
    made.add_argument("--only", type=lambda text: names(text, DOINGS))
    made.add_argument("--peers", type=lambda text: names(text, tuple(tool.name for tool in TOOLS)))
    made.add_argument("--processes", type=int, default=0)
    made.add_argument("--json", type=lambda text: Path(text).resolve())
    made.add_argument("--add", action="store_true")
    made.add_argument("--keep", type=to_be_made)
    return made


def sizes(text: str) -> tuple[int, ...]:
    """Numbers of articles, like `100,1000`."""
    found = tuple(sorted({int(number) for number in text.split(",")}))
    if found[0] < FEWEST:
        raise argparse.ArgumentTypeError(f"{found[0]}: at least {FEWEST} articles")
    return found


def to_be_made(text: str) -> Path:
    """A folder that is not there yet: what lies in one would be measured with it."""
    if (folder := Path(text).resolve()).exists():
        raise argparse.ArgumentTypeError(f"{text} is there already: name another folder, or remove it")
    return folder


def names(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Names with commas between; `none` for none of them."""
    chosen = () if text == "none" else tuple(text.split(","))
    if unknown := set(chosen) - set(known):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: choose from {', '.join(known)}")
    return tuple(name for name in known if name in chosen)


def measure(asked: Asked, folder: Path) -> tuple[Result, bool]:
    """Everything that was asked for, in a folder that is there and empty; False when it was interrupted."""
    tools: list[tuple[Tool, list[str]]] = [(OURS, OURS.find() or [])]
    missing = []
    for tool in TOOLS:
        if tool.name in asked.peers:
            found = tool.find()
            if found:
                tools.append((tool, found))
            else:
                missing.append(tool.shown)
                say(f"{tool.shown} is not installed")
    runs: list[Run] = []
    whole = True
    try:
        for one in rounds(asked, tools, folder):
            say(told(one))
            runs.append(one)
    except KeyboardInterrupt:
        whole = False
        say("interrupted: what follows is what was measured so far")
    described = [
        {"name": tool.name, "shown": tool.shown, "version": tool.version(command), "differs": tool.differs}
        for tool, command in tools
    ]
    return Result(machine(), described, missing, asked.sizes[0].terms, runs), whole


def rounds(asked: Asked, tools: list[tuple[Tool, list[str]]], folder: Path) -> Iterator[Run]:
    """Everybody builds everything, as often as asked."""
    for turn in range(asked.rounds):
        for size in asked.sizes:
            for tool, command in tools if turn % 2 == 0 else reversed(tools):
                place = laid(folder / f"{tool.name}-{size.articles}-{turn}", tool, size)
                yield from builds(asked, tool, command, place, size, turn)
        if "sample" in asked.only:
            yield from sampled(asked, folder, turn)


def laid(folder: Path, tool: Tool, size: Size) -> Place:
    """A tool's project, laid anew for each round: nothing of one round is left for the next.

    Nor is anything removed before all is measured: ext4 makes files at ten times the cost for a while
    after many were removed (0.25 s for 5,000 became 2.5), whoever makes them.
    """
    folder.mkdir()
    tool.lay(folder, size)
    return Place(folder)


def builds(
    asked: Asked, tool: Tool, command: list[str], place: Place, size: Size, turn: int
) -> Iterator[Run]:
    """One round of one tool: cold, and then edit after edit; peers know one edit."""
    yield build(asked, tool, command, place, size.articles, COLD, turn, Seen("index.html"))
    for name, (_, edit) in EDITS.items():
        if name not in asked.only:
            continue
        if tool is OURS:
            yield build(asked, tool, command, place, size.articles, name, turn, edit(place, size, turn))
        elif name == "body":
            seen = tool.edit(place)
            yield build(asked, tool, command, place, size.articles, name, turn, seen)


def build(
    asked: Asked,
    tool: Tool,
    command: list[str],
    place: Place,
    articles: int,
    doing: str,
    turn: int,
    seen: Seen,
) -> Run:
    """One build, and whether it did what it had to."""
    more = ["--processes", str(asked.processes)] if asked.processes and tool is OURS else []
    log = place.folder.with_suffix(".log")
    load = os.getloadavg()[0]
    spent = run([*command, *tool.arguments, *more], place.folder, log, ENVIRONMENT)
    fault = f"exit code {spent.code}: {last(log)}" if spent.code else seen.fault(place.output)
    return Run.of(
        spent,
        articles=articles,
        tool=tool.name,
        doing=doing,
        turn=turn,
        pages=place.pages(),
        files=place.files(),
        load=round(load, 2),
        fault=fault,
    )


ENVIRONMENT = {"SITEURL": "", "NO_MKDOCS_2_WARNING": "1"}
"""Nothing of the maintainer's own settings, and no notices that a peer pauses for."""


def last(log: Path) -> str:
    """The last line that somebody said."""
    return next(reversed(log.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]), "")


def sampled(asked: Asked, folder: Path, turn: int) -> Iterator[Run]:
    """The site that comes with the project, built and served."""
    root = folder / f"sample-{turn}"
    root.mkdir()
    project(root, ROOT / "content")
    place, command = Place(root), OURS.find() or []
    articles = sum(1 for _ in (root / "content" / "articles").glob("*.md"))
    address = f"{sample.article(place)[1]}index.html"
    for name in list(sample.SAMPLE)[:3]:
        mark = sample.edit(place, turn) if name == "sample-body" else ""
        yield build(asked, OURS, command, place, articles, name, turn, Seen(address, mark))
    load = round(os.getloadavg()[0], 2)
    try:
        for wall in sample.served(place, 2, root.with_suffix(".log")):
            yield Run(articles, OURS.name, "sample-serve", turn, round(wall, 4), load=load)
    except RuntimeError as error:
        yield Run(articles, OURS.name, "sample-serve", turn, 0, load=load, fault=str(error))


def told(one: Run) -> str:
    """A run, as it is said as soon as it is there, since the whole takes long."""
    cpu = " " * 15 if one.cpu is None else f"  {one.cpu:8.2f} s CPU"
    what = f"{one.articles:>7,} {one.tool:16} {NAMES[one.doing]}"
    return f"{one.turn + 1}: {what:70} {one.wall:8.2f} s{cpu}  {one.pages:>7,} pages  {one.fault}"


def say(line: str) -> None:
    """Apart from the tables, which may go to a file."""
    print(line, file=sys.stderr, flush=True)


def machine() -> dict[str, str]:
    """Where the figures come from."""
    return {
        "measured": dt.datetime.now(dt.UTC).date().isoformat(),
        "cores": str(os.cpu_count()),
        "processor": f"{processor()} ({platform.machine()})",
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "Python": platform.python_version(),
    }


def processor() -> str:
    """The processor's name, where the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


if __name__ == "__main__":
    sys.exit(main())
