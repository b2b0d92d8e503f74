"""Which version of an item stands, when its sender delivers it more than once.

The newest does. An older one that arrives late is set aside, the same one delivered twice gives one article, and a
kill takes the article back and leaves its page with a notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from glose.digest.batch.batch_db import BatchDb
from glose.digest.batch.identity import in_utc, revision_number
from glose.digest.model.article import Correction, Finding

VISIBLE = frozenset({"published", "hidden"})
"""Status words of articles that readers can see."""
TAKEN_BACK = frozenset({"withheld", "retracted"})
"""Status words of articles that nobody may see, whatever a person has edited in them."""
_NOTICES = {
    "ar": ("حُدّث وفق نسخة أحدث من المصدر.", "سُحب بطلب من المصدر."),
    "de": ("Aktualisiert nach einer neueren Fassung der Quelle.", "Auf Wunsch der Quelle zurückgezogen."),
    "en": ("Updated from a newer version sent by the source.", "Withdrawn at the request of the source."),
    "es": ("Actualizado según una versión más reciente de la fuente.", "Retirado a petición de la fuente."),
    "fr": ("Mis à jour d’après une nouvelle version de la source.", "Retiré à la demande de la source."),
    "it": ("Aggiornato secondo una versione più recente della fonte.", "Ritirato su richiesta della fonte."),
    "nl": ("Bijgewerkt naar een nieuwere versie van de bron.", "Ingetrokken op verzoek van de bron."),
    "pt": ("Atualizado segundo uma versão mais recente da fonte.", "Retirado a pedido da fonte."),
}
"""By language: what a page says of a new version and of a kill. Other languages say it in English."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an item: an article that is there, or one that has just been converted."""

    converted: int
    """Its id; 0 for the article that is there."""
    seed: str
    revision: int | None
    moment: str
    status: str
    path: str
    """Of the article that it is or replaces; empty when there is none."""

    def age(self, numbered: bool) -> tuple[bool, int, str]:
        """What sorts versions: their number where all have one, else their time; in doubt a kill is the last word."""
        blind = not (numbered or self.moment)
        return blind and self.status == "retracted", (self.revision or 0) if numbered else 0, self.moment


def settle(db: BatchDb, zone: ZoneInfo, today: date) -> None:
    """Decides for everything that was converted which article it replaces, or that it is set aside.

    `today`: dates a notice where the version itself has no date.
    """
    _replace(db)
    _adopted(db)
    _deliveries(db)
    stories = "SELECT DISTINCT story FROM converted WHERE story != '' AND aside = '' ORDER BY story"
    for (story,) in list(db.rows(stories)):
        _newest(db, story, zone, today)
    for number in db.kept("status = 'retracted'"):
        _kill(db, number, zone, today)


def _replace(db: BatchDb) -> None:
    """Finds the article that each replaces: of the same seed and item; else the seed's only one; else the one
    of the same slug; else the one whose seed has been renamed."""
    for condition in (
        "e.seed = converted.seed AND e.item = converted.item",
        "e.seed = converted.seed AND 1 = (SELECT COUNT(*) FROM converted AS c WHERE c.seed = converted.seed)"
        " AND 1 = (SELECT COUNT(*) FROM existing AS k WHERE k.seed = converted.seed)",
        "e.seed = converted.seed AND e.slug = converted.slug AND e.lang = converted.lang",
        "e.sha256 = converted.sha256 AND e.item = converted.item AND e.seed NOT IN (SELECT name FROM seed)",
    ):
        path = f"SELECT path FROM existing AS e WHERE {condition} ORDER BY path"  # noqa: S608  conditions above
        db.change(f"UPDATE converted SET replaces = COALESCE(({path}), '') WHERE replaces = ''")  # noqa: S608


def _adopted(db: BatchDb) -> None:
    """Sets aside what a person has made an article of their own: by deleting `seed:`, whose base still names it."""
    query = """
      SELECT converted.id, MIN(adopted.path) FROM converted JOIN adopted ON converted.replaces = '' AND
        (adopted.seed = converted.seed AND adopted.item = converted.item
          OR adopted.sha256 = converted.sha256 AND adopted.item = converted.item
          OR adopted.story = converted.story AND adopted.story != '')
      GROUP BY converted.id"""
    for number, path in list(db.rows(query)):
        db.converted.change(number, aside=f"{path} is yours since its key seed: was deleted", instead=path)


