"""The tasks of a maintainer's day. `invoke --list` reads as a manual; every task works from any sub-folder."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from invoke.exceptions import Exit
from invoke.tasks import task as invoke_task

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # without an activated environment `plugins` would not be found

from plugins.digest.errors import DigestError  # noqa: E402
from plugins.digest.publish import BusyError  # noqa: E402

PROBLEMS, USAGE, BUSY, INTERRUPTED = 1, 2, 75, 130
DEBUG = bool({"--debug", "-d"} & set(sys.argv))
Function = TypeVar("Function", bound=Callable[..., Any])


def task(**options: Any) -> Callable[[Function], Any]:
    """An invoke task whose failures are sentences and exit codes; ``invoke --debug`` shows the traceback."""

    def decorate(function: Function) -> Any:
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            except BusyError as error:
                raise Exit(str(error), BUSY) from None
            except DigestError as error:
                raise Exit(str(error), PROBLEMS) from None
            except KeyboardInterrupt:
                raise Exit("interrupted: nothing was published", INTERRUPTED) from None
            except Exit:
                raise
            except Exception as error:
                if DEBUG:
                    raise
                raise Exit(
                    f"{type(error).__name__}: {error}; this is a fault of ours: run again with "
                    "`invoke --debug …` and report what it prints",
                    PROBLEMS,
                ) from None

        return invoke_task(**options)(run)

    return decorate


def tell(lines: Iterable[object]) -> None:
    """Prints one thing a line."""
    for line in lines:
        print(line)


def python(*arguments: str) -> None:
    """Runs a tool of this environment at the project's root; its exit code becomes ours."""
    code = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode
    if code:
        raise Exit(code=INTERRUPTED if code in (-2, 130) else PROBLEMS)


@task(
    help={
        "production": "use publishconf.py: absolute addresses, SITEURL from the environment",
        "full": "ignore every cache and convert and build from nothing",
        "search": "make the search index (it is rebuilt whole)",
        "output": "folder to publish to",
    }
)
def build(
    c: Any, production: bool = False, full: bool = False, search: bool = True, output: str = "output"
) -> None:
    """Convert what is stale, build the site and publish it to output/ in one step."""
    from plugins.search_index import index
    from plugins.site_build import build as build_site

    _convert(force=full)
    target = Path(output).resolve() if output != "output" else ROOT / "output"
    settings = "publishconf.py" if production else "pelicanconf.py"
    manifest = build_site(ROOT, target, settings=settings, finish=(index,) if search else (), debug=DEBUG)
    print(f"{target}: {sum(name.endswith('.html') for name in manifest)} pages")


@task(help={"port": "port on 127.0.0.1; 0 takes a free one"})
def serve(c: Any, port: int = 8000) -> None:
    """Build, serve on 127.0.0.1, rebuild on a change and reload the browser."""
    from watchfiles import watch

    from plugins.dev_server import Reloader
    from plugins.dev_server import serve as start

    folder = ROOT / ".glose" / "serve"
    reloader = Reloader()
    _rebuild(folder)
    try:
        server = start(folder, port, reloader)
    except OSError as error:
        raise Exit(f"port {port}: {error.strerror}; name another with --port", PROBLEMS) from None
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends)", flush=True)
    watched = [
        ROOT / n for n in ("seeds", "content", "theme", "plugins", "pelicanconf.py") if (ROOT / n).exists()
    ]
    for _ in watch(*watched, debounce=100, step=50, raise_interrupt=True):
        if _rebuild(folder):
            reloader.announce()


def _rebuild(folder: Path) -> bool:
    """One build in a fresh process, since plugins and settings may have changed; True when it was published."""
    command = [sys.executable, "-m", "invoke", "build", "--no-search", "--output", str(folder)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


@task(help={"format": "text (path:line: rule: message) or json", "output": "the built site to look at"})
def check(c: Any, format: str = "text", output: str = "output") -> None:
    """Report everything that can be wrong: front matter, glossary, and the built site where there is one."""
    import json

    from plugins.digest.check.site import site_faults
    from plugins.digest.check.sources import source_faults

    if format not in ("text", "json"):
        raise Exit(f"--format {format}: choose text or json", USAGE)
    faults = source_faults(ROOT / "content", ROOT)
    site = ROOT / output
    if site.is_dir():
        faults += site_faults(site)
    if format == "json":
        fields = ("path", "line", "what", "todo")
        print(
            json.dumps(
                [{f: getattr(fault, f) for f in fields} for fault in faults], ensure_ascii=False, indent=1
            )
        )
    else:
        tell(faults)
    if faults:
        raise Exit(code=PROBLEMS)
    if format == "text":
        print("nothing wrong" if site.is_dir() else "nothing wrong in content/ (no built site to look at)")


@task(
    help={
        "path": "test file or folder, or a pytest expression after it; repeatable",
        "quick": "leave out the browser",
    },
    iterable=["path"],
)
def test(c: Any, path: list[str], quick: bool = False) -> None:
    """Run every test, in parallel, with a real browser (installed if there is none)."""
    from plugins import find_browser

    if not quick and not (find_browser.find() or find_browser.install()):
        raise Exit(
            "no Chromium or Chrome was found and none could be installed: install one and run again", PROBLEMS
        )
    python("-m", "pytest", "-q", "-n", "auto", *(["-m", "not browser"] if quick else []), *path)


@task(help={"fix": "also rewrite what can be rewritten"})
def lint(c: Any, fix: bool = False) -> None:
    """Check style and types with ruff and mypy."""
    python("-m", "ruff", "check", *(["--fix"] if fix else []), ".")
    python("-m", "ruff", "format", *([] if fix else ["--check"]), ".")
    python("-m", "mypy")


@task()
def accept(c: Any) -> None:
    """Rewrite the golden files; review the difference before you commit it."""
    import os

    os.environ["GLOSE_ACCEPT"] = "1"
    python("-m", "pytest", "-q", "-k", "golden", "-p", "no:randomly")
    subprocess.run(["git", "status", "--short", "tests"], cwd=ROOT, check=False)


@task()
def lock(c: Any) -> None:
    """Pin every dependency with its hashes: requirements.txt for users, requirements-dev.txt for developers."""
    common = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--quiet",
    ]
    common += ["--no-annotate", "--custom-compile-command", "invoke lock"]
    python("-m", "uv", "pip", "compile", "pyproject.toml", *common, "-o", "requirements.txt")
    python(
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--group",
        "dev",
        *common,
        "-o",
        "requirements-dev.txt",
    )


@task()
def clean(c: Any) -> None:
    """Remove what can be made again: output/, caches, stages."""
    from plugins.digest.publish import MANIFEST

    for name in (".glose", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    if (ROOT / "output" / MANIFEST).is_file():
        shutil.rmtree(ROOT / "output")
