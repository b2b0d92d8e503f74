"""A catalogue to translate: the messages that a language lacks, each with an empty place for its words."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.plurals import PLURALS
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from glose.digest.edition.language import language_name, locale_of


def header(lang: str) -> str:
    """How the file of a language begins."""
    return (
        f"# Words of the interface in {language_name(lang, 'en')}. What is empty or fuzzy is shown in English.\n"
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {lang}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plural_forms(lang)}\\n"\n'
    )


def entries(english: Catalog, wanted: Collection[str], forms: int) -> str:
    """The messages of `wanted`, named by their English, as .po text; `forms`: plural forms of the language."""
    made = Catalog(charset="utf-8")
    made.mime_headers = [("Plural-Forms", f"nplurals={forms}; plural=0;")]  # so many places are written
    for message in english:
        one = message.id if isinstance(message.id, str) else message.id[0]
        if one in wanted:
            made.add(message.id, [""] * forms if message.pluralizable else "")
    text = BytesIO()
    write_po(text, made, width=0, omit_header=True)
    return text.getvalue().decode("utf-8").strip("\n") + "\n"


def plural_forms(lang: str) -> str:
    """The value of the header ``Plural-Forms``: by GNU gettext's table, and for others by CLDR's rules.

    >>> plural_forms("pt-BR"), plural_forms("ckb")
    ('nplurals=2; plural=(n > 1);', 'nplurals=2; plural=(((n == 1)) ? 0 : 1);')
    """
    locale = locale_of(lang)
    known = PLURALS.get(str(locale)) or PLURALS.get(locale.language)
    if known:
        return f"nplurals={known[0]}; plural={known[1]};"
    return to_gettext(locale.plural_form)


def number_of_forms(lang: str) -> int:
    """How many plural forms a language has."""
    return int(plural_forms(lang).partition("=")[2].partition(";")[0])
