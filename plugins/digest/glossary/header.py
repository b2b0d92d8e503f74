"""An entry's front matter as YAML nodes: every value keeps its line, every fault is collected, none is raised.

Scalars are read by the field that wants them, not by YAML's guess: ``lang: no`` is Norwegian, a title ``1984``
is a text, and a date may stand with or without quotes.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from plugins.digest.glossary.term import Texts
from plugins.digest.model.errors import Fault

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FENCE = re.compile(r"---[ \t]*")
TRUE, FALSE = {"true", "yes", "on"}, {"false", "no", "off"}
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
MANY = 15
"""More known words than this are not listed."""
NULL = "tag:yaml.org,2002:null"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, as advice; else all known words."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1)
    if close:
        return f'write "{close[0]}"'
    return "known are " + ", ".join(words) if len(words) <= MANY else "none of those there are is like it"


class Header:
    """Reads the nodes of one file's header; what is wrong goes to `faults`, what is doubtful to `warnings`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.links: list[tuple[str, str, int]] = []
        """Relations to be looked up when all entries are read: key, slug, line."""

    def fault(self, node: yaml.Node | int, what: str, todo: str = "") -> None:
        """Record what is wrong at that node (or line)."""
        self.faults.append(Fault(self.path, line(node), what, todo))

    def warn(self, node: yaml.Node | int, what: str, todo: str = "") -> None:
        """Record what is doubtful at that node (or line)."""
        self.warnings.append(Fault(self.path, line(node), what, todo))

    def split(self, text: str) -> tuple[yaml.Node | None, str, int]:
        """The header's root node (None when broken), the body after it, and the body's first line number."""
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not FENCE.fullmatch(lines[0]):
            self.fault(1, "no front matter", 'begin the file with a line "---"')
            return None, "", 1
        end = next((at for at, row in enumerate(lines[1:], 1) if FENCE.fullmatch(row)), None)
        if end is None:
            self.fault(1, "the front matter does not end", 'close it with a line "---"')
            return None, "", 1
        try:
            # The empty first line stands for the fence, so that YAML counts lines as the file does.
            header = "\n".join(["", *lines[1:end]])
            root = yaml.compose(header, Loader=Loader)
        except yaml.reader.ReaderError as error:
            number = header.encode()[: error.position].count(b"\n") + 1
            self.fault(number, "a control character", "delete it; an editor that shows it helps")
            return None, "", 1
        except yaml.YAMLError as error:
            self._broken(error)
            return None, "", 1
        if root is None:
            self.fault(
                1, "the front matter is empty", "give at least type, names, senses, sources, as_of, status"
            )
        return root, "\n".join(lines[end + 1 :]), end + 2

    def _broken(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        todo = ""
        if "mapping values are not allowed" in problem:
            todo = 'put a value that contains ": " in quotes'
        elif "cannot start any token" in problem or "did not find expected" in problem:
            todo = "put a value with special characters in quotes, and check the indentation"
        self.fault(1 if mark is None else mark.line + 1, f"broken YAML: {problem}", todo)

    def mapping(
        self, node: yaml.Node, where: str, known: Sequence[str], required: Sequence[str] = ()
    ) -> dict[str, yaml.Node]:
        """The values of a mapping by key. Unknown, repeated and missing keys are faults; empty values absent.

        An empty `known` lets any key pass.
        """
        found: dict[str, yaml.Node] = {}
        if not isinstance(node, yaml.MappingNode):
            self.fault(
                node,
                f"{where} is not a mapping",
                f"write keys: {', '.join(known)}" if known else "write it as key: value",
            )
            return found
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name or (known and name not in known):
                self.fault(key, f'unknown key "{name}" in {where}', nearest(name, known))
            elif name in found:
                self.fault(key, f'key "{name}" stands twice in {where}', "delete one")
            elif value.tag != NULL:
                found[name] = value
        for name in required:
            if name not in found:
                self.fault(node, f'{where} has no "{name}"', "add it")
        return found

    def items(self, node: yaml.Node | None, where: str, *, single: bool = False) -> Iterator[yaml.Node]:
        """The nodes of a list; with `single`, one value may stand for a list of one."""
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        elif node is not None and single:
            yield node
        elif node is not None:
            self.fault(node, f"{where} is not a list", 'begin each item with "- "')

    def text(self, node: yaml.Node | None, where: str) -> str:
        """The scalar as it is written, without white space around; empty when absent or no scalar."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or node.tag == NULL:
            self.fault(node, f"{where} is not a text", "write it on one line, in quotes where it has a colon")
            return ""
        text = str(node.value).strip()
        if not text:
            self.fault(node, f"{where} is empty", "fill it in or delete the key")
        return text

    def choice(self, node: yaml.Node | None, where: str, allowed: Sequence[str], default: str) -> str:
        """One of the allowed words."""
        word = self.text(node, where) or default
        if word in allowed or node is None:
            return word
        self.fault(node, f'{where} is "{word}"', nearest(word, allowed))
        return default

    def day(self, node: yaml.Node | None, where: str) -> dt.date | None:
        """A day, as YAML or ISO 8601 writes it."""
        word = self.text(node, where)
        if node is None or not word:
            return None
        try:
            return dt.date.fromisoformat(word if "-" in word else "")
        except ValueError:
            self.fault(node, f'{where} is "{word}", not a day', "write it as 2016-03-15")
            return None

    def number(self, node: yaml.Node | None, where: str, default: int, least: int, most: int) -> int:
        """A whole number between `least` and `most`."""
        word = self.text(node, where)
        if node is None or not word:
            return default
        if re.fullmatch(r"[+-]?[0-9]{1,6}", word) and least <= int(word) <= most:
            return int(word)
        self.fault(node, f'{where} is "{word}"', f"write a whole number from {least} to {most}")
        return default

    def flag(self, node: yaml.Node | None, where: str) -> bool:
        """True or false, as YAML 1.1 writes them."""
        word = self.text(node, where).lower()
        if node is not None and word and word not in TRUE | FALSE:
            self.fault(node, f'{where} is "{word}"', "write true or false")
        return word in TRUE

    def lang(self, node: yaml.Node | None, where: str) -> str:
        tag = self.text(node, where)
        if node is not None and tag and not LANG.fullmatch(tag):
            self.fault(node, f'{where} is "{tag}"', "write a language tag: fr, en, ar")
        return tag

    def texts(self, node: yaml.Node | None, where: str, lang: str = "") -> Texts:
        """Texts by language; a bare text is in `lang` where that is given."""
        if node is None:
            return {}
        if lang and isinstance(node, yaml.ScalarNode):
            text = self.text(node, where)
            return {lang: text} if text else {}
        texts = {}
        for tag, value in self.mapping(node, where, ()).items():
            if not LANG.fullmatch(tag):
                self.fault(value, f'"{tag}" in {where} is no language', "write a language tag: fr, en, ar")
            elif text := self.text(value, f"{where}.{tag}"):
                texts[tag] = text
        return texts


def line(node: yaml.Node | int) -> int:
    """The line, from 1, on which a node begins."""
    if isinstance(node, int):
        return node
    return int(node.start_mark.line) + 1
