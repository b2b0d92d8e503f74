"""Which seeds have to be converted, and why. Nothing is converted to find that out: only read and hashed."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from plugins.digest.batch.batch_db import Ledger
from plugins.digest.batch.seed_log import Docket
from plugins.digest.markdown import VERSION

_DRIFTED = """
  SELECT DISTINCT copy.seed FROM known AS copy LEFT JOIN known AS original
    ON original.slug = copy.variant_of AND original.lang = copy.lang
  WHERE copy.variant_of != '' AND copy.seed != '' AND copy.status NOT IN ('draft', 'withheld', 'retracted')
    AND (original.path IS NULL OR original.status IN ('withheld', 'retracted'))"""


def drifted(ledger: Ledger) -> frozenset[str]:
    """Seeds of variants that have lost their original: it is gone, or was taken back."""
    return frozenset(row["seed"] for row in ledger.rows(_DRIFTED))


def reason(ledger: Ledger, docket: Docket, seed: str, digests: tuple[str, str], now: datetime) -> str:
    """Why a seed has to be converted; empty when all that it gives is there and up to date.

    `digests`: SHA-256 of the seed and of its sidecar, the latter empty when there is none.
    """
    why, settled = "new", False
    if entry := docket.entries.get(seed):
        if not entry.sha256:
            return entry.why
        same = (entry.sha256, entry.sidecar, entry.version) == (*digests, VERSION)
        settled = same and (not entry.instead or ledger.has_seed(entry.instead))
        why = "" if settled else why
    for row in ledger.rows("SELECT * FROM known WHERE seed = ? ORDER BY path", seed):
        if not settled and (changed := _changed(row, digests)):
            return changed
        if row["status"] == "withheld" and row["embargo"] and datetime.fromisoformat(row["embargo"]) <= now:
            return "its embargo has ended"
        why = ""
    return why


def _changed(row: sqlite3.Row, digests: tuple[str, str]) -> str:
    """What an article was made from and is no more."""
    if row["sha256"] != digests[0]:
        return "the seed has changed"
    if row["sidecar"] != digests[1]:
        return "its .meta.yaml has changed"
    return "it was made by another version of the converter" if row["version"] != VERSION else ""
