"""A page saved with its folder, converted and built: pictures where they stood, without what cameras write into them."""

# ruff: noqa: E501  (markup stands as it is saved)

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image

OPENING = (
    "Le marché quittera la place du Puits au mois de mai, a décidé lundi soir le conseil de Ville-Exemple."
)
SECOND = "Les commerçants, réunis devant la mairie, demandent que le déménagement attende la fin de l'été."
THIRD = (
    "Une halle neuve doit ouvrir près du port, où les étals seront deux fois plus nombreux qu'aujourd'hui."
)
CLOSING = (
    "La décision sera affichée mardi à la mairie, où chacun pourra la lire et la discuter pendant un mois."
)
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le marché change de place | Le Modèle</title>
<meta property="og:site_name" content="Le Modèle"><meta property="article:published_time" content="2016-03-15T08:00:00+01:00"></head>
<body><nav><a href="/">Accueil</a></nav><main><article><h1>Le marché change de place</h1>
<figure><img src="page_files/place.jpg" alt="Une place" width="640" height="360"><figcaption>La place du Puits, un jour de marché. <span class="credit">Anne Exemple/Agence Test</span></figcaption></figure>
<p>{OPENING}</p>
<figure><img src="page_files/halle.png" alt="Une halle"><figcaption>La halle, vue du port. Photo : Paul Essai</figcaption></figure>
<p>{SECOND}</p>
<table><thead><tr><th>Lieu</th><th>Étals</th></tr></thead><tbody><tr><td>Place du Puits</td><td>40</td></tr><tr><td>Halle du port</td><td>80</td></tr></tbody></table>
<p>{THIRD}</p>
<div class="sc-1"><img src="page_files/port.jpg" alt=""><div class="sc-2">Le port au matin</div></div>
<p>{CLOSING}</p></article></main></body></html>"""
SECRET = b"Boitier Exemple 7"


def picture(form: str, size: tuple[int, int] = (640, 360)) -> bytes:
    """A picture of one colour; a JPEG names its camera."""
    out, image = BytesIO(), Image.new("RGB", size, (40, 90, 120))
    exif = Image.Exif()
    exif[0x0110] = SECRET.decode()
    image.save(out, form, **({"exif": exif} if form == "JPEG" else {}))
    return out.getvalue()


@pytest.fixture
def built(project: Path) -> Path:
    """The project with the page as its one seed, after `invoke convert` and `invoke build`."""
    files = project / "seeds" / "page_files"
    files.mkdir()
    (project / "seeds" / "page.html").write_text(PAGE, encoding="utf-8")
    for name, form in (("place.jpg", "JPEG"), ("halle.png", "PNG"), ("port.jpg", "JPEG")):
        (files / name).write_bytes(picture(form))
    for task in (["convert"], ["build", "--no-search"]):
        done = subprocess.run(
            [sys.executable, "-m", "invoke", *task], cwd=project, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_a_saved_page_is_built_with_its_pictures_and_its_table_where_they_stood(built: Path) -> None:
    file = built / "output" / "2016" / "03" / "15" / "le-marche-change-de-place" / "index.html"
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    lead = page.find("figcaption")
    assert isinstance(lead, Tag)
    assert "La place du Puits, un jour de marché." in lead.get_text()
    assert "Anne Exemple/Agence Test" in lead.get_text()

    opening = next(p for p in page.find_all("p") if p.get_text().startswith("Le marché quittera"))
    after = [e for e in opening.find_next_siblings() if isinstance(e, Tag)]
    assert [e.name for e in after[:6]] == ["figure", "p", "div", "p", "figure", "p"], (
        "the table scrolls in it"
    )
    second, third = (e for e in after if e.name == "figure")
    assert "La halle, vue du port" in second.get_text()
    assert "Paul Essai" in second.small.get_text()
    assert third.figcaption.get_text(strip=True) == "Le port au matin"
    assert [cell.get("scope") for cell in page.find_all("th")] == ["col", "col"]
    assert [cell.get_text() for cell in page.find_all("td")] == [
        "Place du Puits",
        "40",
        "Halle du port",
        "80",
    ]

    for image in page.find_all("img"):
        copied = (file.parent / str(image["src"])).resolve()
        assert copied.is_file(), image["src"]
        assert SECRET not in copied.read_bytes()
    assert len(page.find("article").find_all("img")) == 3
