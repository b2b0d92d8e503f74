"""A stock `pelican-quickstart` site after `pip install`: no line of settings, and a folder of entries and of notes."""

from __future__ import annotations

from pathlib import Path

from bs4 import Tag

from tests.foreign.sites import FILES, NOTE, Run, Site, bare, quickstart

ARTICLE = "un-essai.html"
ENTRY = "glossary/ville-exemple/index.html"


def entry_of(link: Tag, built: Run, path: str = ARTICLE) -> Tag:
    (found,) = built.page(path).find_all(id=link["aria-details"])
    return found


def test_pelican_finds_the_plugins_by_itself(site: Site, built: Run) -> None:
    assert "PLUGINS" not in (site.root / "pelicanconf.py").read_text(encoding="utf-8")
    assert built.page(ARTICLE).select("a.term")


def test_an_article_marks_the_term_once_and_leads_to_its_page(built: Run) -> None:
    (link,) = built.page(ARTICLE).select("a.term")
    assert link.text == "Ville-Exemple"
    address, _, sense = link["href"].partition("#")
    assert address == "/glossary/ville-exemple/"
    assert built.page(ENTRY).find(id=sense)


def test_an_article_in_another_language_leads_to_the_entry_in_that_language(built: Run) -> None:
    (link,) = built.page("un-essai-en.html").select("a.term")
    assert link["href"].startswith("/en/glossary/ville-exemple/")
    assert "A town." in entry_of(link, built, "un-essai-en.html").text
    assert "A town." in built.page("en/" + ENTRY).text


def test_the_lexicon_stands_at_the_articles_end_with_the_sense_of_its_day(built: Run) -> None:
    article = built.page(ARTICLE)
    entry = entry_of(article.select_one("a.term"), built)
    assert "Une ville d’essai." in entry.text
    assert "Un village d’essai." not in article.text
    assert entry.find_parent("section")["role"] == "doc-glossary"


def test_a_name_in_another_script_stands_beside_the_readers_own(built: Run) -> None:
    (native,) = built.page(ARTICLE).select("dt span[lang=ar]")
    assert (native["dir"], native.text) == ("rtl", "بلدة المثال")


def test_a_page_without_a_day_is_marked_and_its_lexicon_names_none(built: Run) -> None:
    page = built.page("pages/qui-nous-sommes.html")
    assert page.select_one("a.term").text == "Ville-Exemple"
    assert not page.select_one("section.lexicon h2 time")


def test_the_card_comes_into_the_foreign_themes_pages_once(built: Run) -> None:
    article = built.page(ARTICLE)
    (script,) = article.select('script[src="/glose/card.js"]')
    (style,) = article.select('link[href="/glose/glose.css"]')
    assert script.parent.name == style.parent.name == "head"
    assert len(article.select("#card")) == 1
    for name in ("card.js", "glose.css"):
        assert (built.output / "glose" / name).is_file()


def test_a_listing_shows_summaries_without_marks_and_no_pointer_leads_nowhere(built: Run) -> None:
    home = built.page("index.html")  # this theme shows its newest article whole, the others by their summary
    (older,) = (entry for entry in home.select("article.hentry") if "ancien" in entry.text)
    assert "À Ville-Exemple" in older.text
    assert not older.select("a.term, a.glose-ref, [aria-details], section.lexicon")
    assert all(len(home.find_all(id=link["aria-details"])) == 1 for link in home.select("[aria-details]"))


def test_a_listing_of_whole_articles_has_no_id_twice(site: Site, tmp_path: Path) -> None:
    whole = quickstart(tmp_path / "whole", site.python, SUMMARY_MAX_LENGTH=None)
    whole.write(FILES)
    theme = tmp_path / "theme" / "templates"
    theme.mkdir(parents=True)
    listing = "<html><HEAD></HEAD><body>{% for one in articles %}{{ one.content }}{% endfor %}</body></html>"
    (theme / "index.html").write_text(listing, encoding="utf-8")
    done = whole.build("-t", str(theme.parent))
    assert done.code == 0, done.said
    page = done.page("index.html")
    ids = [one["id"] for one in page.select("[id]")]
    assert len(page.select("a.term")) == 2
    assert len(ids) == len(set(ids))
    assert all(page.find(id=link["aria-details"]) for link in page.select("a.term"))


def test_the_entries_are_no_articles_of_the_site(built: Run) -> None:
    assert not (built.output / "ville-exemple.html").exists()
    assert "village" not in built.page("archives.html").text


def test_the_entrys_page_shows_every_sense_in_the_foreign_theme(built: Run) -> None:
    text = built.page(ENTRY).text
    assert "Un village d’essai." in text
    assert "Une ville d’essai." in text
    assert built.page(ENTRY).select_one("header#banner")


def test_the_entrys_page_quotes_the_articles_newest_first_and_leads_to_them(built: Run) -> None:
    lines = [line for line in built.page(ENTRY).select("li") if line.find("b")]
    assert [line.a.text for line in lines] == ["Un essai", "Un ancien essai", "A trial"]
    assert lines[0].a["href"] == "/un-essai.html"
    assert "À Ville-Exemple, le maire a dit" in lines[0].text


def test_a_term_that_no_article_mentions_has_no_list_of_sentences(built: Run) -> None:
    entry = built.page("glossary/nulle-part/index.html")
    assert "Un lieu d’essai." in entry.text
    assert not [line for line in entry.select("li") if line.find("b")]


