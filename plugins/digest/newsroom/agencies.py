"""News agencies by the names that they sign with, and the short code that stands for each."""

from __future__ import annotations

import re

AGENCIES = {
    "AFP": ("AFP", "afp", "Agence France-Presse", "Agence France Presse"),
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters", "Reuters News"),
    "ATS": ("ATS", "ats", "Keystone-ATS", "Keystone ATS", "Agence télégraphique suisse"),
    "SDA": ("SDA", "sda", "Keystone-SDA", "Keystone SDA"),
    "AWP": ("AWP", "awp"),
    "Belga": ("Belga", "BELGA"),
    "EFE": ("EFE", "Agencia EFE"),
    "Europa Press": ("Europa Press", "EUROPA PRESS"),
    "dpa": ("dpa", "DPA", "dpa-AFX", "Deutsche Presse-Agentur"),
    "SID": ("SID",),
    "ANSA": ("ANSA", "Agenzia ANSA"),
    "APA": ("APA", "Austria Presse Agentur"),
    "TASS": ("TASS", "ITAR-TASS", "Tass", "ТАСС"),
    "RIA Novosti": ("RIA Novosti", "RIA", "РИА Новости"),
    "Interfax": ("Interfax", "INTERFAX"),
    "Xinhua": ("Xinhua", "XINHUA", "Chine nouvelle"),
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
    "Ritzau": ("Ritzau", "Ritzaus Bureau"),
    "PTI": ("PTI", "Press Trust of India"),
    "Lusa": ("Lusa", "LUSA", "Agência Lusa"),
    "PAP": ("PAP",),
    "MAP": ("MAP",),
    "APS": ("APS",),
    "TAP": ("TAP",),
    "SANA": ("SANA",),
    "Anadolu": ("Anadolu", "Agence Anadolu", "Anadolu Agency"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
}
"""Code: the forms as they are signed, capitals and all. One home for datelines, signatures and bylines."""

_CODES = {form: code for code, forms in AGENCIES.items() for form in forms}

NAME = "(?:" + "|".join(re.escape(form) for form in sorted(_CODES, key=len, reverse=True)) + ")"
"""Pattern of one agency's name, without word boundaries."""
NAMES = rf"{NAME}(?:(?:\s*[,/&+–-]\s*|\s+(?:et|and|und|y|e|with|avec|mit|con)\s+|\s+){NAME})*"
"""Pattern of one name or several: ``AFP``, ``ats afp``, ``AFP/Reuters``, ``AFP et AP``."""

_NAME = re.compile(rf"(?<!\w){NAME}(?!\w)")


def code(text: str) -> str:
    """The code of the first agency named in `text`; empty when none is.

    >>> code("© 2016 Agence France-Presse"), code("ats afp"), code("Agence Test")
    ('AFP', 'ATS', '')
    """
    found = _NAME.search(text)
    return _CODES[found[0]] if found else ""
