"""A record becomes the text of an entry's file, laid out as a person would write it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

from glose.digest.glossary.record import Record, in_order

WIDTH = 110
"""Columns after which a long text goes on in the next line."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FOLDS = re.compile(r"(?=.{70})\S+(?: \S+)+")
"""One long line with single spaces: the only text that YAML's folded style is sure to give back unchanged."""

_RARE_BREAK = re.compile("[\x85\u2028\u2029]")
"""What YAML 1.1 takes for a line break beside the line feed: unquoted, it would gather spaces."""


class _Row(dict[str, Any]):
    """A mapping written on one line: a name, a gap, a change."""


class _Words(list[Any]):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    """Block style outside, one line for rows, folded long texts, lists indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def in_full(number: float) -> str:
    """A number without an exponent, which people do not write and the grammar does not read.

    >>> in_full(1e-07), in_full(-3.25), in_full(36.0)
    ('0.0000001', '-3.25', '36.0')
    """
    return format(Decimal(repr(number)), "f")


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _DAY.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    style = ">" if _FOLDS.fullmatch(text) else '"' if _RARE_BREAK.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", in_full(number))
)
_Dumper.add_representer(
    _Row, lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row.items(), flow_style=True)
)
_Dumper.add_representer(
    _Words, lambda dumper, words: dumper.represent_sequence("tag:yaml.org,2002:seq", words, flow_style=True)
)


def entry_text(record: Record) -> str:
    """The file of that entry: front matter, then the body under a heading a language.

    Loading it gives the term that the record was made from, field by field.
    """
    ordered = in_order(record)
    header = {key: _laid_out(key, one) for key, one in ordered.items() if key not in ("slug", "body")}
    front = yaml.dump(header, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    body = "".join(f"\n## {lang}\n\n{text}\n" for lang, text in record.get("body", {}).items())
    return f"---\n{front}---\n{body.removeprefix(chr(10))}"


def block_of(value: Any) -> str:
    """A mapping or list in the style of an entry's file: rows on one line, long texts folded."""
    if isinstance(value, list):
        value = [_inner(one) for one in value]
    else:
        value = {key: _inner(one) for key, one in value.items()}
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


def flow_of(value: Any) -> str:
    """A value on one line, as it stands between brackets."""
    text: str = yaml.dump(
        _rows_inside(value),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=True,
        width=2**31 - 1,
    )
    return text.removesuffix("\n").removesuffix("\n...")


def _rows_inside(value: Any) -> Any:
    if isinstance(value, dict):
        return _Row((key, _rows_inside(one)) for key, one in value.items())
    return _Words(map(_rows_inside, value)) if isinstance(value, list) else value


def _laid_out(key: str, value: Any) -> Any:
    """The value with those parts marked that stand on one line; what has an unusual shape stays as it is."""
    if key in ("names", "changes", "events") and isinstance(value, list):
        return [_inner(row) for row in value]
    if key == "patterns" and isinstance(value, list):
        return [_pattern(pattern) for pattern in value]
    if key == "position" and isinstance(value, dict):
        return _Row(value)
    if key in ("same_as", "match", "relations") and isinstance(value, dict):
        return {name: _inner(part) for name, part in value.items()}
    return value


def _pattern(pattern: Any) -> Any:
    if isinstance(pattern, dict) and isinstance(pattern.get("seq"), list):
        return _Row(pattern | {"seq": _Words(map(_inner, pattern["seq"]))})
    return pattern


def _inner(part: Any) -> Any:
    if isinstance(part, dict):
        return _Row(part)
    return _Words(part) if isinstance(part, list) else part


def in_file_style(value: Any) -> str:
    """Some keys of an entry, or items of one of its lists, as its file has them."""
    if isinstance(value, dict):
        value = {key: _laid_out(key, one) for key, one in value.items()}
    else:
        value = [_Row(one) if isinstance(one, dict) and {"role", "what"} & set(one) else one for one in value]
    written: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return written