def test_all_entries_are_listed_and_the_menu_leads_there_and_to_the_search(built: Run) -> None:
    menu = [link["href"] for link in built.page(ARTICLE).select("#banner a")]
    assert "/glossary/" in menu
    assert "/search/" in menu
    assert not [href for href in menu if href.startswith("/en/")]
    links = [link["href"] for link in built.page("glossary/index.html").select("ul.glose a")]
    assert links == ["/glossary/nulle-part/", "/glossary/ville-exemple/"]


def test_a_note_stands_after_the_paragraph_of_its_words(built: Run) -> None:
    article = built.page(ARTICLE)
    (mark,) = article.select("a.glose-ref")
    assert mark.previous_sibling.endswith("le pont restera fermé")
    assert mark.text == ""
    note = article.find(id=mark["href"][1:]).find_parent("details")
    assert note.find_previous_sibling().select("a.glose-ref") == [mark]
    assert "Le pont a rouvert le" in note.text
    assert note.select_one("a[href='/un-ancien-essai.html']").text == "avant"
    assert "contredit" in note.text


def test_another_article_with_the_same_words_has_no_note(built: Run) -> None:
    assert not built.page("un-ancien-essai.html").select(".glose-ref, .glose-note")


def test_a_feed_has_numbers_in_the_text_and_the_notes_after_it(built: Run) -> None:
    feed = built.page("feeds/all.atom.xml")
    (entry,) = (one for one in feed.select("entry") if one.title.text == "Un essai")
    content = entry.content.text
    assert "fermé<sup>1</sup>." in content
    assert "<details" not in content
    assert content.index("Rien d’autre") < content.index("Le pont a rouvert")
    assert " hidden" not in content
    assert "glose" not in entry.summary.text


def test_the_text_is_that_of_the_site_without_the_plugins_letter_for_letter(
    site: Site, tmp_path: Path
) -> None:
    texts = {}
    without = {"PLUGINS": [], "ARTICLE_EXCLUDES": ["glossary"], "PAGE_EXCLUDES": ["glossary"]}
    for name, settings in (("with", {}), ("without", without)):
        own = quickstart(tmp_path / name, site.python, **settings)
        own.write({**FILES, **STRANGE})
        done = own.build()
        assert done.code == 0, done.said
        for path in (ARTICLE, "odd.html", "structured.html"):
            texts[name, path] = done.page(path).select_one(".entry-content")
    for path in (ARTICLE, "odd.html", "structured.html"):
        marked, plain = texts["with", path], texts["without", path]
        assert marked.select("a.term"), path
        assert marked.select("a.glose-ref"), path
        assert bare(marked).rstrip() == plain.get_text().rstrip(), path


def test_pointers_lead_somewhere_whatever_the_slug(site: Site, tmp_path: Path) -> None:
    own = quickstart(tmp_path / "slug", site.python, GLOSE={"search": False}, SLUGIFY_USE_UNICODE=True)
    slug = 'été "à" <la> & l’eau'
    own.write(
        {**FILES, "essai.md": FILES["essai.md"].replace("Date:", f"Slug: {slug}\nSave_as: odd.html\nDate:")}
    )
    done = own.build()
    assert done.code == 0, done.said
    page = done.page("odd.html")
    (link,) = page.select("a.term")
    assert page.find(id=link["aria-details"]).name == "dd"
    assert page.find(id=page.select_one("dfn a")["href"][1:]) is link
    assert page.find(id=page.select_one("section.lexicon")["aria-labelledby"]).name == "h2"


def test_notes_in_a_structured_text_stand_after_their_paragraph_and_not_after_its_section(
    site: Site, tmp_path: Path
) -> None:
    own = quickstart(tmp_path / "rst", site.python)
    own.write({name: text for name, text in {**FILES, **STRANGE}.items() if "odd" not in name})
    done = own.build("--fatal", "warnings")
    assert done.code == 0, done.said
    (note,) = done.page("structured.html").select("details.glose-note")
    assert note.find_previous_sibling().text.startswith("Le pont d’Exempleville")
    assert note.find_next_sibling("p").text == "Rien d’autre."


ODD = """Title: Odd
Date: 2016-03-15
Slug: odd

Ville-Exemple &amp; <em>Ville-&#69;xemple</em> <!-- Exempleville --> « le pont »[^1] <kbd>a < b</kbd>.

> Exempleville,  dit-il :\xa0non&nbsp;!

    Ville-Exemple = 1

<div class="x"><p>Dans un <b>bloc</b> à Exempleville</p></div>

[^1]: une note de bas de page sur Exempleville
"""
ODD_NOTES = NOTE.replace("a dit que |le pont restera fermé|. Exempleville", "Dans un |bloc à Exempleville|")
STRUCTURED = """Titre
#####

:date: 2016-03-15
:slug: structured

Avant
-----

Le pont d’Exempleville est *fermé*, selon Ville-Exemple.

Rien d’autre.
"""
STRUCTURED_NOTES = NOTE.replace(
    "a dit que |le pont restera fermé|. Exempleville", "Le |pont d’Exempleville| est"
)
STRANGE = {
    "odd.md": ODD,
    "notes/odd.yaml": ODD_NOTES,
    "structured.rst": STRUCTURED,
    "notes/structured.yaml": STRUCTURED_NOTES,
}
