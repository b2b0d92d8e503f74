"""What is wrong in a theme's styles, of which a browser says nothing: it leaves out what it cannot read.

By CSS Syntax Level 3, as tinycss2 reads it. What a property may be is not looked at: browsers know more than any list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from glose.digest.layers import Layers
from glose.digest.model.errors import Fault

Problem = tuple[int, str, str]
"""Line, what is wrong, what to do."""
TOKENS = {
    "bad-string": ("a text in quotes does not end on its line", "close the quotes"),
    "bad-url": ("an address in url() holds what it may not", "put it into quotes"),
    "eof-in-string": ("a text in quotes is not closed", "close the quotes"),
    "eof-in-url": ("a url() is not closed", "close it with )"),
    "}": ("a } closes nothing", "take it out, or find the { that is missing before it"),
    ")": ("a ) closes nothing", "take it out, or find the ( that is missing before it"),
    "]": ("a ] closes nothing", "take it out, or find the [ that is missing before it"),
}
"""What tinycss2 calls a token that cannot be."""
OPENED = {"{} block": "}", "() block": ")", "[] block": "]", "function": ")"}
RULES = ("media", "supports", "layer", "container", "scope", "starting-style", "keyframes")
"""At-rules in whose blocks rules stand."""


def style_faults(theme: Layers) -> list[Fault]:
    """Faults of every stylesheet in the theme's ``static/`` that is used, by file and line."""
    found: list[Fault] = []
    for name, file in theme.files("static").items():
        if name.endswith(".css"):
            status = file.stat()
            known = _file_problems(file, status.st_mtime_ns, status.st_ino, status.st_size)
            found += (Fault(theme.named(file), *one) for one in known)
    return found


@lru_cache(maxsize=64)
def _file_problems(file: Path, *stamp: int) -> tuple[Problem, ...]:
    try:
        return tuple(problems(file.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return ((line, "is not UTF-8", "save it as UTF-8"),)


def problems(css: str) -> list[Problem]:
    """What is wrong in a stylesheet, in its order.

    >>> problems("p { color: red\\n  margin: 0 }")
    [(2, 'a semicolon is missing before "margin"', 'end the line before with one')]
    >>> problems("p { color: red; margin: 0 }")
    []
    """
    try:
        return _problems(css)
    except RecursionError:
        return [(1, "blocks lie in one another, deeper than anybody reads", "close those that are open")]


def _problems(css: str) -> list[Problem]:
    tokens = tinycss2.parse_component_value_list(css)
    found = list(dict.fromkeys(_broken(tokens))) or list(_open(css, tokens))
    lines = {line for line, *_ in found}  # what else is wrong there follows from it
    rules = _rules(tinycss2.parse_rule_list(tokens, True, True))
    return sorted({*found, *(one for one in rules if one[0] not in lines)})


def _broken(tokens: Iterable[Any]) -> Iterator[Problem]:
    """Tokens that cannot be, anywhere."""
    for one in tokens:
        if one.type == "error":
            what, todo = TOKENS.get(one.kind, (one.message, "mend it"))
            yield one.source_line, what, todo
        for inside in ("content", "arguments"):
            if not isinstance(below := getattr(one, inside, None), list):
                continue
            if one.type != "{} block" and any(x.type == "error" and x.kind == "}" for x in below):
                closing = OPENED[one.type]  # a block ends before it does
                yield one.source_line, f"what begins here is not closed with {closing}", f"add the {closing}"
            else:
                yield from _broken(below)


def _open(css: str, tokens: list[Any]) -> Iterator[Problem]:
    """The outermost block or comment that is never closed, which all that follows is taken for a part of."""
    last = tokens[-1] if tokens else None
    if last is None:
        return
    if last.type == "comment":
        if not css.rstrip("\f").endswith("*/"):
            yield (
                last.source_line,
                "a comment is not closed, and all after it is left out",
                "close it with */",
            )
    elif (closing := OPENED.get(last.type)) and not _closes(css, closing):
        yield (
            last.source_line,
            f"what begins here is not closed with {closing}, and swallows all after it",
            f"add the {closing} that is missing",
        )


def _closes(css: str, closing: str) -> bool:
    """Whether everything is closed at the end: then one sign more closes nothing."""
    last = tinycss2.parse_component_value_list(css + closing)[-1]
    return bool(last.type == "error" and last.kind == closing)


def _rules(nodes: Iterable[Any]) -> Iterator[Problem]:
    """What stands where rules stand."""
    for one in nodes:
        if one.type == "error":
            if one.kind not in TOKENS:
                yield one.source_line, "is no rule: a selector and a block in braces", "mend or remove it"
        elif one.type == "at-rule" and one.lower_at_keyword.rpartition("-")[2] in RULES:
            yield from _rules(tinycss2.parse_rule_list(one.content or [], True, True))
        elif one.content is not None:
            yield from _declarations(tinycss2.parse_blocks_contents(one.content, True, True))


def _declarations(nodes: Iterable[Any]) -> Iterator[Problem]:
    """What stands inside of a rule: declarations, and rules below it."""
    for one in nodes:
        if one.type == "error":
            if one.kind not in TOKENS:
                yield (
                    one.source_line,
                    "is no declaration: a property, a colon and a value",
                    "mend or remove it",
                )
        elif one.type == "declaration":
            yield from _swallowed(one)
        elif one.content is not None:
            yield from _declarations(tinycss2.parse_blocks_contents(one.content, True, True))


def _swallowed(declaration: Any) -> Iterator[Problem]:
    """A second colon in a value: the semicolon is missing before the word that it follows. Variables hold anything."""
    if declaration.name.startswith("--"):
        return
    before = None
    for one in declaration.value:
        if one == ":" and before is not None and before.type == "ident":
            yield (
                before.source_line,
                f'a semicolon is missing before "{before.value}"',
                "end the line before with one",
            )
        if one.type not in ("whitespace", "comment"):
            before = one
    if not any(one.type not in ("whitespace", "comment") for one in declaration.value):
        yield declaration.source_line, f'"{declaration.name}" has no value', "write one, or remove it"
