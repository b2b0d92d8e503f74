"""Which version of an item stands, when its sender delivers it more than once.

The newest does. An older one that arrives late is set aside, the same one delivered twice gives one article, and a
kill takes the article back and leaves its page with a notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.convert_seed import in_utc, revision_number
from plugins.digest.model.article import Finding

VISIBLE = frozenset({"published", "hidden"})
"""Status words of articles that readers can see."""
TAKEN_BACK = frozenset({"withheld", "retracted"})
"""Status words of articles that nobody may see, whatever a person has edited in them."""
_NOTICES = {
    "ar": ("حُدّث وفق نسخة أحدث من المصدر.", "سُحب بطلب من المصدر."),
    "en": ("Updated from a newer version sent by the source.", "Withdrawn at the request of the source."),
    "fr": ("Mis à jour d’après une nouvelle version de la source.", "Retiré à la demande de la source."),
}
"""By language: what a page says of a new version and of a kill. Other languages say it in English."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an item: an article that is there, or one that has just been made."""

    made: int
    """Its id; 0 for the article that is there."""
    seed: str
    revision: int | None
    moment: str
    status: str
    path: str
    """Of the article that it is or replaces; empty when there is none."""


def settle(ledger: Ledger, zone: ZoneInfo, today: date) -> None:
    """Decides for everything that was made which article it replaces, or that it is set aside.

    `today`: dates a notice where the version itself has no date.
    """
    _link(ledger)
    _deliveries(ledger)
    for row in list(ledger.rows("SELECT DISTINCT chain FROM made WHERE chain != '' ORDER BY chain")):
        _chain(ledger, row["chain"], zone, today)
    for number in ledger.kept("status = 'retracted' AND correction = ''"):
        _kill(ledger, number, zone, today)


def _link(ledger: Ledger) -> None:
    """Finds the article that each replaces: of the same seed and item; else the seed's only one; else the one
    of the same slug; else the one whose seed has been renamed."""
    for condition in (
        "known.seed = made.seed AND known.item = made.item",
        "known.seed = made.seed AND 1 = (SELECT COUNT(*) FROM made AS m WHERE m.seed = made.seed)"
        " AND 1 = (SELECT COUNT(*) FROM known AS k WHERE k.seed = made.seed)",
        "known.seed = made.seed AND known.slug = made.slug AND known.lang = made.lang",
        "known.sha256 = made.sha256 AND known.item = made.item AND known.seed NOT IN (SELECT name FROM seed)",
    ):
        path = f"SELECT path FROM known WHERE {condition} ORDER BY path"  # noqa: S608  conditions above
        ledger.change(f"UPDATE made SET known = COALESCE(({path}), '') WHERE known = ''")  # noqa: S608


def _deliveries(ledger: Ledger) -> None:
    """Sets aside what has the bytes of another seed and adds nothing to it."""
    same = "SELECT sha256, item FROM made GROUP BY sha256, item HAVING COUNT(*) > 1"
    for group in list(ledger.rows(same)):
        query = "SELECT * FROM made WHERE sha256 = ? AND item = ? ORDER BY known = '', sidecar = '', seed"
        first, *others = ledger.rows(query, group["sha256"], group["item"])
        for row in others:
            if row["sidecar"] in ("", first["sidecar"]):
                _again(ledger, row["id"], first["seed"])
    query = """
      SELECT made.id, known.seed FROM made JOIN known USING (sha256, item)
      WHERE made.known = '' AND made.aside = '' AND made.sidecar IN ('', known.sidecar)
        AND known.seed IN (SELECT name FROM seed) AND known.seed NOT IN (SELECT seed FROM made)
      ORDER BY made.id, known.seed DESC"""
    for row in list(ledger.rows(query)):
        _again(ledger, row["id"], row["seed"])


def _again(ledger: Ledger, made: int, seed: str) -> None:
    ledger.set_aside(made, f"delivered again: the same as {seed}", seed)


