"""A text of ours that says nothing which no page shows: what it still says of that kind stands as letters, told.

The renderer itself says what it does not read, so an import never leaves an article that stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glose.digest.body import to_body
from glose.digest.bring.links import Links
from glose.digest.bring.segments import pieces
from glose.digest.model.article import Block
from glose.digest.render import read
from glose.digest.render.problems import Problem

ROUNDS = 30
"""Looks at one text: the renderer tells twenty things at a time."""
_RISKY = ("<", "[^", "```", "~~~", "![", "[[", "{", "|")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_TAG = re.compile(r"<(?=/?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|!--|!\[CDATA\[|![A-Za-z]|\?[a-z])")
_PICTURE = re.compile(r"!(?=\[[^\[\]]{0,1000}\](?!\(\{static\}))")
_MADE = re.compile(r'(?:href|src)="([{|][^"]*)')
_KNOWN = re.compile(r"\{filename\}/(?:articles|pages)/|\{static\}/images/|\{(?:tag|category|author|index)\}")
"""Links by a word that this import writes; any other would be looked for, and stop the build."""
_QUOTED = re.compile(r"^([ >]*>[ ]?)(`{3,}|~{3,})[^\n]*$", re.M)


def mended(text: str, links: Links, first: int) -> str:
    """The text, in which everything that is not read stands as text. `first`: the line to tell it by."""
    if not any(sign in text for sign in _RISKY):
        return text
    for _ in range(ROUNDS):
        try:
            shown, problems = read(text, links.post.lang or "en")
        except RecursionError:
            break
        if not problems and "data-term" not in shown and all(map(_KNOWN.match, _MADE.findall(shown))):
            return text
        before = text
        for one in problems:
            text = _without(text, one)
            links.note(f"{one.what}: it stands as text", first)
        if text == before:
            break
    links.note("its text cannot be shown as it is: it stands as code", first)
    return to_body([Block("code", text)])


def _without(text: str, problem: Problem) -> str:
    words = problem.words
    if "never ends" in problem.what:
        return f"{text}\n{re.match(r'(`+|~+)?', words)[0]}"  # type: ignore[index]
    if "in a quotation" in problem.what:
        return _unfenced(text)
    if words.startswith("[^"):
        bare = re.compile(rf"(?<!\\){re.escape(words)}")
        kept = [1 if "twice" in problem.what else 0]  # the first of two

        def escaped(found: re.Match[str]) -> str:
            kept[0] -= 1
            return found[0] if kept[0] >= 0 else f"\\{found[0]}"

        return _prose(text, lambda prose: bare.sub(escaped, prose))
    if words.startswith("<"):
        return _prose(text, lambda prose: _TAG.sub("&lt;", prose))
    if problem.what.startswith("the picture"):
        return _prose(text, lambda prose: _PICTURE.sub("", prose))
    return text.replace(f"<{words}>", words).replace(f"]({words}", f"]\\({words}")


def _prose(text: str, change: Callable[[str], str]) -> str:
    """The text with its prose changed and its code left alone."""
    return "\n".join(one.text if one.kind == "code" else _outside(one.text, change) for one in pieces(text))


def _outside(text: str, change: Callable[[str], str]) -> str:
    out: list[str] = []
    at = 0
    for code in _CODE.finditer(text) if "`" in text else ():
        out += change(text[at : code.start()]), code[0]
        at = code.end()
    return "".join((*out, change(text[at:])))


def _unfenced(text: str) -> str:
    """The text with fenced code in quotations indented instead."""
    out: list[str] = []
    inside = ""
    for row in text.split("\n"):
        fence = _QUOTED.match(row)
        if fence and (not inside or fence[2].startswith(inside)):
            inside = "" if inside else fence[2]
            out.append(fence[1].rstrip())
        elif inside and row.lstrip().startswith(">"):
            head, _, code = row.partition(">")
            out.append(f"{head}>     {code.removeprefix(' ')}")
        else:
            inside = ""
            out.append(row)
    return "\n".join(out)
