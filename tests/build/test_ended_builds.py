"""A build that is ended takes every program with it that it started, and nothing half-made is ever published."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glose.digest import publish
from glose.digest.model.errors import DigestError
from glose.tasks.child import run_module
from glose.tasks.site_build import build
from tests.build.test_site_build import article

pytestmark = pytest.mark.skipif(os.name != "posix", reason="builds are ended by POSIX signals")
ROOT = Path(__file__).parents[2]
ENDLESS = """
import os, pathlib, time
def register():
    pathlib.Path("begun").write_text(str(os.getpid()))
    time.sleep(600)
"""


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()


@pytest.fixture
def endless(checkout: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A build whose Pelican never ends, and Pelican's process; two articles were published before."""
    article(checkout, "gone")
    article(checkout, "kept")
    build(checkout, checkout / "output")
    (checkout / "plugins" / "glose" / "endless.py").write_text(ENDLESS)
    settings = checkout / "pelicanconf.py"
    settings.write_text(settings.read_text() + "\nPLUGINS = [*PLUGINS, 'glose.endless']\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "build", "--no-search"],
        cwd=checkout,
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: (checkout / "begun").is_file() and (checkout / "begun").read_text())
    settings.write_text(settings.read_text().replace("\nPLUGINS = [*PLUGINS, 'glose.endless']\n", ""))
    yield process, int((checkout / "begun").read_text())
    process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT], ids=lambda one: one.name)
def test_pelican_ends_with_the_build_that_started_it(
    checkout: Path, endless: tuple[subprocess.Popen[str], int], sent: signal.Signals
) -> None:
    process, pelican = endless
    with pytest.raises(publish.BusyError, match=f"process {process.pid} since .*invoke build --no-search"):
        publish.rollback(checkout / "output")
    process.send_signal(sent)
    said = process.communicate()[1]
    assert process.returncode == {signal.SIGTERM: 143, signal.SIGKILL: -9, signal.SIGINT: 130}[sent]
    assert "Traceback" not in said
    until(lambda: not lives(pelican))
    (checkout / "content/articles/gone.md").unlink()
    build(checkout, checkout / "output", wait=60)
    assert (checkout / "output/2016/03/15/kept/index.html").is_file()
    assert not (checkout / "output/2016/03/15/gone").exists()


def test_the_lock_is_held_as_long_as_pelican_works(
    checkout: Path, endless: tuple[subprocess.Popen[str], int]
) -> None:
    process, pelican = endless
    os.kill(pelican, signal.SIGSTOP)  # so that it cannot end before we look
    process.kill()
    process.communicate()
    if sys.platform != "linux":  # there the kernel ends a stopped process, too
        with pytest.raises(publish.BusyError, match="one that it started still works"):
            build(checkout, checkout / "output")
        os.kill(pelican, signal.SIGCONT)
    build(checkout, checkout / "output", wait=60)


EXECUTES = """
import os, sys
os.execv(sys.executable, [sys.executable, "-c", "print('begun', flush=True); import time; time.sleep(600)"])
"""
PARENT = """
import sys
from pathlib import Path
from glose.digest import publish
from glose.tasks.child import run_module
with publish.alone(Path("lock"), "x") as lock:
    run_module(Path.cwd(), lock, "glose.executes")
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a program that takes Python's place ends by itself"
)
def test_a_program_that_takes_the_place_of_python_ends_with_the_build_as_well(checkout: Path) -> None:
    (checkout / "plugins" / "glose" / "executes.py").write_text(EXECUTES)
    parent = subprocess.Popen([sys.executable, "-c", PARENT], cwd=checkout, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "begun\n"
    with pytest.raises(publish.BusyError), publish.alone(checkout / "lock", "x"):
        pass
    parent.kill()
    parent.communicate()
    with publish.alone(checkout / "lock", "x", wait=60):
        pass


WATCHES = """
import sys, time
from glose.tasks import leash
leash._ended_by_the_kernel = lambda: False
leash.tie(int(sys.argv[1]), int(sys.argv[2]))
print("tied", flush=True)
time.sleep(600)
"""


def test_where_the_kernel_does_not_end_it_a_closed_pipe_does() -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-c", WATCHES, str(os.getpid()), str(reading)]
    child = subprocess.Popen(command, cwd=ROOT, pass_fds=(reading,), stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "tied\n"
    assert child.poll() is None
    os.close(writing)
    child.communicate(timeout=60)
    os.close(reading)
    assert child.returncode == 1


def test_a_program_whose_parent_ended_before_it_asked_does_not_begin() -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "glose.tasks.leash", "1", str(reading), "this"]
    done = subprocess.run(command, cwd=ROOT, pass_fds=(reading,), check=False, capture_output=True)
    os.close(reading)
    os.close(writing)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_module_runs_as_python_runs_it_and_says_how_it_ended(tmp_path: Path) -> None:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    code, said = run_module(ROOT, None, "json.tool", "--help", **streams)
    assert (code, said.split()[:2]) == (0, ["usage:", "python"])
    code, said = run_module(ROOT, None, "json.tool", str(tmp_path / "nowhere"), **streams)
    assert code == 2
    assert "nowhere" in said
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_second_build_waits_as_long_as_it_is_told(
    checkout: Path, endless: tuple[subprocess.Popen[str], int]
) -> None:
    process, _ = endless
    with pytest.raises(DigestError, match="another build is running"):
        build(checkout, checkout / "output", wait=0.2)
    command = [sys.executable, "-m", "invoke", "build", "--no-search", "--wait", "60"]
    second = subprocess.Popen(command, cwd=checkout, stdout=subprocess.DEVNULL)
    process.terminate()
    process.communicate()
    assert second.wait() == 0
    assert (checkout / "output/index.html").is_file()


def test_a_step_back_is_one_task(checkout: Path) -> None:
    def invoke(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "invoke", *arguments]
        return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)

    file = article(checkout)
    build(checkout, checkout / "output")
    assert "the previous site is the same as this one" in invoke("rollback").stderr
    first = publish.files_of(checkout / "output")
    file.write_text(file.read_text(encoding="utf-8").replace("Un texte", "Une faute"), encoding="utf-8")
    build(checkout, checkout / "output")
    done = invoke("rollback")
    assert done.returncode == 0
    assert done.stdout.startswith("output: the previous site is back, ")
    assert publish.files_of(checkout / "output") == first
    done = invoke("rollback", "--output", "nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith("nowhere: there is no complete previous site to go back to; build the site")
    with publish.publication(checkout / "output"):
        assert invoke("rollback").returncode == 75