def _chain(ledger: Ledger, chain: str, zone: ZoneInfo, today: date) -> None:
    """Lets the newest version of one item stand."""
    versions = [*_made(ledger, chain), *_known(ledger, chain, zone)]
    if not any(version.made for version in versions):
        return
    numbered = all(version.revision is not None for version in versions)

    def age(version: Version) -> tuple[bool, int, str]:
        number = version.revision or 0 if numbered else 0
        blind = not (numbered or version.moment)
        return (
            blind and version.status == "retracted",
            number,
            version.moment,
        )  # in doubt, a kill is the last word

    there = max((version for version in versions if not version.made), key=age, default=None)
    last = max(map(age, versions))
    newest = min(
        (version for version in versions if age(version) == last),
        key=lambda one: (not (one.made and there and one.seed == there.seed), one.made > 0, one.seed),
    )
    for version in versions:
        if version.made and version is not newest:
            _behind(ledger, version, newest, same=age(version) == last, blind=not any(last))
    if newest.made:
        if there:
            ledger.decide(newest.made, known=there.path)
        older = sorted(
            (version for version in versions if age(version) < last), key=lambda v: (age(v), v.seed)
        )
        _mark(ledger, newest, older, zone, today)


def _made(ledger: Ledger, chain: str) -> Iterator[Version]:
    query = "SELECT * FROM made WHERE chain = ? AND aside = '' ORDER BY seed, position"
    for row in ledger.rows(query, chain):
        yield Version(row["id"], row["seed"], row["revision"], row["moment"], row["status"], row["known"])


def _known(ledger: Ledger, chain: str, zone: ZoneInfo) -> Iterator[Version]:
    for row in ledger.rows("SELECT * FROM known WHERE chain = ? ORDER BY path", chain):
        moment = row["modified"] or row["date"]
        when = in_utc(datetime.fromisoformat(moment), zone) if moment else ""
        yield Version(0, row["seed"], revision_number(row["revision"]), when, row["status"], row["path"])


def _behind(ledger: Ledger, version: Version, newest: Version, *, same: bool, blind: bool) -> None:
    """Sets aside a version that is not the newest."""
    if same:
        _again(ledger, version.made, newest.seed)
        if blind:
            text = "one item, and nothing tells which version is newer; delete the seed that is not"
            ledger.decide(version.made, Finding("revision", newest.seed, text, 0.3))
    else:
        ledger.set_aside(version.made, f"an older version of {newest.seed}", newest.seed)


def _mark(ledger: Ledger, newest: Version, older: list[Version], zone: ZoneInfo, today: date) -> None:
    """Leaves a dated notice where a version takes the place of others that readers could see, the newest last."""
    seen = [version for version in older if version.status in VISIBLE]
    if not seen:
        return
    if newest.status == "retracted":
        template = next((version.made for version in reversed(seen) if version.made), 0)
        ledger.decide(newest.made, template=template, correction=_notice(ledger, newest.made, 1, zone, today))
    else:
        ledger.decide(newest.made, correction=_notice(ledger, newest.made, 0, zone, today))


def _kill(ledger: Ledger, number: int, zone: ZoneInfo, today: date) -> None:
    """A kill that replaces what its own seed said, is converted once more, or concerns nothing that was here."""
    row = ledger.one("SELECT status FROM known WHERE path = ?", ledger.made(number)["known"])
    if row and row["status"] in VISIBLE:
        ledger.decide(number, correction=_notice(ledger, number, 1, zone, today))
    elif not row or row["status"] != "retracted":
        note = Finding("status", "", "kills an item that was never published here; kept back", 0.9)
        ledger.decide(number, note, status="withheld")


def _notice(ledger: Ledger, number: int, which: int, zone: ZoneInfo, today: date) -> str:
    row = ledger.made(number)
    moment = datetime.fromisoformat(row["moment"]).astimezone(zone).date() if row["moment"] else today
    notices = _NOTICES.get(row["lang"].partition("-")[0], _NOTICES["en"])
    return json.dumps([moment.isoformat(), notices[which]])
