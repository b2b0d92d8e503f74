"""A setting that nobody knows does nothing: one that is nearly known is a fault, another one a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.check.names import line_of
from glose.digest.model.errors import DigestError
from glose.tasks.settings import Site, read_site
from tests.languages.digest import digest

PLUGIN = (
    '"""Of somebody else."""\n\n\ndef register():\n    print(settings.get("COUNTED_WORDS"), "SITE_NAME")\n'
)


def read(root: Path, settings: str) -> Site:
    return read_site(digest(root, settings))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('SITE_NAME = "x"', "SITE_NAMES"),
        ('SITNAME = "x"', "SITENAME"),
        ('SITE_URL = "https://news.sampletown.net"', "SITEURL"),
        ('EDITION = ("en",)', "EDITIONS"),
        ('TIMZONE = "UTC"', "TIMEZONE"),
        ("DEFAULT_PAGINATOIN = 3", "DEFAULT_PAGINATION"),
        ('ARTICLE_PATH = ["x"]', "ARTICLE_PATHS"),  # Pelican's own
        ("GLOSSARY_POLICIES = {}", "GLOSSARY_POLICY"),
    ],
)
def test_a_slip_is_told_at_its_line_with_what_was_meant(tmp_path: Path, line: str, meant: str) -> None:
    with pytest.raises(DigestError) as caught:
        read(tmp_path, f'SITENAME = "Exempla"\n{line}')
    name = line.split(" ")[0]
    assert str(caught.value) == f"pelicanconf.py:4: {name} is no setting; did you mean {meant}?"


@pytest.mark.parametrize("line", ["raise SystemExit", "import sys; sys.exit(0)", "import absent", "1 / 0"])
def test_settings_that_cannot_be_run_to_their_end_are_told_at_their_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(DigestError) as caught:
        read(tmp_path, f'SITENAME = "Exempla"\n{line}')
    assert str(caught.value).startswith("pelicanconf.py:4: the settings cannot be read: ")
    assert str(caught.value).endswith("; mend that line")


@pytest.mark.parametrize("value", ["3", "[3]", "{3: 3}", "None"])
def test_agencies_of_another_shape_are_told_to_every_task(tmp_path: Path, value: str) -> None:
    with pytest.raises(DigestError, match=r"pelicanconf\.py:3: AGENCIES: .*; write it like"):
        read(tmp_path, f"AGENCIES = {value}")


@pytest.mark.parametrize(
    "settings",
    [
        "",
        'SITENAME = "Exempla"\nMAP = ""\nUNTRANSLATED = 5',
        "SUMMARY_MAX_LENGTH = 3\nARTICLE_EXCLUDES = []",  # Pelican's own
        "_SITE_NAME = 3\nsite_names = 4",  # no settings, but names of the file's own
    ],
)
def test_nothing_is_said_of_settings_that_somebody_reads(tmp_path: Path, settings: str) -> None:
    assert [str(one) for one in read(tmp_path, settings).notes() if "is a setting" in str(one)] == []


@pytest.mark.parametrize(
    "name", ["COLOURS", "ARTICLE_URL"]
)  # Pelican's own: this engine's addresses are fixed
def test_a_setting_that_is_near_none_is_a_note_with_its_line(tmp_path: Path, name: str) -> None:
    site = read(tmp_path, f"{name} = 3")
    assert [str(one) for one in site.notes()] == [
        f"pelicanconf.py:3: {name} is a setting that nobody reads; "
        "take it out, or name the plugin that reads it in PLUGINS"
    ]


@pytest.mark.parametrize("place", ["plugins", "installed"])
def test_the_settings_of_a_plugin_are_its_own_affair(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that is nearly ours: the plugin is read, and not run."""
    lines = "COUNTED_WORDS = 3\nSITE_NAME = 'x'\nOTHER_WORDS = 4"
    root = tmp_path / "digest"
    root.mkdir()
    if place == "plugins":
        (root / "plugins").mkdir()
        (root / "plugins" / "counting.py").write_text(PLUGIN, encoding="utf-8")
    else:
        (tmp_path / "counting_words").mkdir()
        (tmp_path / "counting_words" / "__init__.py").write_text(PLUGIN, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        lines += '\nPLUGINS = [*PLUGINS, "counting_words"]'
    told = [fault.what for fault in read(root, lines).notes()]
    assert told == ["OTHER_WORDS is a setting that nobody reads"]


def test_a_slip_in_the_settings_of_production_is_told_there_and_one_before_it_in_its_own_file(
    tmp_path: Path,
) -> None:
    root = digest(tmp_path, "COLOURS = 3")
    address = 'SITEURL = "https://news.sampletown.net"'
    (root / "publishconf.py").write_text(
        f"from pelicanconf import *\n\n{address}\nSHADES = 4\n", encoding="utf-8"
    )
    assert [(one.path, one.line) for one in read_site(root, "publishconf.py").notes()] == [
        ("pelicanconf.py", 3),
        ("publishconf.py", 4),
    ]


def test_the_line_of_a_setting_is_where_it_has_its_value() -> None:
    text = "# SHADE = 1\nOTHER = SHADE_OF = 2\nif SHADE == 3:\n    pass\nA, SHADE = 4, 5\n"
    assert [line_of(name, text) for name in ("SHADE", "SHADE_OF", "GONE")] == [5, 2, None]
