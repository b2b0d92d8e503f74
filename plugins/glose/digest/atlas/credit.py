"""What a reader is told of the shapes of a map: whose they are, and that they take no side."""

from __future__ import annotations

from babel.core import Locale, get_global

_WHOSE = {
    "en": "Outlines: Natural Earth, public domain. ",
    "fr": "Tracés : Natural Earth, domaine public. ",
    "de": "Umrisse: Natural Earth, gemeinfrei. ",
    "es": "Contornos: Natural Earth, dominio público. ",
    "ar": "الخطوط: Natural Earth، ملكية عامة. ",
}
_SEEN = {
    "en": "Borders as its edition for {country} draws them, without a view on claims.",
    "fr": "Frontières de son édition « {country} », sans prendre parti sur les revendications.",
    "de": "Grenzen nach dessen Ausgabe für {country}, ohne Stellungnahme zu Ansprüchen.",
    "es": "Fronteras según su edición para {country}, sin tomar partido sobre reivindicaciones.",
    "ar": "الحدود وفق نسختها الخاصة بـ{country}، دون انحياز في المطالبات.",
}
_IN_FACT = {
    "en": "De facto borders, without a view on claims.",
    "fr": "Frontières de fait, sans prendre parti sur les revendications.",
    "de": "Tatsächliche Grenzen, ohne Stellungnahme zu Ansprüchen.",
    "es": "Fronteras de hecho, sin tomar partido sobre reivindicaciones.",
    "ar": "حدود الأمر الواقع، دون انحياز في المطالبات.",
}


def credit(view: str) -> dict[str, str]:
    """The credit by language. `view`: ISO 3166-1 alpha-3 of the country whose view of borders it is, or empty.

    >>> credit("DEU")["de"]
    'Umrisse: Natural Earth, gemeinfrei. Grenzen nach dessen Ausgabe für Deutschland, ohne Stellungnahme zu Ansprüchen.'
    """
    code = next(iter(get_global("territory_aliases").get(view, ())), "")
    return {
        lang: whose + (_SEEN[lang].format(country=_country(code, lang) or view) if view else _IN_FACT[lang])
        for lang, whose in _WHOSE.items()
    }


def _country(code: str, lang: str) -> str:
    return str(Locale.parse(lang).territories.get(code, ""))
