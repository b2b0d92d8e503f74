"""What the editor of a page asks the server for: its scripts, the interface's words, and what is read and written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from glose.digest.model.errors import DigestError
from glose.tasks.editor.gate import PLACE, Headers, Refusal, asked, let_in
from glose.tasks.frame import said_of, within
from glose.tasks.settings import Site
from glose.tasks.words import spoken

FOLDER = Path(__file__).parent / "page"
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_SAID = re.compile(r"""\bt\("((?:[^"\\]|\\.)*)\"""")
"""A word of the interface in a script."""
_TAG = '<script type="module" src="{place}editor.js" data-token="{token}" id="glose-editor"></script>'


class Desk:
    """The editor of one site, for as long as the server runs."""

    def __init__(self, own: Site) -> None:
        self.own = own
        """As its settings are now: the server puts another one here when they were saved."""
        self.token = token_urlsafe(32)

    @property
    def tag(self) -> str:
        """What brings the editor into a page of this server."""
        return _TAG.format(place=PLACE, token=self.token)

    def get(self, path: str) -> tuple[str, bytes] | None:
        """Kind and bytes of a script, of the style, or of the interface's words in a language."""
        name = path.removeprefix(PLACE)
        if name in {file.name for file in FOLDER.iterdir()} and (kind := KINDS.get(Path(name).suffix)):
            return kind, (FOLDER / name).read_bytes()
        if found := re.fullmatch(r"words/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json", name):
            return "application/json", _json(self.words(found[1]))
        return None

    def post(
        self, path: str, headers: Headers, hosts: frozenset[str], read: Callable[[int], bytes]
    ) -> tuple[HTTPStatus, bytes]:
        """Answers a request; `read` gives its body. What is refused, and what fails, is said in JSON."""
        try:
            length = let_in(headers, self.token, hosts)
            request = asked(read(length))
            return HTTPStatus.OK, _json(self._tasks.get(path.removeprefix(PLACE), _unknown)(request))
        except Refusal as refusal:
            return refusal.status, _json(_told(refusal.said))
        except DigestError as error:
            return HTTPStatus.UNPROCESSABLE_ENTITY, _json(_told({"what": within(error), "todo": ""}))
        except Exception as error:  # the form has to be told, whatever it is
            return HTTPStatus.INTERNAL_SERVER_ERROR, _json({"what": said_of(error)[0], "todo": ""})

    @cached_property
    def _tasks(self) -> Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]]:
        from glose.tasks.editor import notes, terms  # when somebody edits: a build needs nothing of it

        return {
            "notes": lambda request: notes.listed(self.own, request.get("page")),
            "quote": lambda request: notes.quotation(self.own, request),
            "note": lambda request: notes.saved(self.own, request),
            "note/delete": lambda request: notes.removed(self.own, request),
            "term": lambda request: terms.opened(self.own, request),
            "term/save": lambda request: terms.saved(self.own, request),
            "term/delete": lambda request: terms.removed(self.own, request),
        }

    def ready(self) -> None:
        """Imports what the first form will need."""
        _ = self._tasks

    def words(self, lang: str) -> dict[str, str]:
        """The interface's words in the language of a page: the theme's, else as the scripts have them."""
        from glose.digest.site.render.theme import Theme

        try:
            catalogue = Theme(self.own.theme).catalogue(lang)
        except DigestError:
            return {}
        found: dict[str, str] = {}
        for message in interface():
            try:
                found[message] = catalogue.text(message)
            except DigestError:
                continue  # a theme of one's own need not speak of this
        return found


def _told(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is refused, and why, in the terminal's language: who sits there is at this machine."""
    words = {key: spoken(said[key]) for key in ("what", "todo")}
    faults = said.get("faults")
    return {**said, **words, **({"faults": [_told(one) for one in faults]} if faults else {})}


def _unknown(request: Mapping[str, Any]) -> dict[str, Any]:
    raise Refusal(HTTPStatus.NOT_FOUND, "there is no such task")


def interface() -> set[str]:
    """Every word of the interface that the scripts say."""
    return {
        json.loads(f'"{message}"')
        for file in sorted(FOLDER.glob("*.js"))
        for message in _SAID.findall(file.read_text(encoding="utf-8"))
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()
