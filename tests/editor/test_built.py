"""A site that is built holds no byte of the editor, and its policy allows it nothing."""

from __future__ import annotations

from pathlib import Path

from glose.tasks.editor.desk import FOLDER


def test_no_file_of_a_reader_site_speaks_of_the_editor(reader_site: Path) -> None:
    names = [file.name for file in FOLDER.iterdir()]
    assert "editor.js" in names
    for file in sorted(one for one in reader_site.rglob("*") if one.is_file()):
        raw = file.read_bytes()
        for word in (
            b"/.glose/",
            b"glose-edit",
            b"glose-serve",
            b"glose-draft",
            b"EventSource",
            b"data-token",
            b"X-Glose",
            b"sessionStorage.setItem(OPEN",
        ):
            assert word not in raw, file
        if file.suffix == ".html":
            assert b"script-src 'self' 'self'" not in raw, file
    assert not [file for file in reader_site.rglob("*") if file.name in set(names) - {"index.html"}]


def test_the_scripts_make_no_markup_of_texts_and_keep_the_token_to_a_header() -> None:
    scripts = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.js")}
    for name, text in scripts.items():
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
            "style=",
        ):
            assert word not in text, name
    assert [name for name, text in scripts.items() if "token" in text] == ["ask.js"]
