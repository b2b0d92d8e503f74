"""The interface's words: complete in every language, in its plural forms, and an error where one is missing."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from glose.digest.edition.catalogue import load_catalogue
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError
from glose.digest.site.constants import Constants
from glose.digest.site.render.edition import Templates
from glose.digest.site.render.theme import Theme
from glose.digest.site.site import Settings
from glose.tasks.editor.desk import interface as spoken_by_the_editor
from tests.digest import ROOT

FOLDER = ROOT / "theme" / "translations"
LANGS = sorted(path.stem for path in FOLDER.glob("*.po"))


def spoken() -> set[str]:
    """Every message of the templates."""
    found: set[str] = set()
    for file in sorted((ROOT / "theme" / "templates").glob("*.html")):
        for _, _, message, _ in babel_extract(BytesIO(file.read_bytes()), ("t", "n"), (), {}):
            found.add(message if isinstance(message, str) else message[0])
    return found


def say(template: str, lang: str, **values: object) -> str:
    """What the template reads in that language; it may import the theme's parts."""
    settings = Settings("Exemple", lang, (lang,))
    env = Templates(lang, settings, Theme(Layers.of(ROOT / "theme")), Constants()).env
    return env.from_string(template).render(values)


@pytest.mark.parametrize("lang", LANGS)
def test_a_catalogue_holds_the_messages_of_the_templates_and_the_editor_and_no_others(lang):
    catalogue = read_po((FOLDER / f"{lang}.po").open("rb"), locale=lang)
    listed = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue if m.id}
    assert listed == spoken() | spoken_by_the_editor()


@pytest.mark.parametrize("lang", LANGS)
def test_a_translation_fills_in_what_its_message_does(lang):
    for message in read_po((FOLDER / f"{lang}.po").open("rb"), locale=lang):
        if message.id and isinstance(message.id, str):
            assert message.python_format == ("%(" in message.id), message.id
            assert list(message.check()) == [], message.id


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("fr", 0, "0 article"),
        ("fr", 1, "1 article"),
        ("fr", 1234, "1\u202f234 articles"),
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("de", 1, "1 Artikel"),
        ("de", 1234, "1.234 Artikel"),
        ("ar", 1, "مقالة واحدة"),
        ("ar", 2, "مقالتان"),
        ("ar", 3, "3 مقالات"),
        ("ar", 11, "11 مقالة"),
    ],
)
def test_a_number_takes_the_plural_form_of_its_language(lang, number, words):
    assert say("{{ n('%(n)s article', '%(n)s articles', number) }}", lang, number=number) == words


@pytest.mark.parametrize(
    ("lang", "value", "words"),
    [
        ("fr", date(2016, 3, 15), "15 mars 2016"),
        ("fr", date(2016, 3, 1), "1er mars 2016"),
        ("fr", date(2016, 3, 11), "11 mars 2016"),
        ("en", date(2016, 3, 1), "1 March 2016"),
        ("de", date(2016, 2, 27), "27. Februar 2016"),
        ("ar", date(2016, 3, 15), "15 مارس 2016"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(lang, value, words):
    assert say("{{ value|day }}", lang, value=value) == words


@pytest.mark.parametrize(
    ("text", "words"), [("2016-02-22", "22 février 2016"), ("2016-02", "février 2016"), ("2016", "2016")]
)
def test_a_date_is_never_written_more_exactly_than_it_is_known(text, words):
    assert say("{{ text|partial_day }}", "fr", text=text) == words


def test_what_is_filled_in_cannot_bring_markup(tmp_path):
    assert say("{{ t('Credit: %(credit)s', credit='<b>') }}", "en") == "Credit: &lt;b&gt;"


def test_words_are_set_by_the_rules_of_their_language():
    assert say("{{ t('“%(title)s”', title='x') }}", "fr") == "«\xa0x\xa0»"
    assert say("{{ t('“%(title)s”', title='x') }}", "de") == "„x“"


def catalogue(folder: Path, body: str) -> None:
    file = folder / "fr.po"
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    file.write_text(head + body, encoding="utf-8")
    load_catalogue((file, "theme/translations/fr.po")).text("Rights")


def test_a_translated_message_is_found(tmp_path):
    catalogue(tmp_path, 'msgid "Rights"\nmsgstr "Droits"\n')


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('msgid "Rights"\nmsgstr ""\n', "is not translated"),
        ('#, fuzzy\nmsgid "Rights"\nmsgstr "Droit"\n', "is not translated"),
        ('msgid "Other"\nmsgstr "Autre"\n', 'no translation of "Rights"'),
        ("neither msgid nor msgstr\n", "not a gettext catalogue"),
        ("neither msgid nor msgstr\n", "; mend that line"),
    ],
)
def test_a_missing_message_is_an_error_that_names_its_file(tmp_path, body, told):
    with pytest.raises(DigestError, match=r"^theme/translations/fr\.po") as caught:
        catalogue(tmp_path, body)
    assert told in str(caught.value)


def test_a_catalogue_that_cannot_be_read_is_told_at_its_line(tmp_path):
    with pytest.raises(DigestError) as caught:
        catalogue(tmp_path, 'msgid "Rights"\nmsgstr "Droits"\n\nmsgid "x\n')
    (fault,) = caught.value.faults
    rows = (tmp_path / "fr.po").read_text(encoding="utf-8").split("\n")
    assert rows[fault.line - 1] == 'msgid "x'
    assert not fault.what[-1].isdigit()


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.journal.exemple.test/une", "Journal d’Exempleville"),
        ("https://amp.journal.exemple.test/une", "Journal d’Exempleville"),
        ("https://www.exemple.test/a/b?c#d", "exemple.test"),
        ("http://presse.exemple.test:8080/", "presse.exemple.test"),
        ("https://www2.exemple.test/", "www2.exemple.test"),
        ("not an address", "not an address"),
    ],
)
def test_a_page_of_somebody_else_is_named_as_readers_know_its_site_or_by_its_host(
    address: str, site: str
) -> None:
    known = Settings("Exemple", "fr", ("fr",), site_names={"journal.exemple.test": "Journal d’Exempleville"})
    assert known.site_name(address) == site
