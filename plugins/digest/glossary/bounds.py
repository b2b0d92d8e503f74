"""Where a word ends: not inside a longer word, a compound name, an address or a number.

Words as the index cuts them end at every apostrophe and hyphen. Here the raw text decides: an apostrophe ends an
elided word (l’AFP) or begins a possessive (AFP’s), a hyphen joins a free prefix (pro-Assad) or a part of another name
(Saint-Denis is no Denis, Paris-Soir no Paris).
"""

from __future__ import annotations

import re

from plugins.digest.glossary.fold import APOSTROPHES, key, word_set

HYPHEN = "-‐‑"
"""Hyphens that join words; dashes set them apart."""
NOISY = frozenset(APOSTROPHES + HYPHEN + "@./:_+#&,=%?\\")
"""Characters beside a word that make a closer look needful."""
ELISIONS = word_set(
    "l d qu s n j m t c jusqu lorsqu puisqu quoiqu quelqu al dell all nell sull dall un quest degl"
)
"""Words that lose their last vowel before an apostrophe (French, Italian; "àl’" with a lost space)."""
ARTICLES = word_set("al el an en ash ach as ar ad at az ul")
"""The Arabic article in its transliterations."""
PREFIXES = word_set(
    "anti auto co contre crypto demi euro ex extra hyper infra inter intra mega meta micro mini multi neo non nord"
    " ouest over para pan post pre pro proto pseudo quasi semi sous sub sud super sur trans ultra un vice"
)
"""What may stand before a name and a hyphen without making it another name."""
CLITICS = word_set("la ci t il elle on je tu nous vous ils elles ce le les lui leur moi toi y en")
"""What French hangs on a word with a hyphen."""
CONTRACTIONS = frozenset(("s", "d", "ll", "ve", "re", "m", "t"))
"""What English hangs on a word with an apostrophe."""
TOP_DOMAINS = word_set("com org net fr info eu int gov edu uk de be ch ca io tv press news")
LONGEST_CHAIN = 60
"""Characters before a hyphen or an apostrophe that are looked at."""
LONGEST_ADDRESS = 200
"""Characters of an address before a name that are looked at."""
_CHAIN_BEFORE = re.compile(r"(?:[^\W_]+[-‐‑'’])*[^\W_]*\Z")
_CHAIN_AFTER = re.compile(r"(?:[^\W_]+)(?:[-‐‑'’][^\W_]+)*")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*[a-zß-öø-ÿ]")


def bounded(text: str, start: int, end: int, lang: str) -> bool:
    """True when text[start:end] stands for itself. `lang` is the language of the text."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if (before.isalnum() and not text[start].isalnum()) or (after.isalnum() and not text[end - 1].isalnum()):
        return False  # ".NET" in "ASP.NET", "C++" in "C++x"
    if before in NOISY and not _free_before(text, start, before, text[start - 2] if start > 1 else " "):
        return False
    return after not in NOISY or _free_after(
        text, start, end, after, text[end + 1] if end + 1 < len(text) else " ", lang
    )


def _free_before(text: str, start: int, sign: str, further: str) -> bool:
    """What stands before: `sign` right before `start`, and `further` before that."""
    if sign == "@":
        return False
    if sign in "/:?=" and _address(text, start):
        return False
    if not further.isalnum():
        return True
    if sign in APOSTROPHES:
        chain = _CHAIN_BEFORE.search(text, max(0, start - LONGEST_CHAIN), start - 1)
        return chain is None or key(re.split("[-‐‑'’]", chain[0])[-1]) in ELISIONS
    if sign in HYPHEN:
        chain = _CHAIN_BEFORE.search(text, max(0, start - LONGEST_CHAIN), start - 1)
        return chain is not None and _free_prefix(chain[0])
    if sign in ".,":
        if further.isdigit() and text[start].isdigit():
            return False
        return sign == "," or not _address(text, start)
    return sign not in "_+#&=\\"


def _free_prefix(chain: str) -> bool:
    """True when what stands before a hyphen leaves the name after it what it is: "l’ex-", "al-", not "Aix-en-"."""
    parts = re.split("[-‐‑]", chain)
    word = key(re.split("['’]", parts[-1])[-1])
    return len(parts) == 1 and (word in ARTICLES or word in PREFIXES)


def _free_after(text: str, start: int, end: int, sign: str, further: str, lang: str) -> bool:
    """What stands after: `sign` right at `end`, and `further` after that."""
    if sign in "+#":
        return False
    if sign in HYPHEN and _LINE_END.match(text, end + 1):
        return False  # perhaps the rest of the word is on the next line
    if sign in "@/:?=" and _address(text, start):
        return False
    if not further.isalnum():
        return True
    chain = _CHAIN_AFTER.match(text, end + 1)
    following = chain[0] if chain else ""
    if sign in APOSTROPHES:
        return key(following) in CONTRACTIONS
    if sign in HYPHEN:
        return _free_suffix(text[start], following, lang)
    if sign in ".,":
        if further.isdigit() and text[end - 1].isdigit():
            return False
        return sign == "," or (following not in TOP_DOMAINS and not _address(text, start))
    return sign not in "@_&=\\"


def _free_suffix(first: str, chain: str, lang: str) -> bool:
    """True when what stands after a hyphen leaves the name before it what it is: "-là", "-led", not "-Soir"."""
    if any(c.isupper() or c.isdigit() for c in chain):
        return False
    return first.isupper() or lang == "en" or key(re.split("[-‐‑]", chain)[0]) in CLITICS


def _address(text: str, start: int) -> bool:
    """True when the characters without space around belong to an address."""
    before = text[max(0, start - LONGEST_ADDRESS) : start]
    token = before.split()[-1] if before and not before[-1].isspace() else ""
    token += text[start : start + LONGEST_CHAIN].split(None, 1)[0]
    return "://" in token or token.lower().startswith("www.") or "@" in token
