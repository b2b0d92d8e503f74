"""Names that two terms claim for the same day, with no rule to decide between them."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from itertools import combinations

from glose.digest.glossary.forms import Form
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.joints import sign
from glose.digest.model.errors import Fault


def rival_claims(glossary: Glossary) -> Iterator[Fault]:
    """A fault for every name that two terms have on some day, unless date, language, context or priority decide."""
    index = glossary.index
    told: set[tuple[str, str, str]] = set()
    for node in index.names.values():
        if len(node.spellings) < 2:
            continue
        for one, two in combinations(node.forms, 2):
            pair = (one.term.slug, two.term.slug, one.name)
            if one.term.slug != two.term.slug and pair not in told and _undecided(one, two):
                told.add(pair)
                where = f"{one.term.path}:{_line(one)}"
                yield Fault(
                    two.term.path,
                    _line(two),
                    f'name "{two.name}" also belongs to {one.term.slug} ({where}) on the same days',
                    "delete one, date them, or tell them apart with match: near, not_near or priority",
                )


def _undecided(one: Form, two: Form) -> bool:
    both = one.langs & two.langs
    if not both or _plain(one.name) != _plain(two.name):
        return False
    rules, others = one.rules, two.rules
    if rules.priority != others.priority or rules.near or rules.not_near or others.near or others.not_near:
        return False
    lang = min(both)  # of one that is looked for in its own language alone there is no other
    return any(one.usable(lang, day) and two.usable(lang, day) for day in _days(one) | _days(two))


def _plain(name: str) -> str:
    """A name without the differences of spelling that decide nothing."""
    return "".join(c if c.isalnum() else sign(c) for c in unicodedata.normalize("NFC", name)).replace(
        "-", " "
    )


def _days(form: Form) -> set[dt.date]:
    """Days of which one lies in every interval of the form and its term."""
    since = [form.since, *(sense.since for sense in form.term.senses)]
    return {dt.date.min, *(day for day in since if day)}


def _line(form: Form) -> int | None:
    return next((name.line for name in form.term.names if name.text == form.name), None) or None
