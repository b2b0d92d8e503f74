"""However many processes work, on this machine or on a cluster, and whatever happens to them: the same bytes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dask
import pytest
from distributed import LocalCluster

from glose.digest.build import hands, read_texts
from glose.digest.build.hands import Hands
from glose.digest.publish import Publication
from glose.digest.work import cluster, renewed
from tests.equal.sample import sample
from tests.equal.trial import Trial, differences
from tests.equal.walk import Walk

Kill = Callable[[], None]
MOMENTS = {"read": (read_texts, "_keep", 3), "rendered": (Publication, "write", 4)}
"""What the parent does with the first answers, and how many arguments it has then."""


@pytest.fixture
def trial(place: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A site that is read and rendered in many batches."""
    monkeypatch.setattr(hands, "FEW", 1)
    monkeypatch.setattr(hands, "BATCH", 3)
    return Trial(place, sample(5, 25, 8))


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    """Two worker processes under their nannies, and a scheduler."""
    hasty = {"distributed.comm.timeouts.connect": "2s", "distributed.scheduler.allowed-failures": 1}
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with dask.config.set(hasty), LocalCluster(**options, silence_logs=50) as started:
        yield started


def once_at(moment: str, kill: Kill, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Has somebody killed when the fourth answer of that stage has come; holds True once it is done."""
    place, name, count = MOMENTS[moment]
    before, calls, done = getattr(place, name), [0], [False]

    def counted(*arguments: Any, **more: Any) -> Any:
        calls[0] += len(arguments) == count
        if calls[0] == 4 and not done[0]:
            kill()
            done[0] = True
        return before(*arguments, **more)

    monkeypatch.setattr(place, name, counted)
    return done


def test_two_processes_give_what_one_gives(trial: Trial) -> None:
    assert differences(trial.edited(hands=Hands(2)), trial.clean()) == []


def test_two_processes_give_what_one_gives_after_any_edits(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "FEW", 3)
    monkeypatch.setattr(hands, "BATCH", 2)
    assert Walk(place, 8, articles=8, terms=6).run(8, Hands(2)) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_process_that_is_killed_amid_the_work_costs_nothing(
    trial: Trial, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill() -> None:
        os.kill(int(multiprocessing.active_children()[0].pid or 0), signal.SIGKILL)

    monkeypatch.setattr(hands, "SECONDS", 30)  # in which a slow machine makes a task ready, too
    monkeypatch.setattr(renewed, "QUIET", 5)  # it may have held what the others need
    done = once_at(moment, kill, monkeypatch)
    found = trial.edited(hands=Hands(2))
    assert done == [True]
    monkeypatch.undo()
    assert differences(found, trial.clean()) == []


def test_a_cluster_gives_what_one_process_gives_and_so_does_an_edit_on_it(
    trial: Trial, workers: LocalCluster
) -> None:
    far = Hands(scheduler=workers.scheduler_address)
    assert differences(trial.edited(hands=far), trial.clean()) == []
    for text in trial.world.articles.values():
        text.body += "\n\nEncore."
    assert differences(trial.edited(hands=far), trial.clean()) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_worker_that_is_killed_amid_the_work_costs_nothing(
    trial: Trial, workers: LocalCluster, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = next(iter(workers.workers.values())).process.pid
    done = once_at(moment, lambda: os.kill(victim, signal.SIGKILL), monkeypatch)
    found = trial.edited(hands=Hands(scheduler=workers.scheduler_address))
    assert done == [True]
    monkeypatch.undo()
    assert differences(found, trial.clean()) == []


def test_a_cluster_that_cannot_work_is_one_sentence_and_changes_nothing(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = trial.edited()
    monkeypatch.setattr(cluster, "ANSWER", 1)
    trial.world.articles["a0"].head["title"] = "Un autre titre"
    nobody = trial.edited(hands=Hands(scheduler="tcp://127.0.0.1:9"))
    assert nobody.faults.startswith("--scheduler: tcp://127.0.0.1:9 does not answer")
    with LocalCluster(n_workers=0, processes=False, dashboard_address=None, silence_logs=50) as started:
        idle = trial.edited(hands=Hands(scheduler=started.scheduler_address))
    assert "has no workers" in idle.faults
    assert [len(one.faults.splitlines()) for one in (nobody, idle)] == [1, 1]
    after = trial.edited()
    assert differences(before, after)
    assert differences(after, trial.clean()) == []
