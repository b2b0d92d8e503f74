"""docs/architecture.md and docs/site.md speak of what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.manual import ROOT, code, prose, rows

PAGE = "docs/architecture.md"


def test_every_part_of_the_library_is_in_the_table() -> None:
    told = {Path(span).name for row in rows(PAGE, "## Where things are") for span in code(row[0])}
    parts = {path.name for path in (ROOT / "plugins" / "glose" / "digest").iterdir()} - {
        "__init__.py",
        "__pycache__",
    }
    assert parts - told == set()


@pytest.mark.parametrize(
    "span", sorted({span for span in code(prose(PAGE)) if re.fullmatch(r"[\w/.]+(?:\.py|/)", span)})
)
def test_every_file_and_folder_that_it_names_exists(span: str) -> None:
    assert any(
        (folder / span).exists()
        for folder in (ROOT, ROOT / "plugins" / "glose", ROOT / "plugins" / "glose" / "digest")
    )


@pytest.mark.parametrize("number", range(1, 11))
def test_every_module_that_the_trace_names_exists(number: int) -> None:
    (step,) = re.findall(rf"^{number}\. (.*?)(?=^\d+\. |^`|^## |\Z)", prose(PAGE), re.M | re.S)
    for span in code(step):
        if re.fullmatch(r"[a-z]+_[a-z]+|listings|editions|batch", span) and span not in ("date_source",):
            homes = [*(ROOT / "plugins").rglob(f"{span}.py"), ROOT / "plugins" / "glose" / "digest" / span]
            assert any(home.exists() for home in homes), span


def test_every_address_that_the_site_is_said_to_have_is_there(reader_site: Path) -> None:
    for addresses, _ in rows("docs/site.md", "## Pages"):
        for address in code(addresses):
            path = address.lstrip("/") if address.startswith("/") else f"feeds/{address}"
            pattern = re.sub(r"<\w+>", "*", path.partition("?")[0])
            pattern += "index.html" if pattern.endswith("/") or not pattern else ""
            assert any(reader_site.glob(pattern)), address
