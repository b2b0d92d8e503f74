"""Runs other glossary tools on the case table, and prints docs/matching-compared.md's table.

    python -m tests.glossary.peers.compare ELEVENTY/lib/glossary.js NODE_MODULES/docusaurus-plugin-glossary

Not part of the tests: it needs Node and the two plugins (eleventy-plugin-glossary from its repository,
docusaurus-plugin-glossary from npm). Python-Markdown's `abbr` comes with our own dependencies. A case counts as right
when exactly the expected words are marked with the expected term; how often the same words are marked does not count,
since two of the peers mark first mentions only. Each peer has every name of every term, and case sensitivity where
it can be set.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension

from glose.digest.glossary import Matcher
from tests.glossary.case_table import Case, cases

Found = set[tuple[str, str]]


def terms(case: Case) -> list[dict[str, object]]:
    return [
        {"slug": term.slug, "names": [name.text for name in term.names]}
        for term in case.glossary.terms
        if term.names
    ]


def ours(case: Case) -> Found:
    found = Matcher(case.glossary, case.lang, case.on).find(case.text)
    return {(case.text[one.start : one.end], one.term) for one in found}


def abbr(case: Case) -> Found:
    names = {name.text: term.slug for term in case.glossary.terms for name in term.names}
    html = Markdown(extensions=[AbbrExtension(glossary=names)]).convert(case.text)
    marks = re.findall(r'<abbr title="([^"]*)">(.*?)</abbr>', html, re.DOTALL)
    return {(unescape(words), slug) for slug, words in marks}


def main(eleventy: str, docusaurus: str) -> None:
    every = list(cases())
    given = json.dumps([{"text": case.text, "terms": terms(case)} for case in every])
    script = Path(__file__).with_name("peers.mjs")
    answer = subprocess.run(
        ["node", str(script), eleventy, docusaurus], input=given, capture_output=True, text=True, check=True
    ).stdout
    columns = ("ours", "abbr", "eleventy", "docusaurus")
    right: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for case, others in zip(every, json.loads(answer), strict=True):
        got = {"ours": ours(case), "abbr": abbr(case)} | {
            peer: {(words, slug) for words, slug in found} for peer, found in others.items()
        }
        for row in (case.section, "all: marks" if case.expected else "all: silent twins", "all"):
            total[row] += 1
            tally = right.setdefault(row, Counter())
            tally.update(column for column in columns if got[column] == set(case.expected))
    print("| section | cases | ours | abbr | Eleventy | Docusaurus |\n|---|---|---|---|---|---|")
    for row, count in sorted(total.items(), key=lambda item: item[0].startswith("all")):
        print(f"| {row} | {count} | " + " | ".join(str(right[row][column]) for column in columns) + " |")


if __name__ == "__main__":
    main(*sys.argv[1:])