def _deliveries(db: BatchDb) -> None:
    """Sets aside what has the bytes of another seed and adds nothing to it."""
    same = "SELECT sha256, item FROM converted WHERE aside = '' GROUP BY sha256, item HAVING COUNT(*) > 1"
    for group in list(db.rows(same)):
        order = "replaces = '', sidecar = '', seed"
        first, *others = db.converted.find("sha256 = ? AND item = ? AND aside = ''", *group, order=order)
        for row in others:
            if row.sidecar in ("", first.sidecar):
                _again(db, row.id, first.seed)
    query = """
      SELECT c.id, e.seed FROM converted AS c JOIN existing AS e USING (sha256, item)
      WHERE c.replaces = '' AND c.aside = '' AND c.sidecar IN ('', e.sidecar)
        AND e.seed IN (SELECT name FROM seed) AND e.seed NOT IN (SELECT seed FROM converted)
      ORDER BY c.id, e.seed DESC"""
    for number, seed in list(db.rows(query)):
        _again(db, number, seed)


def _again(db: BatchDb, number: int, seed: str) -> None:
    db.set_aside(number, f"delivered again: the same as {seed}", seed)


def _newest(db: BatchDb, story: str, zone: ZoneInfo, today: date) -> None:
    """Lets the newest version of one item stand."""
    versions = list(_versions(db, story, zone))
    numbered = all(version.revision is not None for version in versions)
    ages = {version: version.age(numbered) for version in versions}
    there = max(
        (version for version in versions if not version.converted), key=ages.__getitem__, default=None
    )
    last = max(ages.values())
    newest = min(
        (version for version in versions if ages[version] == last),
        key=lambda one: (
            not (one.converted and there and one.seed == there.seed),
            one.converted > 0,
            one.seed,
        ),
    )
    for version in versions:
        if not version.converted or version is newest:
            continue
        if ages[version] != last:
            db.set_aside(version.converted, f"an older version of {newest.seed}", newest.seed)
            continue
        _again(db, version.converted, newest.seed)
        if not any(last):
            text = "one item, and nothing tells which version is newer; delete the seed that is not"
            db.note(version.converted, Finding("revision", newest.seed, text, 0.3))
    if newest.converted:
        if there:
            db.converted.change(newest.converted, replaces=there.path)
        older = [version for version in versions if ages[version] < last]
        _mark(db, newest, sorted(older, key=lambda one: (ages[one], one.seed)), zone, today)


def _versions(db: BatchDb, story: str, zone: ZoneInfo) -> Iterator[Version]:
    for new in db.converted.find("story = ? AND aside = ''", story, order="seed, position"):
        yield Version(new.id, new.seed, new.revision, new.moment, new.status, new.replaces)
    for old in db.existing.find("story = ?", story, order="path"):
        moment = old.modified or old.date
        when = in_utc(datetime.fromisoformat(moment), zone) if moment else ""
        yield Version(0, old.seed, revision_number(old.revision), when, old.status, old.path)


def _mark(db: BatchDb, newest: Version, older: list[Version], zone: ZoneInfo, today: date) -> None:
    """Leaves a dated notice where a version takes the place of others that readers could see, the newest last."""
    seen = [version for version in older if version.status in VISIBLE]
    if seen:
        _correct(db, newest.converted, zone, today)
    if newest.status == "retracted":
        template = next((version.converted for version in reversed(seen) if version.converted), 0)
        db.converted.change(newest.converted, retracts=template)


def _kill(db: BatchDb, number: int, zone: ZoneInfo, today: date) -> None:
    """A kill that replaces what its own seed said, is converted once more, or concerns nothing that was here."""
    kill = db.converted.get(number)
    there = db.existing.first("path = ?", kill.replaces)
    if kill.correction:
        return
    if there and there.status in VISIBLE:
        _correct(db, number, zone, today)
    elif not there or there.status != "retracted":
        note = Finding("status", "", "kills an item that was never published here; kept back", 0.9)
        db.note(number, note)
        db.converted.change(number, status="withheld")


def withdrawal(lang: str) -> str:
    """What the page of an article says that was taken back."""
    return _NOTICES.get(lang.partition("-")[0], _NOTICES["en"])[1]


def _correct(db: BatchDb, number: int, zone: ZoneInfo, today: date) -> None:
    """Gives an article the dated notice of its coming."""
    row = db.converted.get(number)
    day = datetime.fromisoformat(row.moment).astimezone(zone).date() if row.moment else today
    update, _ = _NOTICES.get(row.lang.partition("-")[0], _NOTICES["en"])
    what = withdrawal(row.lang) if row.status == "retracted" else update
    db.converted.change(number, correction=Correction(day, what))
