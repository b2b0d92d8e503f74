"""`invoke new.language`: a file to translate in any language of CLDR's, and nothing that a translator did is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from glose.digest.check.languages import wordless
from glose.digest.check.words import word_faults
from glose.digest.edition.begin import entries, header, plural_forms
from glose.digest.edition.catalogue import load_catalogue, read_catalogue
from glose.digest.edition.language import territory
from glose.digest.edition.spoken import counted, said, spoken, tags
from glose.digest.layers import Layers
from glose.digest.site.render.theme import Theme
from tests.digest import ROOT
from tests.languages.digest import article, digest, invoke

ENGINE = ROOT / "theme"
SPANISH = {
    "Glossary": "Glosario",
    "Search": "Búsqueda",
    "%(n)s article": ("%(n)s artículo", "%(n)s artículos"),
}


def translate(file: Path, words: dict[str, str | tuple[str, str]]) -> None:
    """Writes translations into a file, as a translator does."""
    text = file.read_text(encoding="utf-8")
    for message, translated in words.items():
        start = text.index(f'msgid "{message}"\n')
        end = text.index("\n\n", start)
        entry = text[start:end]
        for form in translated if isinstance(translated, tuple) else (translated,):
            entry = re.sub(r'(msgstr(?:\[\d\])? )""', rf'\1"{form}"', entry, count=1)
        text = text[:start] + entry + text[end:]
    file.write_text(text, encoding="utf-8")


def own(tmp_path: Path, lang: str, text: str = "") -> Layers:
    """The engine's theme under a digest's own, which has one catalogue."""
    folder = tmp_path / "theme"
    (folder / "translations").mkdir(parents=True)
    whole = said([ENGINE / "translations" / "en.po"])
    english, _ = read_catalogue(ENGINE / "translations" / "en.po", "en.po")
    made = text or f"{header(lang)}\n{entries(english, whole, 2)}"
    (folder / "translations" / f"{lang}.po").write_text(made, encoding="utf-8")
    return Layers.of(folder, ENGINE)


def test_a_language_is_begun_completed_built_and_counted(tmp_path: Path) -> None:
    root = digest(tmp_path, 'EDITIONS = ("en", "es")')
    article(root, "puente", "es", "Abren el puente", "El puente de Ejemplo abrió.")
    file = root / "theme" / "translations" / "es.po"
    code, told = invoke(root, "new.language", "es")
    whole = counted(Layers.of(ENGINE), "en").whole
    assert code == 0
    assert (
        f"theme/translations/es.po: {whole} of {whole} strings wait for Spanish, {whole} of them new" in told
    )
    translate(file, SPANISH)
    text = file.read_text(encoding="utf-8")
    shorter = text.replace('msgid "Archives"\nmsgstr ""\n\n', "")
    file.write_text(f"{shorter}\n# a word for ourselves\n", encoding="utf-8")
    code, told = invoke(root, "new.language", "es")
    assert f"{whole - 3} of {whole} strings wait for Spanish, 1 of them new" in told
    again = file.read_text(encoding="utf-8")
    assert again.startswith(shorter.rstrip())
    assert "# a word for ourselves" in again
    assert again.count('msgid "Archives"\n') == 1
    code, told = invoke(root, "build", "--no-search")
    assert code == 0
    assert f"{whole - 3} of {whole} strings of the interface are in English for 'es'" in told
    page = (root / "output/es/index.html").read_text(encoding="utf-8")
    assert "Glosario" in page
    assert "Archives" in page


@pytest.mark.parametrize(
    "lang", ["es", "he", "fa", "pt-BR", "ja", "ar-EG", "cy", "ckb", "zh-Hant", "sr-Latn", "de-CH"]
)
def test_a_begun_file_is_one_in_any_language(tmp_path: Path, lang: str) -> None:
    english, _ = read_catalogue(ENGINE / "translations" / "en.po", "en.po")
    forms = int(re.findall(r"nplurals=(\d)", plural_forms(lang))[0])
    whole = said([ENGINE / "translations" / "en.po"])
    (file := tmp_path / f"{lang}.po").write_text(
        f"{header(lang)}\n{entries(english, whole, forms)}", encoding="utf-8"
    )
    made, faults = read_catalogue(file, file.name)
    assert faults == []
    assert made.num_plurals == forms
    assert len([one for one in made if one.id]) == len(whole)
    assert said([file]) == set()
    english_file = ENGINE / "translations" / "en.po"
    words = load_catalogue((file, file.name), (english_file, english_file.name))
    assert (words.text("Glossary"), words.plural("%(n)s article", "%(n)s articles", 2)) == (
        "Glossary",
        "%(n)s articles",
    )


def test_an_edition_of_any_language_is_built(tmp_path: Path) -> None:
    langs = ("en", "he", "pt-BR", "fa", "de-CH", "zh-Hant", "ckb")
    root = digest(tmp_path, f"EDITIONS = {langs!r}")
    article(root, "eins", "de-CH", "Musterstadt", 'Der Rat hat "zwölf" beschlossen.')
    article(root, "gesher", "he", "הגשר של דוגמה", "הגשר נפתח.")
    code, told = invoke(root, "build", "--no-search")
    assert code == 0, told
    assert "'de-CH'" not in told  # German words stand in for it
    for lang in langs[1:]:
        way = "rtl" if lang in ("he", "fa", "ckb") else "ltr"
        page = (root / "output" / lang / "index.html").read_text(encoding="utf-8")
        assert re.search(rf'<html lang="{lang}"[^>]*', page)
        assert ('dir="rtl"' in page[: page.index("<head>")]) == (way == "rtl"), lang
    code, told = invoke(root, "check")
    assert (code, "nothing wrong" in told) == (0, True), told
    swiss = (root / "output/de-CH/2016/03/15/eins/index.html").read_text(encoding="utf-8")
    assert "«zwölf»" in swiss
    assert "Glossar" in swiss


def test_german_is_complete_and_a_digest_may_say_it_in_other_words(tmp_path: Path) -> None:
    assert counted(Layers.of(ENGINE), "de").waiting == 0
    text = header("de") + '\nmsgid "Glossary"\nmsgstr "Wörterbuch"\n'
    theme = own(tmp_path, "de", text)
    words = Theme(theme).catalogue("de")
    assert (words.text("Glossary"), words.text("Search")) == ("Wörterbuch", "Suche")
    assert counted(theme, "de").waiting == 0
    assert word_faults(theme) == []


def test_nothing_is_english_in_the_languages_that_ship() -> None:
    """A message that is the same in English has to be so on purpose."""
    alike = {
        ", ",
        ": %(name)s",
        "%(n)s km",
        "Markdown",
        "Name",
        "Person",
        "Definition",
        "Text",
        "Organisation",
    }
    for message in read_po((ENGINE / "translations" / "de.po").open("rb"), locale="de"):
        one = message.id if isinstance(message.id, str) else (message.id or ("",))[0]
        if one and "°" not in one and one not in alike:
            assert message.string != message.id, message.id


def test_a_tag_is_spoken_by_what_it_comes_from_where_that_is_written_alike() -> None:
    assert [file.stem for file in spoken(Layers.of(ENGINE), "de-CH")] == ["de", "en"]
    assert [file.stem for file in spoken(Layers.of(ENGINE), "ar-Latn")] == ["en"]
    assert list(tags("sr-Latn-RS")) == ["sr-Latn-RS", "sr-Latn"]


def test_what_is_fuzzy_or_half_a_plural_waits(tmp_path: Path) -> None:
    theme = own(tmp_path, "es")
    file = tmp_path / "theme/translations/es.po"
    assert counted(theme, "es").done == 0
    translate(file, SPANISH)
    assert counted(theme, "es").done == 3
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgid "Search"', '#, fuzzy\nmsgid "Search"'), encoding="utf-8")
    assert counted(theme, "es").done == 2
    assert Theme(theme).catalogue("es").text("Search") == "Search"
    text = file.read_text(encoding="utf-8").replace('msgstr[1] "%(n)s artículos"', 'msgstr[1] ""')
    file.write_text(text, encoding="utf-8")
    assert counted(theme, "es").done == 1
    assert Theme(theme).catalogue("es").plural("%(n)s article", "%(n)s articles", 1) == "%(n)s article"


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        ("%(nombre)s aparte", "does not fit"),
        ("sin valor", "it lacks %(credit)s"),
        ("%(credit)", "does not fit"),
        ("100 % de %(credit)s", "does not fit"),
    ],
)
def test_a_translation_that_would_stop_a_page_is_told_with_its_line(
    tmp_path: Path, translation: str, told: str
) -> None:
    theme = own(tmp_path, "es")
    translate(tmp_path / "theme/translations/es.po", {"Credit: %(credit)s": translation})
    (fault,) = word_faults(theme)
    assert told in fault.what
    assert fault.line
    assert str(fault).startswith(f"theme/translations/es.po:{fault.line}: ")


def test_a_language_without_words_is_told_once_and_a_whole_one_is_not() -> None:
    theme = Layers.of(ENGINE)
    told = [what for what, _ in wordless({"EDITIONS": ("fr", "en", "ar", "de", "de-AT", "es")}, theme)]
    assert len(told) == 1
    assert "'es' has no words of its own" in told[0]


@pytest.mark.parametrize(
    ("lang", "place"),
    [("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("zh-Hant", "zh_TW"), ("de-CH", "de_CH"), ("he", "he_IL")],
)
def test_the_territory_of_a_language_is_its_own_or_the_likeliest(lang: str, place: str) -> None:
    assert territory(lang) == place


def test_what_is_no_language_is_told(tmp_path: Path) -> None:
    root = digest(tmp_path)
    code, told = invoke(root, "new.language", "xx")
    assert (code, "'xx' is no language that CLDR knows" in told) == (2, True)
    assert not (root / "theme").exists()


def test_a_tag_in_other_letters_is_the_one_that_settings_take(tmp_path: Path) -> None:
    root = digest(tmp_path)
    code, told = invoke(root, "new.language", "PT_br")
    assert (code, 'EDITIONS = ("en", "pt-BR")' in told) == (0, True)
    assert [file.name for file in (root / "theme/translations").iterdir()] == ["pt-BR.po"]
