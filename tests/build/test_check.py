"""What is wrong in content/ is told with its place."""

from __future__ import annotations

from pathlib import Path

from glose.digest.build.load import source_faults
from glose.digest.build.sources import Sources
from glose.digest.check.texts import article_texts

HEADER = (
    "---\ntitle: Essai\nslug: essai\nlang: fr\nstatus: published\ndate: 2016-03-15T00:00:00+01:00\n---\n\n"
)


def content(root: Path, text: str) -> Path:
    (root / "content" / "articles").mkdir(parents=True)
    (root / "content" / "glossary").mkdir()
    (root / "content" / "articles" / "essai.md").write_bytes(text.encode("utf-8", "surrogateescape"))
    return root / "content"


SETTINGS = {"SITENAME": "Exemple", "DEFAULT_LANG": "fr", "EDITIONS": ("fr",), "TIMEZONE": "Europe/Paris"}


def said(root: Path) -> list[str]:
    folder = root / "content"
    return [str(one) for one in source_faults(Sources(root, folder, folder / "glossary", SETTINGS))]


def test_sources_that_are_right_have_no_fault(tmp_path: Path) -> None:
    content(tmp_path, HEADER + "Un essai.")
    assert said(tmp_path) == []


def test_a_file_that_is_not_utf8_is_named_with_its_byte(tmp_path: Path) -> None:
    content(tmp_path, HEADER + "Tr\udceave")
    assert said(tmp_path) == ["content/articles/essai.md: is not UTF-8 (byte 95); save it as UTF-8"]


def test_a_link_to_a_file_elsewhere_is_no_article(tmp_path: Path) -> None:
    folder = content(tmp_path, HEADER + "Un essai.")
    (tmp_path / "secret.md").write_text(HEADER)
    (folder / "articles" / "lien.md").symlink_to(tmp_path / "secret.md")
    assert said(tmp_path) == ["content/articles/lien.md: is not a regular file; put the text itself here"]


def test_an_articles_text_is_what_its_page_shows_a_block_a_line(tmp_path: Path) -> None:
    folder = content(tmp_path, HEADER + "Un *essai* &amp; deux.\n\n- un\n- deux\n")
    ((path, lang, day, text),) = article_texts(folder, tmp_path)
    assert (path, lang, str(day)) == ("content/articles/essai.md", "fr", "2016-03-15")
    assert [line for line in text.splitlines() if line.strip()] == ["Essai", "Un essai & deux.", "un", "deux"]
