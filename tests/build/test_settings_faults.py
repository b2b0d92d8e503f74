"""A slip in the settings is named before a page is made: what it would do otherwise is silent, or a riddle."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import pelicanconf
from glose.digest.build import sources
from glose.digest.check.settings import settings_faults
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError
from glose.tasks.site_build import build
from tests.build.test_site_build import article
from tests.digest import ROOT

OWN = {name: value for name, value in vars(pelicanconf).items() if name.isupper()} | {
    "THEME": str(ROOT / "theme"),
    "NOW": datetime(2026, 1, 1, tzinfo=UTC),
}
SOUND = {"SECURITY_CONTACT": "mailto:a@news.example", "SECURITY_EXPIRES": "2026-06-01T00:00:00+02:00"}


def told(**changed: Any) -> str:
    return "\n".join(map(str, settings_faults(OWN | changed, "pelicanconf.py", Layers.of(ROOT / "theme"))))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"RIGHTS": {"AFP": {"policy": "excrept"}}}, "did you mean 'excerpt'?"),
        ({"RIGHTS": {"AFP": {"polcy": "link"}}}, "did you mean 'policy'?"),
        ({"RIGHTS": {"AFP": "full"}}, "is no policy"),
        ({"EXCERPT_PARAGRAPHS": "two"}, "write one from 1"),
        ({"EXCERPT_PARAGRAPHS": 0}, "write one from 1"),
        ({"UNTRANSLATED": -1}, "write one from 0"),
        ({"UNTRANSLATED": "all"}, "write one from 0"),
        ({"GLOSSARY_POLICY": {"firts": "all"}}, "did you mean 'first'?"),
        ({"GLOSSARY_POLICY": {"first": "ever"}}, "write one of article, section, all"),
        ({"GLOSSARY_POLICY": {"per_paragraph": "1"}}, "is no number"),
        ({"GLOSSARY_POLICY": {"skip": "afp"}}, "skip is no list"),
        ({"GLOSSARY_POLICY": {"force": ("the Front", "front")}}, "force is no list"),
        ({"TIMEZONE": "Mars/Exemple"}, "is no time zone"),
        ({"PLUGINS": ["plugins.articles"]}, "write glose.articles"),
        ({"PLUGINS": []}, "lacks glose.frame"),
        ({"PLUGINS": ["sitemap", "glose.articles"]}, "[*PLUGINS, "),
        ({"SITEURL": ["https://news.sampletown.net"]}, "is no address of a site"),
        ({"EDITIONS": ("fr", "xx")}, "'xx' is no language that CLDR knows"),
        ({"EDITIONS": "fr"}, "is not a list of texts"),
        ({"EDITORS": ("La rédaction")}, "is not a list of texts"),
        ({"AGENCIES": ["AGEX"]}, "no list of codes by name"),
        ({"AGENCIES": {"Agence Exemple": ""}}, "no name with its code"),
        ({"AGENCIES": {"Agence Exemple": "AG EX"}}, "no name with its code"),
        ({"SITE_NAMES": ["journal.example"]}, "no list of names by host"),
        ({"SITE_NAMES": {"https://journal.example/": "Journal"}}, "no host with its name"),
        ({"MAP": "levnat.json"}, "did you mean 'levant.json'?"),
        ({"MAP": 1}, "no file's name"),
        ({"SITEURL": "news.example"}, "SITEURL"),
        ({"SITEURL": "https://news.example/"}, "SITEURL"),
        ({"REPORT_ERROR": "javascript:alert(1)"}, "REPORT_ERROR"),
        ({"SECURITY_CONTACT": "mailto:a@news.example"}, "go together"),
        (SOUND | {"SECURITY_CONTACT": "a@news.example"}, "is no address"),
        (SOUND | {"SECURITY_CONTACT": "mailto:a@news.example\nX: y"}, "is no address"),
        (SOUND | {"SECURITY_EXPIRES": "2026-06-01"}, "no moment with an offset"),
        (SOUND | {"SECURITY_EXPIRES": "2025-12-31T00:00:00+01:00"}, "has passed"),
    ],
)
def test_a_slip_is_named_with_what_to_write(changed: dict[str, Any], words: str) -> None:
    assert words in told(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        SOUND,
        {"PLUGINS": ["glose.frame", "glose.articles", "sitemap"]},
        {"PLUGINS": ["glose.articles"]},
        {"MAP": ""},
        {"UNTRANSLATED": 0},
        {"RIGHTS": {"AFP": {"policy": "link", "note": "n"}}, "EXCERPT_PARAGRAPHS": 3},
        {"GLOSSARY_POLICY": {"force": (("the Front", "front"),)}},
        {"EDITIONS": ("fr", "de")},
        {"GLOSSARY_POLICY": {"first": "all", "per_paragraph": 2, "skip": frozenset({"x"})}},
        {"SITEURL": "https://news.example/digest", "EDITIONS": ["fr", "en", "ar"]},
    ],
)
def test_nothing_is_said_of_settings_that_are_right(changed: dict[str, Any]) -> None:
    assert told(**changed) == ""


def test_a_build_with_a_misspelt_policy_shows_nothing_at_all(project: Path) -> None:
    article(project)
    with pytest.raises(DigestError, match="excrept"):
        build(project, project / "output", overrides={"RIGHTS": {"AFP": {"policy": "excrept"}}})
    assert not (project / "output").exists()


def test_security_txt_stands_where_it_is_looked_for_and_only_when_somebody_answers(project: Path) -> None:
    article(project)
    file = project / "output/.well-known/security.txt"
    site = {"SITEURL": "https://news.example/sub"}
    build(project, project / "output", overrides=site)
    assert not file.exists()
    expires = f"{datetime.now(UTC).year + 1}-06-01T00:00:00+02:00"
    build(project, project / "output", overrides=site | SOUND | {"SECURITY_EXPIRES": expires})
    assert file.read_text(encoding="utf-8").splitlines() == [
        "Contact: mailto:a@news.example",
        f"Expires: {expires}",
        "Preferred-Languages: fr, en",
        "Canonical: https://news.example/sub/.well-known/security.txt",
    ]


def test_an_error_in_a_template_is_told_with_its_file_and_line(checkout: Path) -> None:
    article(checkout)
    home = checkout / "theme/templates/home.html"
    good = home.read_text(encoding="utf-8")
    for bad in ("{% if %}", "{{ nope.nope }}"):
        lines = good.split("\n")
        at = next(n for n, row in enumerate(lines) if "{% block" in row and "endblock" not in row) + 1
        home.write_text("\n".join([*lines[:at], bad, *lines[at:]]), encoding="utf-8")
        with pytest.raises(DigestError, match=rf"theme/templates/home\.html:{at + 1}: "):
            build(checkout, checkout / "output")


def test_a_contact_that_has_passed_since_stops_a_build_for_which_nothing_else_is_new(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "TICK", 0)  # nothing is written to while it is looked at
    monkeypatch.setattr(sources, "COARSE", 0)
    settings = project / "pelicanconf.py"
    own = settings.read_text(encoding="utf-8")

    def built(year: int) -> None:
        moment = f"\nNOW = datetime({year}, 1, 1, tzinfo=UTC)\n"
        named = "".join(f"{name} = {value!r}\n" for name, value in SOUND.items())
        settings.write_text(own + moment + named, encoding="utf-8")
        build(project, project / "output")

    built(2025)
    built(2026)
    with pytest.raises(DigestError, match="has passed"):
        built(2027)
