"""Where a word ends: not inside a longer word, a compound name, an address or a number.

Words as the index cuts them end at every apostrophe and hyphen. Here the raw text decides: an apostrophe ends an
elided word (l’AFP) or begins a possessive (AFP’s), a hyphen joins a free prefix (pro-Assad) or a part of another name
(Saint-Denis is no Denis, Paris-Soir no Paris).
"""

from __future__ import annotations

import re

from glose.digest.glossary.company.monuments import STATE_INITIALS
from glose.digest.glossary.fold import APOSTROPHES, key, word_set

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
    "apres avant hors dopo filo nach vor nicht pos mid outre"
    " kabinet commissie regering oud plan"
    " anti auto co contre crypto demi euro ex extra hyper infra inter intra mega meta micro mini multi neo non nord"
    " ouest over para pan post pre pro proto pseudo quasi semi sous sub sud super sur trans ultra un vice"
)
"""What may stand before a name and a hyphen without making it another name."""
SIDES = word_set("est ouest ost")
"""Halves of a town: "Alep-Est"; its north and its south are stations and banks as well."""
CLITICS = word_set("la ci t il elle on je tu nous vous ils elles ce le les lui leur moi toi y en")
"""What French hangs on a word with a hyphen."""
CONTRACTIONS = frozenset(("s", "d", "ll", "ve", "re", "m", "t"))
"""What English hangs on a word with an apostrophe."""
SUFFIXED = frozenset(("tr", "az", "tk", "crh"))
"""Languages that hang endings on names with an apostrophe: "Ankara’nın"."""
TOP_DOMAINS = word_set("com org net fr info eu int gov edu uk de be ch ca io tv press news")
LONGEST_CHAIN = 60
"""Characters before and after a hyphen or an apostrophe that are looked at."""
LONGEST_ADDRESS = 200
"""Characters of an address before a name that are looked at."""
_CHAIN_BEFORE = re.compile(r"(?:[^\W_]+[-‐‑'’])*[^\W_]*\Z")
_CHAIN_AFTER = re.compile(r"(?:[^\W_]+)(?:[-‐‑'’][^\W_]+)*")
_GERMAN_NOUN = re.compile(
    r"(?:[A-ZÄÖÜ]\w*)?(?i:regierung|kommission|gipfels?|staat(?:en|es)?|länder[ns]?|mitglied(?:er|s)?|mitgliedschaft|truppen|armee"
    r"|chef(?:in|s)?|minister(?:in|s)?|präsident(?:in|en)?|sprecher(?:in|s)?|kritiker[ns]?|kritik|anhänger[ns]?|gegner[ns]?"
    r"|krise|konflikts?|kriegs?|angriffe?|abkommens?|vertrags?|austritts?|beitritts?|parlaments?|grenze|politik|politiker[ns]?"
    r"|experten?|botschaft(?:er)?|soldat(?:en)?|kämpfer[ns]?|miliz(?:en)?|regimes?|lagers?|partei|fraktion|affäre|ära|besuchs?"
    r"|treffens?|resolution|sanktionen|mission|einsatz(?:es)?|beobachter[ns]?|generalsekretärs?|zentrale|berichts?|studie|agentur"
    r"|korrespondent(?:in|en)?|werke?s?|konzerns?|aktien?|fans?|trainers?|spielers?|bewohner[ns]?|bürger[ns]?|hafens?|straße"
    r"|freund(?:e|es)?|vertraute[rn]?|berater[ns]?|getreue[rn]?|nachfolger[ns]?|verbündete[rn]?|partner[ns]?|führung|führer[ns]?"
    r"|spitze|organisation|konferenz|verhandlungen|gespräche[ns]?|bündnis(?:ses)?|rakete[n]?|drohnen?|panzer[ns]?|gesetz(?:es)?"
    r"|kabinetts?|koalition|wähler[ns]?|wahl|reise|rede|interview|prozess(?:es)?|skandals?|debatte|erklärung|initiative"
    r"|proteste?[ns]?|demonstration(?:en)?|demos?|haltung|kurs(?:es)?|propaganda|pläne[n]?|plan(?:e?s)?|gebiet(?:e|en|s)?|front"
    r"|hilfe[n]?|vertretung|gesandte[rn]?|kanzler(?:in|s)?|vorsitzende[rn]?|abgeordnete[rn]?|ministerium(?:s)?|rats?|rates|vorschl[aä]ge?s?|kandidat(?:in|en)?|deals?|pakte?s?|briefe?s?|auftritte?s?|umfeld(?:es)?|nachfolge|zölle[n]?|zitate?s?"
    r"|geheimdienst(?:es|e|s)?|militärs?|verfassung|opposition|revolution|bewegung|delegation|vertreter[ns]?|kenner[ns]?|reihe)"
)
"""Common nouns, and compounds of them, that a German name may begin: "Nato-Gipfel", "Assad-Regime"."""
DOUBLE = frozenset(
    key(name)
    for name in (
        "Autriche-Hongrie", "Austria-Hungary", "Österreich-Ungarn", "Austria-Hungría",
        "Austria-Ungheria", "Bosnie-Herzégovine", "Bosnia-Herzegovina", "Bosnien-Herzegowina",
        "Guinée-Bissau", "Guinea-Bissau", "Papouasie-Nouvelle-Guinée", "Alsace-Lorraine",
        "Alsace-Moselle", "Elsass-Lothringen", "Serbie-Monténégro", "Bourgogne-Franche-Comté",
        "Midi-Pyrénées", "Languedoc-Roussillon", "Rhône-Alpes", "Schleswig-Holstein",
        "Sachsen-Anhalt", "Saxe-Anhalt", "Baden-Württemberg", "Bade-Wurtemberg",
        "Nordrhein-Westfalen", "Rhénanie-Westphalie", "Rheinland-Pfalz",
        "Mecklenburg-Vorpommern", "Kabardino-Balkarie", "Champagne-Ardenne",
        "Castilla-La Mancha", "Emilia-Romagna", "Friuli-Venezia", "Trentino-Alto",
        "Trentin-Haut", "Poitou-Charentes", "Provence-Alpes", "Auvergne-Rhône",
    )
)  # fmt: skip
"""Two names that are one of another place together, whoever else has them."""
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*[a-zß-öø-ÿ]")


