"""A digest in a folder of its own, and seeds for it that are visibly made up."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from glose.digest.batch import Outcome, Report, run
from glose.digest.markdown import parse

NOW = datetime(2016, 4, 1, 12, tzinfo=UTC)
WHO = [
    "le maire",
    "la directrice",
    "le conseil",
    "une habitante",
    "l'association",
    "le syndicat",
    "la préfecture",
    "un voisin",
]
DID = ["a présenté", "a refusé", "a voté", "a visité", "a décrit", "a demandé", "a défendu", "a retiré"]
WHAT = [
    "le projet de pont",
    "le budget du marché",
    "la piste du lac",
    "le plan des écoles",
    "la ligne de bus",
    "le parc",
]
WHERE = [
    "à Ville-Exemple",
    "près du port",
    "devant la gare",
    "dans la vallée",
    "au bord du fleuve",
    "sur la place",
]


def sentences(seed: int, count: int = 3) -> str:
    """Sentences that are the same for the same seed, and others for any other."""
    chance = random.Random(seed)
    parts = [[chance.choice(words) for words in (WHO, DID, WHAT, WHERE)] for _ in range(count)]
    return " ".join(f"{' '.join(part).capitalize()}, selon l'Agence Test." for part in parts)


def dispatch(seed: int = 1, title: str = "", paragraphs: int = 6) -> str:
    """A raw dispatch without a date."""
    title = title or f"Ville-Exemple ouvre le dossier numéro {seed}"
    return "\n\n".join([title, *(sentences(seed * 100 + i) for i in range(paragraphs))]) + "\n"


def ninjs(item: str = "urn:agence.example:1", version: int = 1, seed: int = 1, **fields: Any) -> bytes:
    """An agency's item, sent on 15 March 2016 and renewed a day later for each further version."""
    values = {
        "uri": item,
        "version": str(version),
        "pubstatus": "usable",
        "language": "fr",
        "headline": f"Ville-Exemple ouvre le dossier numéro {seed}",
        "body_text": "\n\n".join(sentences(seed * 100 + i + version) for i in range(5)),
        "firstcreated": "2016-03-15T10:00:00+01:00",
        "versioncreated": f"2016-03-{14 + version}T10:00:00+01:00",
        "byline": "Agence Test",
    }
    return json.dumps(values | fields).encode()


@dataclass(frozen=True)
class Digest:
    """A project's seeds/ and content/."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def articles(self) -> Path:
        return self.content / "articles"

    def seed(self, name: str, data: str | bytes, meta: Mapping[str, Any] | str | None = None) -> Path:
        """Writes a seed, and its sidecar where one is given."""
        file = self.seeds / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        if meta is not None:
            text = meta if isinstance(meta, str) else yaml.safe_dump(dict(meta), allow_unicode=True)
            file.with_name(file.name + ".meta.yaml").write_text(text, encoding="utf-8")
        return file

    def convert(self, **options: Any) -> Report:
        """One conversion, in this process unless `jobs` says otherwise."""
        return run(self.seeds, self.content, **({"now": NOW, "jobs": 0} | options))

    def outcomes(self, **options: Any) -> list[Outcome]:
        """What a conversion did, by seed."""
        return list(self.convert(**options).outcomes())

    def kinds(self, **options: Any) -> dict[str, str]:
        """What became of each seed that is reported."""
        return {outcome.seed.removeprefix("seeds/"): outcome.kind for outcome in self.outcomes(**options)}

    def header(self, name: str) -> dict[str, Any]:
        """The fields of an article."""
        return parse((self.articles / name).read_text(encoding="utf-8"), name)[0]

    def body(self, name: str) -> str:
        """The Markdown of an article."""
        return parse((self.articles / name).read_text(encoding="utf-8"), name)[1]

    def edit(self, name: str, old: str, new: str) -> None:
        """Changes an article as a person would."""
        file = self.articles / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        """Every file below content/."""
        files = (file for file in sorted(self.content.rglob("*")) if file.is_file())
        return {file.relative_to(self.content).as_posix(): file.read_bytes() for file in files}
