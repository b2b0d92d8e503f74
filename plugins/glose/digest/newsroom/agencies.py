"""News agencies by the names that they sign with, and the short code that stands for each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

Own = tuple[tuple[str, str], ...]
"""Agencies of the house's own, beside those that everybody knows: name as it is signed, and code."""

AGENCIES = {
    "AFP": (
        *("AFP", "afp", "Agence France-Presse", "Agence France Presse", "AGENCE FRANCE-PRESSE", "AFPTV"),
        *("أ ف ب", "أ.ف.ب", "أ. ف. ب.", "ا ف ب", "ا.ف.ب", "أف ب", "فرانس برس", "وكالة فرانس برس"),
    ),
    "AP": ("AP", "The Associated Press", "Associated Press", "The AP", "أ ب", "أسوشيتد برس"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters", "Reuters News", "رويترز"),
    "ATS": ("ATS", "ats", "Keystone-ATS", "Keystone ATS", "Agence télégraphique suisse"),
    "SDA": ("SDA", "sda", "Keystone-SDA", "Keystone SDA", "Schweizerische Depeschenagentur"),
    "AWP": ("AWP", "awp"),
    "Belga": ("Belga", "BELGA"),
    "EFE": ("EFE", "Agencia EFE", "إفي"),
    "Europa Press": ("Europa Press", "EUROPA PRESS"),
    "Télam": ("Télam", "Telam", "TELAM"),
    "Notimex": ("Notimex", "NOTIMEX"),
    "dpa": (
        *("dpa", "DPA", "dpa-AFX", "dpa-infocom", "dpa-tmn", "Deutsche Presse-Agentur"),
        *(f"dpa/{desk}" for desk in "lby lsw lhe lrs lnw lni lno lsh lmv lbn lsa lth lsx bb tmn".split()),
        *("د ب أ", "د.ب.أ", "د. ب. أ."),
    ),
    "dts": ("dts Nachrichtenagentur", "dts"),
    "epd": ("epd", "Evangelischer Pressedienst"),
    "KNA": ("KNA", "Katholische Nachrichten-Agentur"),
    "SID": ("SID", "Sport-Informations-Dienst"),
    "dapd": ("dapd",),
    "ddp": ("ddp",),
    "Kathpress": ("Kathpress", "KATHPRESS"),
    "ots": ("ots", "OTS"),
    "ANSA": ("ANSA", "Agenzia ANSA"),
    "Adnkronos": ("Adnkronos", "ADNKRONOS"),
    "AGI": ("AGI",),
    "LaPresse": ("LaPresse",),
    "APA": ("APA", "Austria Presse Agentur", "Austria Presse-Agentur"),
    "TASS": ("TASS", "ITAR-TASS", "Tass", "ТАСС", "ИТАР-ТАСС", "تاس"),
    "RIA Novosti": ("RIA Novosti", "RIA", "РИА Новости"),
    "Sputnik": ("Sputnik", "سبوتنيك"),
    "Interfax": ("Interfax", "INTERFAX", "Интерфакс"),
    "Ukrinform": ("Ukrinform",),
    "Xinhua": ("Xinhua", "XINHUA", "Chine nouvelle", "شينخوا"),
    "Kyodo": ("Kyodo", "KYODO", "Kyodo News"),
    "Jiji": ("Jiji Press", "Jiji"),
    "Yonhap": ("Yonhap",),
    "PA": ("PA", "PA Media", "Press Association"),
    "UPI": ("UPI", "United Press International"),
    "AAP": ("AAP", "Australian Associated Press"),
    "CP": ("CP", "The Canadian Press", "La Presse canadienne", "La Presse Canadienne"),
    "ANP": ("ANP",),
    "NTB": ("NTB",),
    "TT": ("TT",),
    "STT": ("STT",),
    "Ritzau": ("Ritzau", "ritzau", "RITZAU", "Ritzaus Bureau"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",),
    "IANS": ("IANS",),
    "Bernama": ("Bernama", "BERNAMA"),
    "Lusa": ("Lusa", "LUSA", "Agência Lusa"),
    "PAP": ("PAP",),
    "ČTK": ("ČTK", "CTK"),
    "MTI": ("MTI",),
    "APS": ("APS", "واج"),
    "MAP": ("MAP", "و م ع", "و.م.ع"),
    "TAP": ("TAP", "وات"),
    "SANA": ("SANA", "سانا"),
    "WAFA": ("WAFA", "وفا"),
    "SPA": ("SPA", "واس"),
    "WAM": ("WAM", "وام"),
    "KUNA": ("KUNA", "كونا"),
    "QNA": ("QNA", "قنا"),
    "Petra": ("Petra", "بترا"),
    "MENA": ("MENA", "أ ش أ", "أ.ش.أ"),
    "NNA": ("NNA",),
    "IRNA": ("IRNA", "إرنا"),
    "Anadolu": ("Anadolu", "Agence Anadolu", "Anadolu Agency", "الأناضول"),
    "AA": ("AA",),
    "UNI": ("UNI",),
    "askanews": ("askanews", "Askanews"),
    "Agerpres": ("AGERPRES", "Agerpres"),
    "Tanjug": ("Tanjug", "TANJUG"),
    "HINA": ("HINA",),
    "BTA": ("BTA",),
    "LETA": ("LETA",),
    "BNS": ("BNS",),
    "Antara": ("ANTARA",),
    "KCNA": ("KCNA",),
    "CNA": ("CNA",),
    "Prensa Latina": ("Prensa Latina", "PRENSA LATINA"),
    "Andina": ("ANDINA",),
    "Agência Brasil": ("Agência Brasil", "AGÊNCIA BRASIL"),
    "Folhapress": ("FOLHAPRESS", "Folhapress"),
    "Estadão Conteúdo": ("Estadão Conteúdo", "ESTADÃO CONTEÚDO"),
    "Panapress": ("Panapress",),
    "GNA": ("GNA",),
    "NAN": ("NAN",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "PR Newswire": ("PR Newswire", "PRNewswire", "PR NEWSWIRE", "PRNEWSWIRE"),
    "Business Wire": ("BUSINESS WIRE", "Business Wire", "BUSINESSWIRE"),
    "GlobeNewswire": ("GLOBE NEWSWIRE", "GlobeNewswire", "Globe Newswire", "GLOBENEWSWIRE"),
    "Accesswire": ("ACCESSWIRE", "Accesswire"),
    "Marketwired": ("Marketwired", "Marketwire", "MARKETWIRED"),
    "CNW": ("CNW", "CNW Telbec", "CNW Group"),
}
"""Code: the forms as they are signed, capitals and all. One home for datelines, signatures and bylines."""

_JOINT = r"(?:\s*[,/&+–-]\s*|\s+(?:et|and|und|y|e|with|avec|mit|con)\s+|\s+)"


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies that a house knows, as patterns."""

    codes: dict[str, str]
    """The code of each form."""
    name: str
    """Pattern of one agency's name, without word boundaries."""
    names: str
    """Pattern of one name or several: ``AFP``, ``ats afp``, ``AFP/Reuters``, ``AFP et AP``."""
    found: re.Pattern[str]
    """One name with nothing of a word around it."""

    def code(self, text: str) -> str:
        """The code of the first agency named in `text`; empty when none is."""
        match = self.found.search(text)
        return self.codes[match[0]] if match else ""

    def is_agency(self, text: str) -> bool:
        """True for a text that is the names of agencies and nothing else."""
        return bool(re.fullmatch(self.names, text.strip()))


@lru_cache(maxsize=16)
def agencies(own: Own = ()) -> Agencies:
    """The agencies that everybody knows and the house's `own`, whose codes win; compiled once."""
    codes = {form: code for code, forms in AGENCIES.items() for form in forms} | dict(own)
    name = "(?:" + "|".join(re.escape(form) for form in sorted(codes, key=len, reverse=True)) + ")"
    return Agencies(codes, name, f"{name}(?:{_JOINT}{name})*", re.compile(rf"(?<!\w){name}(?!\w)"))


def ordered(own: Iterable[tuple[str, str]]) -> Own:
    """The pairs of a setting as a value that may be compared: the same agencies are the same value."""
    return tuple(sorted((" ".join(name.split()), code.strip()) for name, code in own if name.strip()))


NAME = agencies().name
"""Pattern of one agency's name that everybody knows."""


def code(text: str, own: Own = ()) -> str:
    """The code of the first agency named in `text`; empty when none is.

    >>> code("© 2016 Agence France-Presse"), code("ats afp"), code("Agence Test")
    ('AFP', 'ATS', '')
    >>> code("Agence Test", (("Agence Test", "AGT"),))
    'AGT'
    """
    return agencies(own).code(text)
