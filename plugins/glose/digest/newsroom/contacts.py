"""Whom the press may call about a story: lines with names, numbers and addresses, never for readers."""

from __future__ import annotations

import re

_CONTACT = re.compile(
    r"""\W{0,3}(?:(?:contacts?|kontakte?|contacto|contatt[oi]|contato)
        (?:\s+(?:de\s+|di\s+|da\s+|(?:para|per|f[üu]r|voor|pour|for)\s+(?:(?:l?a|die|de|the|los|os)\s+)?)?(?:presse|press|media|m[ée]dias?|stampa|prensa|imprensa|pers))?
      | (?:press(?:e)?|media|m[ée]dias?)[\s-]*(?:contacts?|kontakte?|relations|office|inquiries|enquiries)
      | relations?\s+(?:avec\s+les\s+)?(?:presse|m[ée]dias?) | service\s+de\s+presse | ufficio\s+stampa
      | pressekontakte? | ansprechpartner(?:in)? | r[üu]ckfragehinweis
      | (?:(?:f[üu]r|bei)\s+)?(?:weitere\s+)?(?:presse)?
        r[üu]ckfragen(?:\s+(?:bitte\s+)?an)?
      | (?:voor\s+)?(?:meer\s+informatie|(?:pers)?vragen) | perscontact | noot\s+voor\s+de\s+pers
      | (?:more|further)\s+information | m[áa]s\s+informaci[óo]n
      | para\s+mais\s+informa[çc][õo]es | assessoria\s+de\s+imprensa | weitere\s+informationen | renseignements
      | (?:for|pour)\s+(?:more|further|plus\s+d['’]|de\s+plus\s+amples\s+|toute?\s+)\s*
        (?:information|informations|renseignements?)\b[^.]{0,60}
      | para\s+m[áa]s\s+informaci[óo]n | per\s+(?:ulteriori\s+)?informazioni | f[üu]r\s+weitere\s+informationen
      | للتواصل | للاستفسار | لل?مزيد\s+من\s+(?:المعلومات|التفاصيل) | جهات?\s+الاتصال
      )\s*(?:[:：].*|$)""",
    re.I | re.X | re.S,
)
_TURN_TO = re.compile(
    r"(?:pour\s+(?:plus|toute?|de\s+plus)|for\s+(?:more|further)|para\s+m[áa]s|f[üu]r\s+(?:weitere|r[üu]ckfragen)"
    r"|per\s+(?:ulteriori|maggiori)|voor\s+(?:meer|vragen)|para\s+mais)\b.{0,40}(?:info|renseign|auskünfte|detail|vragen)",
    re.I,
)
_REACH = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|(?:t[ée]l(?:[ée]phone)?|phone|fon|tl[mf]|cell?|gsm|هاتف|جوال|fax|mobile?|portable|ph)\b\.?\s*:?\s*[+(]?\d"
    r"|(?<![\d.,])(?!\d\d[\s./-]\d\d[\s./-](?:19|20)?\d\d(?![\s./-]?\d)|\d\d[.]\d\d\s?[-–])"  # a day, hours
    r"(?:\(?0\d{1,4}\)?|\(\d{3}\))(?:[\s./-]\d{2,4}){2,5}(?!\d)|(?<![\d.,])0\d{8,10}(?!\d)"
    r"|(?<![\d.,])0\d{1,4}\s?[-–/]\s?\d{5,9}(?!\d)|\(\d{2,3}\)\s?\d{3,5}[-\s]\d{3,4}(?!\d)|\+\d{1,3}(?:[\s./-]?\d{2,4}){3,5}",
    re.I,
)
_LOCAL = re.compile(
    r"(?-i:[A-ZÀ-Þ])[^\W\d_]+(?:\s[^\d,.:;]{2,30}){1,3}\s?[,:–-]\s?(?:\d{3}[-.\s])?\d{3}[-.]\d{4}", re.I
)
"""A person and a number without its region: ``Jane Press, 555-0100``."""
_URL = re.compile(r"(?:(?:internet|web(?:site)?|site|online|im\s+netz)\s*:\s*)?(?:https?://|www\.)\S+", re.I)
_SHORT = 160
"""Characters of a line of a contact block."""


def is_contact(text: str) -> bool:
    """True for the line that opens a block of names and numbers for the press.

    >>> is_contact("Contact presse : Anne Exemple"), is_contact("Le contact a été rompu : il n'appelle plus.")
    (True, False)
    """
    opened = len(text) <= 400 and (_CONTACT.fullmatch(text) or (_TURN_TO.match(text) and _REACH.search(text)))
    return bool(opened)


def reaches(text: str) -> bool:
    """True for a short line with a telephone number or an e-mail address."""
    return (
        len(text) <= _SHORT
        and bool(_REACH.search(text) or _LOCAL.fullmatch(text) or _URL.fullmatch(text))
        and not text.endswith((".", "»", "”"))
    )
