"""Whatever builds, kills and steps back follow each other: live is one of the sites that were published, whole."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glose.digest import publish
from glose.digest.model.errors import DigestError
from tests.publish.faults import killed_at, run
from tests.publish.sites import held, stamp

PATHS = [
    "index.html",
    "a/index.html",
    "a/b/index.html",
    "a/b/c",
    "b",
    "b/x",
    "pagefind/x",
    "pagefind/y/z",
    "É t/“é”",
]
path = st.sampled_from(PATHS)
text = st.sampled_from(["", "one", "two", "three" * 50])
edit = st.one_of(
    st.tuples(st.just("write"), path, text),
    st.tuples(st.just("remove"), path, st.just("")),
    st.tuples(st.just("elsewhere"), st.sampled_from(["pagefind", "a/b", ""]), text),
)


class Step(NamedTuple):
    """One build, or a step back where `edits` is None."""

    empty: bool
    edits: list[tuple[str, str, str]] | None
    killed_at: int
    """Number of a call to the file system; 0 for a build that is left alone."""
    soon: frozenset[str] = frozenset()
    """What the build says that it will write or remove, and may not."""


step = st.builds(
    Step,
    st.booleans(),
    st.none() | st.lists(edit, max_size=5),
    st.integers(0, 80) | st.just(0) | st.just(0),
    st.frozensets(path),
)


def build(output: Path, one: Step) -> None:
    if one.edits is None:
        publish.rollback(output)
        return
    with publish.publication(output) as site:
        site.begin(empty=one.empty, soon=one.soon)
        for kind, name, words in one.edits:
            if kind == "write":
                site.write(name, words.encode())
            elif kind == "remove":
                site.remove(name)
            else:
                folder = site.clear(name)
                (folder / "y").mkdir()
                (folder / "x").write_text(words)
                (folder / "y" / "z").write_text(words)
                site.adopt(name)
        site.publish()


def expected(live: dict[str, str], one: Step) -> dict[str, str] | None:
    """What the edits make of a site; None where one of them cannot be."""
    files = {} if one.empty else dict(live)
    for kind, name, words in one.edits or ():
        above = {name[:place] for place, sign in enumerate(name) if sign == "/"} | (
            {name} if kind == "elsewhere" else set()
        )
        if kind == "remove":
            if not any(other.startswith(f"{name}/") for other in files):
                files.pop(name, None)
                continue
            return None
        if above & files.keys() or (kind == "write" and any(other.startswith(f"{name}/") for other in files)):
            return None
        if kind == "write":
            files[name] = words
        else:
            prefix = f"{name}/" if name else ""
            files = {other: text for other, text in files.items() if not other.startswith(prefix)}
            files |= {f"{prefix}x": words, f"{prefix}y/z": words}
    return files


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(step, min_size=1, max_size=7))
def test_live_is_always_one_of_the_published_sites(steps: list[Step]) -> None:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        output = Path(folder) / "output"
        live: dict[str, str] = {}
        published: list[dict[str, str]] = [{}]
        for one in steps:
            before = {name: (stamp(output / name), words) for name, words in live.items()}
            after = expected(live, one)
            if one.killed_at:
                code = run(lambda one=one: build(output, one), killed_at(one.killed_at))  # type: ignore[misc]
                assert code != 70 or (after is None and one.edits is not None)
                done = code == 0
                assert code in (0, 70, 71, -signal.SIGKILL)
            else:
                try:
                    build(output, one)
                    done = True
                except (DigestError, OSError):
                    done = False
                assert done or after is None or one.edits is None
            now = held(output) if output.exists() else {}
            assert now in [*published, after]
            if one.edits is not None and done:
                assert now == after
            elif one.edits is not None:
                assert now in (live, after)
            live = now
            published.append(now)
            assert sorted(publish.files_of(output) or ()) == sorted(now)
            if one.edits is not None:
                kept = {name for name in now if before.get(name, (None, None))[1] == now[name]}
                assert all(stamp(output / name) == before[name][0] for name in kept)
