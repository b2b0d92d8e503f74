"""“Adding a format”, done as the documentation tells: one module, one line, and the made-up seed is an article."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

from glose.digest.markdown import parse
from tests.docs.manual import blocks, text

PAGE = "docs/how/add-a-format.md"


def follow(checkout: Path) -> None:
    """Does what the page says."""
    (module,) = (block for block in blocks("python", PAGE) if block.text.startswith("# plugins/"))
    (checkout / module.text.partition("\n")[0].removeprefix("# ")).write_text(module.text, encoding="utf-8")
    (line,) = (block for block in blocks("python", PAGE) if block.text.startswith("    "))
    formats = checkout / "plugins/glose/digest/readers/formats.py"
    opening = "READERS = (\n"
    source = formats.read_text(encoding="utf-8")
    assert source.count(opening) == 1
    formats.write_text(source.replace(opening, opening + line.text), encoding="utf-8")


def convert(project: Path) -> dict[str, Path]:
    """The articles by the names of their seeds."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "convert"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = sorted((project / "content" / "articles").glob("*.md"))
    return {parse(file.read_text(encoding="utf-8"), file.name)[0]["seed"]["path"]: file for file in found}


def test_a_seed_of_the_new_format_becomes_an_article_and_others_stay_what_they_were(checkout: Path) -> None:
    (seed,) = blocks("text", PAGE, kind="telex")
    follow(checkout)
    (checkout / "seeds" / "a.txt").write_text(seed.text, encoding="utf-8")
    (checkout / "seeds" / "b.txt").write_text(
        "Un titre\n\nTELEX, dit ce texte. Rien de plus.\n", encoding="utf-8"
    )
    articles = convert(checkout)
    fields, body = parse(articles["a.txt"].read_text(encoding="utf-8"), "a.md")
    assert fields["title"] == "Ville-Exemple : le pont a ouvert"
    assert fields["date"] == datetime.fromisoformat("2016-03-15T17:42:00+01:00")
    assert (fields["date_source"], fields["source"], fields["lang"]) == ("metadata", "Agence Test", "fr")
    assert body.splitlines() == [
        "Le pont de Ville-Exemple a ouvert mardi, selon l'Agence Test.",
        "",
        "Il avait été fermé dix jours.",
    ]
    raw, _ = parse(articles["b.txt"].read_text(encoding="utf-8"), "b.md")
    assert (raw["title"], raw["status"]) == ("Un titre", "draft")


def test_without_the_line_the_same_seed_is_raw_text(checkout: Path) -> None:
    (seed,) = blocks("text", PAGE, kind="telex")
    (checkout / "seeds" / "a.txt").write_text(seed.text, encoding="utf-8")
    fields, _ = parse(convert(checkout)["a.txt"].read_text(encoding="utf-8"), "a.md")
    assert fields["title"] == "%TELEX 1"


def test_the_page_says_where_module_and_line_go() -> None:
    assert "`plugins/glose/digest/readers/`" in text(PAGE)
    assert "`READERS`" in text(PAGE)
