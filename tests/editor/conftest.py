"""A project with an article, notes and entries, and the real server of `invoke serve` over it, without its builds."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from glose.tasks.editor import PLACE, Desk
from glose.tasks.listening import serve
from glose.tasks.reloading import Reloader
from glose.tasks.settings import Site, read_site

PAGE = "/2016/03/15/le-pont/"
ARABIC = "/ar/2016/03/16/al-jisr/"
ARTICLE = """---
title: Le pont rouvre
slug: le-pont
lang: fr
date: 2016-03-15
status: published
image: {caption: "Le pont d'Exempleville, photographié hier."}
---

Le pont d'Exempleville rouvrira mardi, a dit le maire à l'Agence Test.

Le budget du pont a été dépassé de 30 %, a rappelé le maire. Le pont est vieux.

Le pont d'Exempleville rouvrira mardi, a dit aussi le préfet.
"""
ON_THE_BRIDGE = """---
title: الجسر
slug: al-jisr
lang: ar
date: 2016-03-16
status: published
---

قال رئيس البلدية إن الجسر سيفتح يوم الثلاثاء.
"""
NOTES = """\
# The desk's notes.
- id: budget
  kind: context  # not a verdict
  on: "Le |budget du pont| a été dépassé"
  body: {fr: "Il était de 3 millions.", en: 'It was 3 million.'}
  by: Anne Exemple
  created: 2016-03-20
  sources:
    - title: Registre d'exemple
      url: https://registre.example/pont
"""
ENTRY = """---
type: place
names:  # the town
  - {text: Exempleville, lang: fr, role: pref}
senses:
  - short:
      fr: Ville d'exemple, au bord du fleuve.
sources:
  - title: Registre d'exemple
    url: https://registre.example/ville
as_of: 2016-03-20
status: reviewed
match: {case: exact}  # not the adjective
---

## fr

Une ville.
"""


@dataclass
class Answer:
    status: int
    said: dict[str, Any]


class Asked:
    """The server as its own page asks it, unless a test says otherwise."""

    def __init__(self, own: Site, desk: Desk, port: int) -> None:
        self.own, self.desk, self.port = own, desk, port

    @property
    def notes_file(self) -> Path:
        return self.own.content / "notes" / "le-pont.yaml"

    def headers(self, **other: str | None) -> dict[str, str]:
        usual: dict[str, str | None] = {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
            "X-Glose-Token": self.desk.token,
        }
        usual |= {key.replace("_", "-"): value for key, value in other.items()}
        return {key: value for key, value in usual.items() if value is not None}

    def raw(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer.status, said, answer.headers

    def __call__(self, task: str, **request: Any) -> Answer:
        status, said, _ = self.raw("POST", PLACE + task, json.dumps(request).encode(), self.headers())
        return Answer(status, json.loads(said))

    def stamp(self, page: str = PAGE) -> str:
        return str(self("notes", page=page).said["stamp"])

    def save(self, note: dict[str, Any], id: str = "", page: str = PAGE) -> Answer:
        return self("note", page=page, stamp=self.stamp(page), id=id, note=note)


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Asked]:
    root = tmp_path / "project"
    for folder in ("content/articles", "content/notes", "content/glossary", "seeds", "output"):
        (root / folder).mkdir(parents=True)
    settings = (
        'SITENAME = "Essai"\nAUTHOR = "Anne Exemple"\nDEFAULT_LANG = "fr"\nEDITIONS = ("fr", "en", "ar")\n'
    )
    (root / "pelicanconf.py").write_text(settings, encoding="utf-8")
    content = root / "content"
    (content / "articles" / "le-pont.md").write_text(ARTICLE, encoding="utf-8")
    (content / "articles" / "jisr.md").write_text(ON_THE_BRIDGE, encoding="utf-8")
    (content / "notes" / "le-pont.yaml").write_text(NOTES, encoding="utf-8")
    (content / "glossary" / "exempleville.md").write_text(ENTRY, encoding="utf-8")
    page = root / "output" / "2016" / "03" / "15" / "le-pont"
    page.mkdir(parents=True)
    policy = "default-src 'none'; style-src 'sha256-a'; script-src 'sha256-b'"
    (page / "index.html").write_text(f'<meta content="{policy}"><body>Le pont</body>', encoding="utf-8")
    own = read_site(root)
    desk = Desk(own)
    server = serve(own.output, 0, Reloader(), desk)
    yield Asked(own, desk, server.server_port)
    server.shutdown()
    server.server_close()


def a_note(**more: Any) -> dict[str, Any]:
    """What a form sends."""
    usual = {
        "kind": "context",
        "on": "a dit |aussi| le préfet",
        "body": {"fr": "Le préfet parle."},
        "sources": [{"title": "Registre", "url": "https://registre.example/"}],
    }
    return {key: value for key, value in (usual | more).items() if value is not None}
