"""Whatever a call does to its process, the others are done, and it is known which one it was."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from glose.digest.work import pool, renewed
from glose.digest.work.garbage import no_garbage
from glose.digest.work.pool import Call, Failure
from tests.batch import calls

ROOT = Path(__file__).resolve().parents[2]


def results(*harm: tuple[Callable[..., Any], Any], seconds: float = 30, jobs: int = 2) -> dict[int, Any]:
    """The results of sixty harmless calls, with harmful ones among them under the keys 20, 21, …"""
    todo = [Call(key, f"seeds/{key}", calls.twice, (key,)) for key in range(60)]
    for key, (do, argument) in enumerate(harm, 20):
        todo[key] = Call(key, f"seeds/{key}", do, (argument,))
    return dict(pool.run(todo, jobs, seconds))


def failures(found: dict[int, Any]) -> dict[int, str]:
    return {key: str(value.faults[0]) for key, value in found.items() if isinstance(value, Failure)}


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_every_call_has_its_result(jobs: int) -> None:
    assert results(jobs=jobs) == {key: 2 * key for key in range(60)}


def test_a_call_that_raises_is_one_failure() -> None:
    found = results((calls.fail, 7), (calls.dive, 0))
    assert failures(found) == {
        20: "seeds/20: cannot be converted (ValueError: no 7); report this: it is a fault of the converter",
        21: "seeds/21: is nested too deeply; save the article alone",
    }
    assert len(found) == 60


def test_a_call_that_kills_its_process_is_named_and_the_others_are_done() -> None:
    found = results((calls.die, 0))
    assert list(failures(found)) == [20]
    assert "ended the process that converted it, 2 times (signal SIGKILL)" in failures(found)[20]
    assert len(found) == 60


def test_a_bystander_of_a_death_is_begun_again(tmp_path: Path) -> None:
    found = results((calls.die_once, str(tmp_path / "mark")))
    assert found[20] == "alive"
    assert not failures(found)


def test_a_call_that_never_ends_is_ended_even_in_c_code() -> None:
    found = results((calls.hang, 0), seconds=0.5)
    assert failures(found) == {
        20: "seeds/20: took longer than 0.5 seconds; save the article alone, or report it"
    }
    assert len(found) == 60


def test_the_limit_is_for_each_call_and_not_for_all() -> None:
    todo = [Call(key, "seeds/x", calls.sleep, (0.2,)) for key in range(6)]
    assert len(list(pool.run(todo, 1, seconds=0.8))) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space of a process")
def test_a_call_that_needs_too_much_memory_fails_alone() -> None:
    found = results((calls.fill, 0))
    assert failures(found) == {20: "seeds/20: needs more memory than one article may; save the article alone"}


def test_calls_are_taken_no_faster_than_they_are_done() -> None:
    taken = 0

    def todo() -> Iterator[Call]:
        nonlocal taken
        for key in range(500):
            taken += 1
            yield Call(key, "seeds/x", calls.twice, (key,))

    for done, _ in enumerate(pool.run(todo(), 2), 1):
        assert taken - done <= 2 * pool.AHEAD


def test_processes_end_when_nobody_wants_the_rest() -> None:
    running = pool.run((Call(key, "seeds/x", calls.sleep, (0.01,)) for key in range(1000)), 2)
    next(running)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    started = children.read_text().split() if children.exists() else []
    running.close()  # type: ignore[attr-defined]
    assert not [
        child for child in started if Path(f"/proc/{child}/exe").exists() and "spawn" in command(child)
    ]


def command(process: str) -> str:
    return Path(f"/proc/{process}/cmdline").read_text(errors="replace")


def test_a_process_looks_for_garbage_though_the_one_that_began_it_does_not() -> None:
    with no_garbage():
        assert dict(pool.run([Call(1, "seeds/1", calls.collects, ())], 1)) == {1: True}


@pytest.mark.parametrize("after", [0.1, 0.6, 1.5])
def test_an_interrupt_is_answered_by_the_one_that_started_them_alone(after: float) -> None:
    script = (
        "from glose.digest.work import pool; from tests.batch import calls\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        "        print('ready', flush=True)\n"
        "        for _ in pool.run((pool.Call(k, 'x', calls.sleep, (0.01,)) for k in range(10**6)), 2): pass\n"
        "    except KeyboardInterrupt: print('interrupted')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate()[0] == "interrupted\n"


def test_processes_end_with_the_one_that_started_them() -> None:
    script = (
        "from glose.digest.work import pool; from tests.batch import calls\n"
        "if __name__ == '__main__':\n"
        "    for key, pid in pool.run((pool.Call(k, 'x', calls.own_id, ()) for k in range(10**6)), 1):\n"
        "        print(pid, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout
    child = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.communicate()
    for _ in range(100):
        if not alive(child):
            return
        time.sleep(0.05)
    raise AssertionError(f"process {child} is left")


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_a_process_that_is_killed_while_it_waits_for_work_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(renewed, "QUIET", 3)
    found: dict[int, Any] = {}
    killed = False
    for key, value in pool.run(slowly(), 2, 3):
        found[key] = value
        if key == 3 and not killed:
            killed = True
            time.sleep(0.5)  # both have nothing to do now
            for process in multiprocessing.active_children():
                os.kill(int(process.pid or 0), signal.SIGKILL)
    assert found == {key: 2 * key for key in range(8)}


def slowly() -> Iterator[Call]:
    """Calls of which none waits in a process."""
    return (Call(key, f"seeds/{key}", calls.twice, (key,)) for key in range(8))
