"""A whole site of the oddest seeds that anybody may send: converted, built, and read back."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from glose.digest.check.site import site_faults
from glose.digest.markdown import parse
from glose.digest.text.clean import NO_XML
from glose.tasks.site_build import build
from tests.batch.digest import Digest, dispatch
from tests.markdown import odd

EDITIONS = ("fr", "en")
TITLES = (
    *("?" * 300, "🎉" * 40, "جبهة النصرة", "é" * 2000, "---", "[[x]]", "{filename}x", "no", "1e3"),
    *("a: b # c", "<b>"),
)
PLANTED: tuple[tuple[str, dict[str, object]], ...] = (
    (dispatch(1), {"slug": "pont", "lang": "ar"}),
    (dispatch(2), {"slug": "pont", "lang": "es"}),
    (
        dispatch(3),
        {"slug": "lac", "lang": "und", "authors": ["Anne\x02 Exemple", "\u202eElpmexe", "", " \u200b"]},
    ),
    (
        dispatch(4),
        {"slug": "lac", "lang": "pt-BR", "tags": ["", "\ufffe", "C++", "c", "Ç"], "category": "..."},
    ),
    (dispatch(5), {"aliases": ["/vieux/", "/vieux", "/caf%C3%A9/", "/%78/"]}),
    (dispatch(6) + "\n\nLe conseil a voté ()\n\nLe maire aussi []", {"source": "()", "byline": "Par ()"}),
    ("Chronologie\n\n" + "\n\n".join(f"Le 3 mars {1000 + n}, on vota." for n in range(600)), {"lang": "fr"}),
    (dispatch(7), {"status": "retracted"}),
    *((dispatch(20 + number), {"title": title}) for number, title in enumerate(TITLES)),
)


def drawn(count: int) -> list[tuple[str, dict[str, object]]]:
    """The same odd seeds with their sidecars each time."""
    found: list[tuple[str, dict[str, object]]] = []

    @settings(max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(st.tuples(odd.seeds, odd.sidecars))
    def collect(pair: tuple[str, dict[str, object]]) -> None:
        found.append(pair)

    collect()
    return found


def test_whatever_was_converted_is_built_and_what_was_not_is_told(project: Path) -> None:
    digest = Digest(project)
    for number, (text, sidecar) in enumerate((*PLANTED, *drawn(60))):
        data = text.encode("utf-8", "surrogatepass")
        digest.seed(f"{number:03d}.txt", data, {"date": "2016-03-15", **sidecar})
    report = digest.convert(editions=EDITIONS)
    told = {outcome.seed: outcome for outcome in report.outcomes()}
    assert len(told) >= len(PLANTED) + 60
    for outcome in told.values():
        assert outcome.kind in ("written", "failed", "set aside")
        assert outcome.kind != "failed" or all(fault.todo for fault in outcome.faults)
    assert all(told[f"seeds/{number:03d}.txt"].kind == "written" for number in range(len(PLANTED)))
    assert sum(outcome.kind == "written" for outcome in told.values()) > len(PLANTED) + 20

    output = project / "output"
    build(project, output, overrides={"EDITIONS": EDITIONS, "SITEURL": "https://exemple.test"})
    pages = {file: file.read_text(encoding="utf-8") for file in output.rglob("*.html")}
    for text in pages.values():
        assert not NO_XML.search(text)
    for file in output.rglob("*.xml"):
        ElementTree.fromstring(file.read_bytes())  # noqa: S314  our own
    for file in output.rglob("*.json"):
        assert not NO_XML.search(str(json.loads(file.read_bytes())))
    shown = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)) for text in pages.values())
    squeezed = re.sub(r"\W", "", shown)
    for article in sorted(digest.articles.glob("*.md")):
        fields, _ = parse(article.read_text(encoding="utf-8"), article.name)
        if fields["status"] == "published":
            assert re.sub(r"\W", "", fields["title"]) in squeezed
            assert any(fields["slug"] in file.parts for file in pages)
    assert not [fault for fault in site_faults(output) if fault.what.startswith("site:")]
    assert digest.convert(editions=EDITIONS).kinds.keys() <= {"failed", "set aside"}
