"""What a PDF, a printed page or a browser leaves in a text that was copied from it: page numbers, heads, navigation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from glose.digest.dates import parse_date
from glose.digest.model.article import Finding
from glose.digest.newsroom.bylines import read as byline

PAGE = "\f"
"""The sign for a new page."""
BESIDE = 2
"""Lines from a page's edge in which its head and foot stand."""
MOST_LINES = 20_000
"""Lines of a text that is looked through; no paper has as many."""

FEW, WIDEST = 12, 110
"""Lines and columns of a text that is wrapped, in which a line break is only a space."""

_NUMBER = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]"
    r"|(?:page|seite|p[áa]gina|pag\.|p\.|sida|side|strona|صفحة)\s*\d{1,4}(?:\s*(?:/|sur|of|von|de|di|da|av|من)\s*\d{1,4})?"
    r"|(?:https?://\S{1,300}\s+)?\d{1,4}\s*(?:/|sur|of|von)\s*\d{1,4}",
    re.I,
)
_BARE = re.compile(r"\d{1,4}")
_DAY = re.compile(r"\d{4}")
_CLOCK = re.compile(r"\d[:h]\d\d")
"""What a browser prints on a page is when it was printed."""
_GAP = re.compile(r" {4,}|\t+")
LONGEST_FOOT = 360
"""Characters of a line with a page's number: a browser prints the address beside it."""
LONGEST_PATH = 120
"""Characters of a trail of sections."""
_HOME = re.compile(
    r"(?:accueil|home(?:\s*page)?|menu|in[íi]cio|voorpagina|hoofdpagina|ga\s+naar\s+de\s+inhoud|inloggen|zoeken|pesquisar|vai\s+al\s+contenuto|(?:saltar|ir)\s+para\s+o\s+conte[úu]do|startseite|inicio|portada|página\s+inicial|aller\s+au\s+contenu|skip\s+to\s+(?:main\s+)?content"
    r"|zum\s+inhalt|ir\s+al\s+contenido|rechercher|search|suche|buscar|cerca|se\s+connecter|connexion|log\s*in|sign\s+in|anmelden"
    r"|iniciar\s+sesión|accedi|s['’]abonner|subscribe|abonnieren|newsletters?|الرئيسية|القائمة|بحث)",
    re.I,
)
_PATH_SIGN = re.compile(r"\s*[>›»/|·•]\s*")
_ENDS = re.compile(r"[.!?…:]['\"»”’)\]]*\s*$|[.!?…]\s*»\s*$")
MOST_ENTRY = 3
"""Words of it."""
_SHORT = 30
"""Characters of an entry of a menu."""


