"""Inline Markdown: links, emphasis, code inside a block's text, each notation in one pass over it.

Python-Markdown builds the whole text anew after every match, looks for all notations in every text and copies what
it has found so far: 200,000 backslashes in one paragraph cost it half a minute. It also loses letters where two
kinds of emphasis meet (``**a *b* snake_case *c*``), because its places are those of the text before. Here a text is
read where it stands, a notation is looked for only where its sign is, and the parts are joined once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from xml.etree.ElementTree import Element  # built here, never parsed

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_RE, AtomicString

from glose.digest.render.emphasis import Emphasis

SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "glossary-mark": "[[",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "bare_address": "://",
    "raw_html": "<",
    "linebreak": "  \n",
    "entity": "&",
    "em_strong": "*_",
}
"""What a text must hold for a notation to be in it: most paragraphs of news hold none."""
ONE_OF = frozenset({"em_strong"})
"""Where one of several characters will do."""

Found = tuple[Element, frozenset[str]]
"""An element, and the names of those around it."""


class Inlines(Treeprocessor):  # type: ignore[misc]  # it has no types
    """Reads the inline notations of a block tree, in the order and with the patterns of `md.inlinePatterns`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.patterns: list[tuple[str, str, InlineProcessor]] = []
        self.stashed_nodes: dict[str, Element | str] = {}
        """What has been read and put aside, by number; patterns look into it by this name."""
        self.ancestors: frozenset[str] = frozenset()

    def run(self, root: Element) -> Element:
        """Replace the notations in the texts of `root` by elements, in place."""
        if not self.patterns:
            self.patterns = list(_with_signs(self.md))
        self.stashed_nodes = {}
        waiting: deque[Found] = deque([(root, frozenset())])
        while waiting:
            element, ancestors = waiting.popleft()
            self.ancestors = ancestors | {element.tag}
            self._read_children(element, waiting)
        return root

    def _read_children(self, element: Element, waiting: deque[Found]) -> None:
        children: list[Element] = []
        inside: list[tuple[Element, list[Found]]] = []
        coming = deque(element)
        while coming:
            child = coming.popleft()
            children.append(child)
            if child.text and not isinstance(child.text, AtomicString):
                around, self.ancestors = self.ancestors, self.ancestors | {child.tag}
                child.text, found = self._restored(self._put_aside(child.text))
                self.ancestors = around
                waiting += found
                if found:
                    inside.append((child, found))
            if child.tail:
                child.tail, found = self._restored(self._put_aside(child.tail))
                coming.extendleft(one for one, _ in reversed(found))
            if len(child):
                waiting.append((child, self.ancestors))
        element[:] = children
        for child, found in inside:
            child[:] = [*(one for one, _ in found), *child]

    def _put_aside(self, text: str, start: int = 0) -> str:
        """`text` with a number in place of what the patterns from the `start`-th on find in it."""
        if isinstance(text, AtomicString):  # done with, and stays known as such
            return text  # type: ignore[no-any-return]
        for number, (sign, other, pattern) in enumerate(
            self.patterns[start:] if start else self.patterns, start
        ):
            if (sign in text or other in text) and self.ancestors.isdisjoint(pattern.ANCESTOR_EXCLUDES):
                text = "".join(self._replaced(text, number, pattern))
        return text

    def _replaced(self, text: str, number: int, pattern: InlineProcessor) -> Iterator[str]:
        done = 0
        for node, start, end in list(_found(pattern, text)):  # all of them first: a pattern may have a memory
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                self._read_node(node, number)
            name = f"{len(self.stashed_nodes):04}"
            self.stashed_nodes[name] = node
            yield text[done:start]
            yield INLINE_PLACEHOLDER % name
            done = end
        yield text[done:]

    def _read_node(self, node: Element, number: int) -> None:
        """What stands inside an element that was found: notations after its own only."""
        for one in (node, *node):
            if one.text:
                around, self.ancestors = self.ancestors, self.ancestors | {one.tag}
                one.text = self._put_aside(one.text, number + 1)
                self.ancestors = around
            if one.tail:
                one.tail = self._put_aside(one.tail, number)

    def _restored(self, text: str) -> tuple[str | None, list[Found]]:
        """What stands before the first element that was put aside in `text`, and the elements with their tails."""
        if not self.stashed_nodes:
            return text, []
        found: list[Found] = []
        texts: list[str] = []
        first: str | None = None

        def close() -> None:
            nonlocal first
            words = texts[0] if len(texts) == 1 else "".join(texts)
            if found:
                found[-1][0].tail = words or None
            else:
                first = words or None
            texts.clear()

        done = 0
        for mark in INLINE_PLACEHOLDER_RE.finditer(text):
            node = self.stashed_nodes.get(mark[1])
            if node is None:
                continue
            if mark.start() > done:
                texts.append(text[done : mark.start()])
            done = mark.end()
            if isinstance(node, str):
                texts.append(node)
                continue
            self._restore_inside(node)
            close()
            found.append((node, self.ancestors))
        if done < len(text):
            texts.append(text[done:] if done else text)
        close()
        return first, found

    def _restore_inside(self, node: Element) -> None:
        found: list[Found] = []
        if node.text and node.text.strip():
            node.text, found = self._restored(node.text)
        children = [one for one, _ in found]
        for child in node:
            children.append(child)
            if child.text and child.text.strip():
                child.text, found = self._restored(child.text)
                child[0:0] = [one for one, _ in found]
            if child.tail and child.tail.strip():
                child.tail, found = self._restored(child.tail)
                children += [one for one, _ in found]
        if children:
            node[:] = children


def _with_signs(md: Markdown) -> Iterator[tuple[str, str, InlineProcessor]]:
    registry = md.inlinePatterns
    names = {id(registry[name]): name for name in SIGNS if name in registry}
    for pattern in registry:
        name = names.get(id(pattern), "")
        signs = SIGNS.get(name, "")  # nothing is in every text
        one, other = (signs[0], signs[1]) if name in ONE_OF else (signs, signs)
        yield one, other, pattern


def _found(pattern: InlineProcessor, text: str) -> Iterator[tuple[Element | str, int, int]]:
    """What `pattern` finds in `text`, from left to right, and where."""
    if isinstance(pattern, Emphasis):
        yield from pattern.find(text)
        return
    search = pattern.getCompiledRegExp().search
    match = search(text)
    while match:
        node, start, end = pattern.handleMatch(match, text)
        if (
            start is None or end is None or end <= match.start()
        ):  # a link whose title is left open "ends" at -1
            node, end = None, match.end()
        if node is not None:
            yield node, start, end
        match = search(text, end)
