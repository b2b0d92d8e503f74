"""`glose new`: a digest of one's own, which builds, passes its check, and has a file for its forge's CI."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from string import Template
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

from invoke.exceptions import Exit

from glose import __version__
from glose.digest.check.addresses import is_site
from glose.digest.check.languages import is_known
from glose.digest.text.slips import nearest
from glose.tasks.frame import PROBLEMS, USAGE, choose, task
from glose.tasks.new_entry import TAG
from glose.tasks.voice import result
from glose.tasks.words import later, say

STARTER = Path(__file__).resolve().parents[1] / "starter"
FORGES = {
    "github": ".github/workflows/digest.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/digest.yml",
}
"""Where each looks for what it is to run."""
FOLDERS = (
    *("content/articles", "content/glossary", "content/notes", "content/pages", "content/images"),
    *("seeds", "wheels"),
)
KEEP = ".gitkeep"
"""Git knows no empty folder."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What has to be known of a digest to begin it."""

    name: str
    languages: tuple[str, ...]
    """The root's first."""
    zone: str
    agencies: tuple[tuple[str, str], ...] = ()
    """Name, and code."""
    url: str = ""

    def values(self) -> dict[str, str]:
        """What the starter's files say of it, as Python reads it where they are programs."""
        languages = "".join(f"{_quoted(lang)}, " for lang in self.languages)
        agencies = ", ".join(f"{_quoted(name)}: {_quoted(code)}" for name, code in self.agencies)
        return {
            "title": self.name,
            "name": _quoted(self.name),
            "lang": _quoted(self.languages[0]),
            "languages": f"({languages.rstrip()})",
            "zone": _quoted(self.zone),
            "agencies": f"{{{agencies}}}",
            "url": _quoted(self.url),
            "version": __version__,
        }


HELP = {
    "folder": "the digest's own, which must be empty or not there",
    "name": "what the site is called",
    "languages": "of its editions, that of the root first: en,de",
    "zone": "where its days begin: Europe/Berlin",
    "agencies": "your own, each with its code: 'Sample Wire=SAWI, Muster-Dienst=MUDI'",
    "url": "where it will be published, if you know it: https://news.example/digest",
    "ci": f"whose CI builds it: {', '.join(FORGES)} or none",
}
USUAL = {"ci": "github"}


@task(help=HELP, positional=["folder"])
def site(
    _: object,
    folder: str,
    name: str = "",
    languages: str = "",
    zone: str = "",
    agencies: str = "",
    url: str = "",
    ci: str = USUAL["ci"],
) -> None:
    """Begin a digest of your own: settings, tasks, folders, and its CI; asks for what no option says."""
    if folder.startswith("-"):
        raise Exit(
            say("{folder}: is no folder; `invoke --help new.site` tells the options", folder=folder), USAGE
        )
    place = Path(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Exit(
            say("{folder}: is there already; name a folder that is empty or not there", folder=folder),
            PROBLEMS,
        )
    asks = sys.stdin.isatty()
    choose("ci", ci, (*FORGES, "none"))
    digest = Digest(
        name.strip() or (asks and _answer(say("name of the site"))) or place.resolve().name,
        _languages(languages or (asks and _answer(say("languages, the first at the root [en]"))) or "en"),
        _zone(zone or (asks and _answer(say("time zone [UTC]"))) or "UTC"),
        tuple(_agencies(agencies or (asks and _answer(say("agencies of your own, as Name=CODE []"))) or "")),
        _address(url.strip()),
    )
    lay(digest, place, ci)
    languages = ", ".join(digest.languages)
    begun = say(STARTED, name=digest.name, languages=languages, zone=digest.zone)
    result(f"{folder}: {begun}{_engine(place)}")


STARTED = later(
    "{name}, in {languages}, days of {zone}; put what you are sent into seeds/, then run `invoke serve` there"
)


def lay(digest: Digest, place: Path, ci: str) -> None:
    """Writes the digest's files into `place`."""
    for name in FOLDERS:
        (place / name).mkdir(parents=True)
        (place / name / KEEP).touch()
    values = digest.values()
    for file in sorted((STARTER / "files").iterdir()):
        name = ".gitignore" if file.stem == "gitignore" else file.stem
        text = Template(file.read_text(encoding="utf-8")).substitute(values)
        (place / name).write_text(text, encoding="utf-8", newline="")
    shutil.copyfile(STARTER / "Containerfile", place / "Containerfile")
    shutil.copyfile(STARTER / "dockerignore", place / ".dockerignore")
    shutil.copytree(STARTER / "systemd", place / "systemd", copy_function=shutil.copyfile)
    if ci != "none":
        target = place / FORGES[ci]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STARTER / "ci" / f"{ci}.yml", target)


def _engine(place: Path) -> str:
    """Puts the wheel that we come from beside the digest, so that others install the same; else says what to do."""
    try:
        origin = json.loads(metadata.distribution("glose").read_text("direct_url.json") or "{}")
    except metadata.PackageNotFoundError:
        origin = {"url": "file:///"}
    if "url" not in origin:
        return ""  # an index has it
    wheel = Path(unquote(urlsplit(origin["url"]).path))
    if wheel.suffix == ".whl" and wheel.is_file():
        shutil.copyfile(wheel, place / "wheels" / wheel.name)
        return ""
    told = say(
        "requirements.txt names glose {version}: put its wheel into {place}",
        version=__version__,
        place=place / "wheels",
    )
    return f"\n{told}"


def _quoted(text: str) -> str:
    """The text as Python writes it, in double quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def _answer(question: str) -> str:
    try:
        return input(f"{question}: ").strip()
    except EOFError:
        raise Exit(say("nothing was written: the questions were not answered"), USAGE) from None


def _languages(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for tag in found:
        if not TAG.fullmatch(tag) or not is_known(tag):
            raise Exit(
                say("--languages {text}: {tag} is no language; write tags like en,de", text=text, tag=tag),
                USAGE,
            )
    if not found:
        raise Exit(say("--languages: name one at least, like en,de"), USAGE)
    return found


def _zone(text: str) -> str:
    zones = available_timezones()
    if text not in zones:
        todo = nearest(text, sorted(zones), say(LIKE))
        raise Exit(say("--zone {text}: is no time zone; {todo}", text=text, todo=todo), USAGE)
    return text


LIKE = later("write one like Europe/Berlin")


def _address(text: str) -> str:
    if text and not is_site(text):
        raise Exit(
            say(
                "--url {text}: is no address of a site; write it like https://news.example/digest", text=text
            ),
            USAGE,
        )
    return text


def _agencies(text: str) -> Iterator[tuple[str, str]]:
    for part in filter(str.strip, text.split(",")):
        name, equals, code = (side.strip() for side in part.partition("="))
        if not name or not equals or len(code.split()) != 1:
            raise Exit(say("--agencies {part}: write each as Sample Wire=SAWI", part=part.strip()), USAGE)
        yield name, code