def unpaged(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text without page numbers, the heads of its pages and the menu above it, with a finding for each.

    `text` may have `PAGE` signs. A paragraph that goes on over the page's edge is whole again; a date beside the
    paper's name on the first line stays, on a line of its own.
    """
    lines = text.replace(PAGE, f"\n{PAGE}\n").split("\n")
    if len(lines) > MOST_LINES:
        return text.replace(PAGE, "\n\n"), ()
    findings: list[Finding] = []
    lines = _masthead(lines, findings)
    lines = _pages(lines, findings)
    lines = _menu(lines, findings)
    return "\n".join(lines), tuple(findings)


def _masthead(lines: list[str], findings: list[Finding]) -> list[str]:
    """The first line apart, where it holds the paper's name and a date side by side."""
    first = next((n for n, line in enumerate(lines) if line.strip(PAGE + " \t")), None)
    if first is None:
        return lines
    parts = [part for part in _GAP.split(lines[first].strip()) if part.strip()]
    if len(parts) < 2 or len(lines[first]) > 200:
        return lines
    days = [part for part in parts if len(part) <= 60 and not _CLOCK.search(part) and parse_date(part)]
    if len(days) != 1:
        return lines
    findings += [
        Finding("page", part.strip(), "the head of the page", 0.8, dropped=True)
        for part in parts
        if part not in days
    ]
    return [*lines[:first], days[0].strip(), "", *lines[first + 1 :]]


def _pages(lines: list[str], findings: list[Finding]) -> list[str]:
    """The lines without numbers, heads and feet of pages."""
    numbers = {
        n for n, line in enumerate(lines) if len(line) <= LONGEST_FOOT and _NUMBER.fullmatch(line.strip())
    }
    edges = {n for n, line in enumerate(lines) if line == PAGE}
    ends = {-1, len(lines)} if edges or len(numbers) > 1 else set()
    near = {n for edge in edges | numbers | ends for n in _beside(lines, edge)}
    bare = {n for n in near if _BARE.fullmatch(lines[n].strip())}
    if not edges and len(numbers) == 1 and not _dashed(lines[min(numbers)]):
        numbers = set()  # "3/4" alone on a line of a text without pages may be a score
    out = numbers | (bare if edges else set())
    repeated = Counter(_shape(lines[n]) for n in near - out)
    out |= {n for n in near - out if repeated[_shape(lines[n])] > 1 and len(lines[n].strip()) <= 100}
    if not out and not edges:
        return lines
    findings += [
        Finding("page", lines[n].strip(), "number, head or foot of a page", 0.9, dropped=True)
        for n in sorted(out)
    ]
    return _joined(lines, out | edges)


def _dashed(line: str) -> bool:
    return not line.strip()[0].isdigit()


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _beside(lines: Sequence[str], edge: int) -> list[int]:
    """The lines with text nearest to an edge, on both sides."""
    found: list[int] = []
    for step in (-1, 1):
        n, count = edge + step, 0
        while 0 <= n < len(lines) and count < BESIDE and abs(n - edge) <= 3 * BESIDE:
            if lines[n].strip(PAGE + " \t"):
                found.append(n)
                count += 1
            n += step
    return found


def _joined(lines: Sequence[str], out: set[int]) -> list[str]:
    """The lines without those, and without the blank ones around them where a sentence goes on."""
    kept: list[str] = []
    narrow = len(lines) > FEW and max(map(len, lines)) <= WIDEST
    cut = False
    for n, line in enumerate(lines):
        if n in out:
            cut = True
            continue
        if cut and not line.strip():
            continue
        if cut:
            while kept and not kept[-1].strip():
                kept.pop()
            open_ = bool(kept) and not _ENDS.search(kept[-1]) and line.lstrip()[:1].islower()
            cut = False
            if open_ and not narrow:
                kept[-1] += " " + line.strip()
                continue
            kept += [] if open_ or not kept else [""]
        kept.append(line)
    return kept


def _menu(lines: list[str], findings: list[Finding]) -> list[str]:
    """The lines without a site's menu above the title: short entries, one of which is what only a menu says."""
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    end = start
    while end < len(lines) and end - start < 60:
        text = lines[end].strip()
        path = _is_path(text)
        if _is_below_title(text):
            break
        if (
            text
            and not path
            and not _HOME.fullmatch(text)
            and (len(text) > _SHORT or len(text.split()) > MOST_ENTRY or _ENDS.search(text))
        ):
            break
        end += 1
    said = [n for n in range(start, end) if lines[n].strip()]
    homes = [n for n in said if _is_path(lines[n].strip()) or _HOME.fullmatch(lines[n].strip())]
    left = any(line.strip() for line in lines[end:])
    if not homes or not left:
        return lines
    below = end < len(lines) and _is_below_title(lines[end].strip())
    if below and said[-1] not in homes:
        said.pop()  # the title
    last = said[-1] if len(said) > 2 or below or _is_headline(lines, end) else max(homes)
    out = [n for n in said if n <= last]
    findings += [Finding("menu", lines[n].strip(), "a site's menu", 0.8, dropped=True) for n in out]
    gone = frozenset(out)
    return [line for n, line in enumerate(lines) if n not in gone]


def _is_below_title(text: str) -> bool:
    """True for a byline, a date or a paragraph: what stands above it is the title."""
    who = byline(text)
    return (
        (who is not None and who.sure)
        or len(text) > LONGEST_PATH
        or (bool(_DAY.search(text)) and parse_date(text) is not None)
    )


def _is_headline(lines: Sequence[str], at: int) -> bool:
    """True for a line that may be the title: more than an entry of a menu, and neither text, name nor date."""
    text = lines[at].strip() if at < len(lines) else ""
    shaped = len(text.split()) > MOST_ENTRY and len(text) <= LONGEST_PATH and not _ENDS.search(text)
    return shaped and not any(map(str.isdigit, text)) and byline(text) is None


def _is_path(text: str) -> bool:
    """True for a trail of sections: ``Accueil > Politique``."""
    parts = _PATH_SIGN.split(text) if len(text) <= LONGEST_PATH else []
    return 2 <= len(parts) <= 7 and bool(_HOME.fullmatch(parts[0])) and max(map(len, parts)) <= 40