def free_before(text: str, start: int) -> bool:
    """True when what stands before text[start:] leaves the word there what it is."""
    before = text[start - 1] if start else " "
    if before.isalnum() and not text[start].isalnum():
        return False  # ".NET" in "ASP.NET"
    return before not in NOISY or _free_before(text, start, before, text[start - 2] if start > 1 else " ")


def free_after(text: str, start: int, end: int, lang: str) -> bool:
    """True when what stands after text[start:end] leaves it what it is. `lang` is the language of the text."""
    after = text[end] if end < len(text) else " "
    if after.isalnum() and not text[end - 1].isalnum():
        return False  # "C++" in "C++x"
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
    chain = _CHAIN_AFTER.match(text, end + 1, end + 1 + LONGEST_CHAIN)
    following = chain[0] if chain else ""
    if sign in APOSTROPHES:
        return key(following) in CONTRACTIONS or (lang in SUFFIXED and following.islower())
    if sign in HYPHEN:
        return _free_suffix(text[start:end], following, lang)
    if sign in ".,":
        if further.isdigit() and text[end - 1].isdigit():
            return False
        return sign == "," or (following not in TOP_DOMAINS and not _address(text, start))
    return sign not in "@_&=\\"


def _free_suffix(name: str, chain: str, lang: str) -> bool:
    """True when what stands after a hyphen leaves the name before it what it is: "-là", "-led", not "-Soir"."""
    if key(chain) in SIDES and name[0].isupper():
        return True
    if chain.isdigit() and name.isupper() and len(name) > 1:
        return True  # "UE-27"
    if any(c.isupper() or c.isdigit() for c in chain):
        return lang == "de" and name[0].isupper() and bool(_GERMAN_NOUN.fullmatch(chain))
    return name[0].isupper() or lang == "en" or key(re.split("[-‐‑]", chain)[0]) in CLITICS


def initials_before(text: str, end: int) -> bool:
    """True when the initials of a state, known to every reader, end there: "US-China"."""
    chain = _CHAIN_BEFORE.search(text, max(0, end - LONGEST_CHAIN), end)
    return chain is not None and chain[0] in STATE_INITIALS


def initials_after(text: str, start: int) -> bool:
    """True when the initials of a state begin there and end the hyphened words: "Iran-US"."""
    chain = _CHAIN_AFTER.match(text, start, start + LONGEST_CHAIN)
    return chain is not None and chain[0] in STATE_INITIALS


def _address(text: str, start: int) -> bool:
    """True when the characters without space around belong to an address."""
    before = text[max(0, start - LONGEST_ADDRESS) : start]
    token = before.split()[-1] if before and not before[-1].isspace() else ""
    token += text[start : start + LONGEST_CHAIN].split(None, 1)[0]
    return "://" in token or token.lower().startswith("www.") or "@" in token


def one_place(text: str, start: int, end: int) -> bool:
    """True when the hyphened words around text[start:end] are the one name of a place: "Autriche-Hongrie"."""
    before = _CHAIN_BEFORE.search(text, max(0, start - LONGEST_CHAIN), start)
    after = (
        _CHAIN_AFTER.match(text, end + 1, end + 1 + LONGEST_CHAIN) if text[end : end + 1] in HYPHEN else None
    )
    whole = text[before.start() if before else start : after.end() if after else end]
    parts = key(whole)
    return any(f" {name} " in f" {parts} " for name in DOUBLE)
