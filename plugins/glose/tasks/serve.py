"""`invoke serve`: the site as it becomes while one writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from glose.tasks.frame import PROBLEMS, ROOT, USAGE, Whole, task
from glose.tasks.frame import site as project
from glose.tasks.words import say

PORT = Whole(8000)


@task(
    help={
        "port": "port to begin with: where it is taken, the next one is; 0 takes any",
        "host": "another name or address by which it may be asked, repeatable; listened on if it is this machine's",
        "drafts": "show drafts and what is held, too, each marked as such",
    },
    iterable=["host"],
)
def serve(c: Any, host: list[str], port: int = PORT, drafts: bool = False) -> None:
    """Build, serve on this machine, rebuild on a change and reload the browser."""
    from glose.tasks.dev_server import Answers
    from glose.tasks.draft_marks import LIST, DraftMarks
    from glose.tasks.editor import Desk
    from glose.tasks.listening import next_free
    from glose.tasks.ports import holder
    from glose.tasks.reloading import Reloader
    from glose.tasks.search_aside import SearchAside
    from glose.tasks.serving import Serving

    if not 0 <= port < 2**16:
        raise Exit(say("--port {port}: choose one from 0 to 65535", port=str(port)), USAGE)
    names = [one.strip().lower() for one in host]
    if wrong := [one for one in names if not one or set("/@ ") & set(one)]:
        raise Exit(
            say(
                "--host {host}: a name or an address alone, like preview.example or 192.0.2.7", host=wrong[0]
            ),
            USAGE,
        )
    site, reloader = project(), Reloader()
    folder = ROOT / ".glose" / ("drafts" if drafts else "serve")
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(f"{folder.name}-search")
    search = SearchAside(ROOT, folder, beside, lambda says: reloader.tell(search=says))
    desk = Desk(site)
    asked = frozenset(f"[{one}]" if ":" in one else one for one in names)
    marks = DraftMarks(folder) if drafts else None
    answers = Answers(folder, reloader, desk, asked, marks, search.folders)
    try:
        servers = next_free(answers, port, names)
    except OSError as error:
        raise Exit(
            say("port {port}: {why}; name another with --port", port=str(port), why=error.strerror), PROBLEMS
        ) from None
    at = servers[0].server_port
    if port and at != port:
        by = holder(port)
        taken = say("port {port} is taken by {by}; port {at} it is", port=str(port), by=by, at=str(at))
        print(taken if by else say("port {port} is taken; port {at} it is", port=str(port), at=str(at)))

    def ready() -> None:
        shown = [f"http://127.0.0.1:{at}/", *(f"http://{one}:{at}/" for one in answers.names)]
        print(f"{', '.join(shown)}  ({say('Ctrl-C ends')})", flush=True)
        if marks:
            listed = f"{shown[0].rstrip('/')}{LIST}"
            print(
                say("not published: {count}, listed at {address}", count=len(marks.drafts), address=listed),
                flush=True,
            )

    Serving(site, Path(folder), reloader, desk, search, drafts).keep_up(ready)
