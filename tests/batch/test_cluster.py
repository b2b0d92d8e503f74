"""A Dask cluster of real processes does the same work, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import pytest
from distributed import LocalCluster

from glose.digest.work import cluster
from glose.digest.work.pool import Call, Failure
from tests.batch import calls
from tests.batch.digest import Digest, dispatch

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    """Two worker processes under their nannies, and a scheduler."""
    hasty = {"distributed.comm.timeouts.connect": "2s", "distributed.scheduler.allowed-failures": 1}
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with dask.config.set(hasty), LocalCluster(**options, silence_logs=50) as started:
        yield started


def test_a_cluster_writes_what_one_machine_writes(
    workers: LocalCluster, digest: Digest, tmp_path: Path
) -> None:
    other = Digest(tmp_path / "other")
    for number in range(30):
        for one in (digest, other):
            one.seed(f"{number:02d}.txt", dispatch(number, "Le même titre"), {"date": "2016-03-15"})
            one.seed("bad.bin", b"\0" * 100)
    other.content.mkdir()
    digest.convert(scheduler=workers.scheduler_address)
    other.convert(jobs=2)
    assert len(list(digest.articles.iterdir())) == 30
    assert digest.tree() == other.tree()


def test_a_worker_killed_amid_the_work_costs_nothing(workers: LocalCluster) -> None:
    todo = (Call(key, f"seeds/{key}", calls.sleep, (0.02,)) for key in range(120))
    victim = next(iter(workers.workers.values())).process.pid
    found: dict[int, Any] = {}
    for key, value in cluster.run(todo, workers.scheduler_address):
        found[key] = value
        if len(found) == 20:
            threading.Thread(target=os.kill, args=(victim, signal.SIGKILL)).start()
    assert found == dict.fromkeys(range(120), 0.02)
    with pytest.raises(ProcessLookupError):
        os.kill(victim, 0)


def test_a_call_that_raises_is_one_failure(workers: LocalCluster) -> None:
    todo = [Call(key, f"seeds/{key}", calls.twice, (key,)) for key in range(40)]
    todo[9] = Call(9, "seeds/9", calls.fail, (7,))
    found = dict(cluster.run(todo, workers.scheduler_address))
    failed = {key: str(value.faults[0]) for key, value in found.items() if isinstance(value, Failure)}
    assert list(failed) == [9]
    assert failed[9].startswith("seeds/9: cannot be converted (ValueError: no 7)")
    assert len(found) == 40


def test_a_cluster_without_workers_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with LocalCluster(n_workers=1, processes=False, dashboard_address=None, silence_logs=50) as started:
        running = cluster.run([Call(0, "seeds/0", calls.sleep, (0.3,))] * 999, started.scheduler_address)
        threading.Timer(1, started.scale, (0,)).start()
        with pytest.raises(cluster.ClusterError, match="has lost all its workers"):
            list(running)
        with pytest.raises(cluster.ClusterError, match="has no workers"):
            list(cluster.run([], started.scheduler_address))


def test_a_scheduler_that_does_not_answer_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 1)
    with pytest.raises(cluster.ClusterError, match=r"tcp://127\.0\.0\.1:9 does not answer"):
        list(cluster.run([], "tcp://127.0.0.1:9"))
    with pytest.raises(cluster.ClusterError, match="does not answer"):
        list(cluster.run([], "no address"))


def test_without_the_package_there_is_one_sentence() -> None:
    script = (
        "import sys; sys.modules['distributed'] = None\n"
        "from glose.digest.work import cluster\n"
        "try: list(cluster.run([], 'tcp://127.0.0.1:9'))\n"
        "except cluster.ClusterError as error: print(error)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told.stdout == "--scheduler: needs the package distributed; install it, or use --jobs\n"


def test_conversion_does_not_import_the_package_unless_asked(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), {"date": "2016-03-15"})
    script = (
        "import sys; from pathlib import Path; from tests.batch.digest import Digest\n"
        "Digest(Path(sys.argv[1])).convert()\n"
        "print('distributed' in sys.modules)\n"
    )
    command = [sys.executable, "-c", script, str(digest.root)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert told.stdout == "False\n"
