"""Three-way merge of an article: as it was generated, as a person edited it, as it is generated now.

The front matter is merged key by key, since two keys that stand side by side are two facts; the body is
merged line by line. A merge either holds every line that either side added, or there is none: where both
sides changed the same thing differently, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MACHINE_KEYS = frozenset({"held", "aliases", "seed", "converter"})
"""Keys of which the newest always stands: what a file was made from, why it waits, and its former addresses, which
were found with those of `ours` in view."""
MAX_LINES = 20_000
"""difflib is quadratic where lines repeat; a longer text is for a person to merge."""

_FENCE = "---"
_DRAFT = re.compile(r"""status:\s*["']?draft\b""")
_KEY = re.compile(r"""["']?(?P<key>[A-Za-z_][\w-]*)["']?\s*:(?:\s|$)""")


class Conflict(Exception):  # noqa: N818  an outcome that the caller handles, not an error that a user sees
    """Both sides changed the same lines, and not in the same way; its text names the place."""


def merge(base: str, ours: str, theirs: str) -> str:
    """`ours` with what changed from `base` to `theirs`; line breaks as in `ours`.

    base: the text as it was generated; ours: the same, edited by a person; theirs: the text as generated now.
    Raises `Conflict`.
    """
    newline = "\r\n" if "\r\n" in ours else "\n"
    sides = [side.replace("\r\n", "\n") for side in (base, ours, theirs)]
    (head_b, body_b), (head_o, body_o), (head_t, body_t) = map(_halves, sides)
    if max(map(len, (body_b, body_o, body_t))) > MAX_LINES:
        raise Conflict(f"the body has more than {MAX_LINES:,} lines")
    head = _merge_keys(_keys(head_b), _keys(head_o), _keys(head_t)) if head_o else []
    if not head_o and head_b != head_t:
        raise Conflict("the front matter is gone")
    body = _merge_lines(body_b, body_o, body_t, "the body")
    fenced = [_FENCE, *head, _FENCE] if head_o else []
    return newline.join([*fenced, *body])


def _halves(text: str) -> tuple[list[str], list[str]]:
    """The lines between the fences, and the lines after them; no fences, no header."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() == _FENCE:
        for at, line in enumerate(lines[1:], 1):
            if line.rstrip() == _FENCE:
                return lines[1:at], lines[at + 1 :]
    return [], lines


def _keys(lines: Sequence[str]) -> dict[str, list[str]]:
    """A header's top-level keys in order, each with its lines; a comment goes with the key below it."""
    keys: dict[str, list[str]] = {}
    above: list[str] = []
    current: list[str] = []
    for line in lines:
        if key := _KEY.match(line):
            if key["key"] in keys:
                raise Conflict(f"the key {key['key']} stands twice in the front matter")
            keys[key["key"]] = current = [*above, line]
            above = []
        elif not current or not line.strip() or line.startswith("#"):
            above.append(line)
        else:
            current += [*above, line]
            above = []
    if above:
        keys[""] = above
    return keys


def _merge_keys(
    base: dict[str, list[str]], ours: dict[str, list[str]], theirs: dict[str, list[str]]
) -> list[str]:
    """A header in our order; a key that only they have comes after the key that it follows in theirs."""
    order = [key for key in ours if key]
    for before, key in zip(["", *theirs], theirs, strict=False):
        if key and key not in ours:
            order.insert(order.index(before) + 1 if before in order else 0, key)
    merged = {key: _merge_key(key, base.get(key), ours.get(key), theirs.get(key)) for key in [*order, ""]}
    if not any(_DRAFT.match(line) for line in merged.get("status", ())):
        merged.pop("held", None)  # a person has looked
    return [line for lines in merged.values() for line in lines]


def _merge_key(
    key: str, base: list[str] | None, ours: list[str] | None, theirs: list[str] | None
) -> list[str]:
    if key in MACHINE_KEYS or ours == base:
        return theirs or []
    if theirs == base or ours == theirs:
        return ours or []
    return _merge_lines(base or [], ours or [], theirs or [], f"the key {key}")


def _merge_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], place: str) -> list[str]:
    """diff3: lines between two stretches that all three share come from the one side that changed them."""
    merged: list[str] = []
    b = o = t = 0
    for b_start, o_start, t_start, length in _shared(base, ours, theirs):
        was, mine, new = base[b:b_start], ours[o:o_start], theirs[t:t_start]
        if mine == was:
            merged += new
        elif new in (was, mine):
            merged += mine
        else:
            raise Conflict(f"both changed {place}" + _quoted(mine or new))
        merged += base[b_start : b_start + length]
        b, o, t = b_start + length, o_start + length, t_start + length
    return merged


def _quoted(lines: Sequence[str]) -> str:
    line = next((line for line in lines if line.strip()), "")
    return f" at “{line[:60]}”" if line else ""


def _shared(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that stand in all three: start in each and length, in order; an empty one at the end."""
    one = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    other = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(one) and j < len(other):
        a, b = one[i], other[j]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, a.b + start - a.a, b.b + start - b.a, end - start
        if a.a + a.size < b.a + b.size:
            i += 1
        else:
            j += 1
    yield len(base), len(ours), len(theirs), 0
