"""The built site as files: every link leads somewhere, every page says only what it may, and stays small."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from glose.digest.check.site import site_faults
from glose.digest.check.site.frame import article_budget
from glose.tasks.site_build import build
from tests.digest import READER, ROOT

ARTICLE = "2016/03/15/depeche-d-essai/index.html"
EXCERPT = "2015/12/01/extrait-d-essai/index.html"


@cache
def read(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(file.read_text(encoding="utf-8"))


def pages(site: Path) -> dict[str, lxml.html.HtmlElement]:
    return {file.relative_to(site).as_posix(): read(file) for file in sorted(site.rglob("*.html"))}


def by_class(page: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    return page.xpath("//*[contains(concat(' ', @class, ' '), concat(' ', $name, ' '))]", name=name)


def titles(page: lxml.html.HtmlElement) -> list[str]:
    return [headline.text_content() for headline in by_class(page, "headline")]


def test_a_site_with_relative_links_and_one_of_every_kind_of_page_has_no_fault(reader_site):
    assert site_faults(reader_site) == []


def broken_links(site):
    """Links that lead to no page of the site or to no place on it."""
    known = pages(site)
    broken = []
    for name, page in known.items():
        if name == "404.html":
            continue  # its links are absolute: an error page is shown at any address
        for element in page.iter("a", "link", "script", "img"):
            target = element.get("href") or element.get("src") or ""
            parts = urlsplit(urljoin(f"http://site/{name}", target))
            if parts.netloc != "site" or parts.scheme != "http":
                continue
            path = unquote(parts.path).lstrip("/")
            file = path + "index.html" if path.endswith("/") or not path else path
            if not (site / file).is_file():
                broken.append(f"{name}: {target}")
            elif parts.fragment and not parts.fragment.startswith(":~:"):
                found = known[file].xpath("//*[@id=$id]", id=unquote(parts.fragment))
                broken += [] if found else [f"{name}: {target}"]
    return broken


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_on_it(reader_site):
    assert broken_links(reader_site) == []


def wrong_ids(site):
    """Ids that a page has twice, and what refers to none."""
    for name, page in pages(site).items():
        ids = page.xpath("//@id")
        if len(ids) != len(set(ids)):
            yield name
        for attribute in ("aria-details", "aria-labelledby", "for"):
            yield from (f"{name}: {attribute}={v}" for v in page.xpath(f"//@{attribute}") if v not in ids)


def test_an_id_is_unique_and_what_refers_to_one_finds_it(reader_site):
    assert list(wrong_ids(reader_site)) == []


def test_the_policy_names_every_style_and_script_of_its_page(reader_site):
    for name, page in pages(reader_site).items():
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        inline = page.xpath("//style") + page.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        for element in inline:
            digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, name
        assert not page.xpath("//@style | //@onclick | //@onload | //@onerror"), name
        assert "unsafe-inline" not in policy


def weigh(site):
    """Every article with all that it needs fits the first packets."""
    for file in sorted(site.rglob("20*/*/*/*/index.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue  # leads to an article, and is none
        assert len(gzip.compress(text.encode(), 9)) <= article_budget(text.encode()), file
        styles = sum(len(style.encode()) for style in re.findall(r"<style>(.*?)</style>", text, re.S))
        scripts = sum(
            len(s.encode()) for s in re.findall(r'<script type="module">(.*?)</script>', text, re.S)
        )
        assert styles <= 9_000, file
        assert scripts <= 2_500, file
        assert scripts or 'class="term"' not in text, file


def test_an_article_with_all_that_it_needs_fits_the_first_packets(reader_site):
    weigh(reader_site)


def test_the_theme_asks_nobody_else_for_anything():
    for file in sorted((ROOT / "theme").rglob("*.*")):
        if file.suffix in {".html", ".css", ".js"}:
            for address in re.findall(r"https?://[^\s\"')]+", file.read_text(encoding="utf-8")):
                assert address.startswith("http://www.w3.org/2000/svg"), f"{file}: {address}"


def test_the_home_page_begins_with_the_newest_dispatch_and_is_the_digest_by_day(reader_site):
    page = pages(reader_site)["index.html"]
    days = page.xpath("//h2/time/@datetime")
    assert days == sorted(days, reverse=True) == ["2016-03-16", "2016-03-14", "2015-12-01"]
    (first,) = by_class(page, "front")
    assert first.xpath(".//time/@datetime") == ["2016-03-15"], "its own language before what it takes in"
    assert titles(page)[0] == first.xpath(".//h2/a")[0].text_content()
    assert "AT" in first.text_content()
    assert "min de lecture" in first.text_content()
    assert "5 termes expliqués" in first.text_content()


def test_an_edition_takes_in_what_nobody_has_translated_and_says_in_which_language_it_is(reader_site):
    home = pages(reader_site)["en/2016/03/index.html"]
    spoken = {
        "".join(one.xpath(".//*[@class='headline']//text()")): one.xpath("string(.//*[@class='meta']/b)")
        for one in by_class(home, "entry")
    }
    assert spoken["Exampletown: a test dispatch"] == ""
    assert spoken["برقية تجريبية من مدينة المثال"] == "in Arabic"
    assert spoken["Eine Probemeldung in einer Sprache ohne Ausgabe"] == "in German"
    assert len(spoken) == 5, "a translated one is not shown twice"


def test_what_is_taken_in_is_explained_in_the_edition_s_own_words(reader_site):
    known = pages(reader_site)
    page, original = (
        known["en/2016/03/14/autre-depeche/index.html"],
        known["2016/03/14/autre-depeche/index.html"],
    )
    (text,), (first,) = by_class(page, "text"), by_class(original, "text")
    assert (page.get("lang"), text.get("lang"), page.find(".//h1").get("lang")) == ("en", "fr", "fr")
    assert text.xpath("p"), "no paragraphs"
    assert [one.text_content() for one in text.xpath("p")] == [one.text_content() for one in first.xpath("p")]
    assert "A fictitious halt of fictitious fighting" in page.xpath("//*[@class='lexicon']")[0].text_content()
    terms = page.xpath("//a[@class='term']/@href")
    assert terms
    assert all("/en/glossary/" in urljoin("/en/2016/03/14/autre-depeche/", one) for one in terms)
    for one, other in ((page, "2016/03/14/autre-depeche/"), (original, "en/2016/03/14/autre-depeche/")):
        ways = one.xpath("//body/header//a/@href")
        assert [way for way in ways if way.endswith(f"../{other}")], "no way to the other edition"
        assert not one.xpath("//link[@hreflang]"), "a text in French is no English version"


def test_what_is_taken_in_stands_in_no_feed_and_no_list_for_machines(reader_site):
    assert "en/2016/03/14/autre-depeche" not in (reader_site / "articles.json").read_text(encoding="utf-8")
    assert "autre-depeche" not in (reader_site / "en/feeds/all.atom.xml").read_text(encoding="utf-8")


def test_an_article_in_a_language_without_an_edition_is_listed_in_the_first_one(reader_site):
    known = pages(reader_site)
    german = known["de/2016/03/14/probemeldung/index.html"]
    assert german.get("lang") == "fr", "the interface speaks the first edition's language"
    assert [one.get("lang") for one in (*by_class(german, "text"), german.find(".//h1"))] == ["de", "de"]
    assert not german.xpath("//details[@id='about'][ancestor-or-self::*[@lang='de']]"), (
        "the editors speak French"
    )
    assert "Eine Probemeldung in einer Sprache ohne Ausgabe" in titles(known["index.html"])


def test_a_former_address_leads_to_the_article(reader_site):
    for former in ("2016/03/13/ancienne-adresse/index.html", "ancienne.html"):
        page = pages(reader_site)[former]
        target = page.xpath("//meta[@http-equiv='refresh']/@content")[0].removeprefix("0; url=")
        assert urljoin(f"/{former}", target) == "/2016/03/14/autre-depeche/"
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    listed = (reader_site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert "/ancienne.html /2016/03/14/autre-depeche/ 301" in listed
    assert "ancienne" not in (reader_site / "sitemap.xml").read_text(encoding="utf-8")


def test_two_printings_of_one_dispatch_name_each_other(reader_site):
    known = pages(reader_site)
    one, other = "2016/03/14/autre-depeche/", "2016/03/14/autre-parution/"
    assert by_class(known[f"{one}index.html"], "about")[0].xpath(f".//a[contains(@href, '{other}')]")
    assert by_class(known[f"{other}index.html"], "about")[0].xpath(f".//a[contains(@href, '{one}')]")
    assert "Autres parutions" not in known[ARTICLE].text_content()


def test_every_part_of_an_articles_address_is_a_page(reader_site):
    known = pages(reader_site)
    assert len(titles(known["2016/index.html"])) == 5
    assert len(titles(known["2016/03/index.html"])) == 5
    assert len(titles(known["2016/03/15/index.html"])) == 1
    assert known["2016/03/index.html"].findtext(".//h1") == "Mars 2016"


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("sources/at/", 3),
        ("sources/bt/", 3),
        ("categories/monde/", 2),
        ("tags/exemples/", 2),
        ("authors/prenom-nom/", 1),
    ],
)
def test_articles_are_filed_under_what_their_headers_say(reader_site, path, number):
    assert len(titles(pages(reader_site)[f"{path}index.html"])) == number


def test_a_retracted_article_keeps_its_address_and_loses_its_text(reader_site):
    name = "2016/03/10/depeche-retiree/index.html"
    assert "ne doit plus montrer" not in (reader_site / name).read_text(encoding="utf-8")
    assert "retiré" in pages(reader_site)[name].xpath("//main")[0].text_content()
    for other, page in pages(reader_site).items():
        if other != name:
            assert "Une dépêche d’essai retirée" not in page.text_content(), other


def test_an_excerpt_ends_where_its_rights_end_and_says_where_to_read_on(reader_site):
    page = pages(reader_site)[EXCERPT]
    assert "Deuxième paragraphe" in page.text_content()
    assert "Troisième paragraphe" not in page.text_content()
    assert page.xpath("//a[@href='https://example.org/extrait']")


def test_an_article_says_how_its_date_is_known(reader_site):
    known = pages(reader_site)
    for name, words in (
        (ARTICLE, "établie par la rédaction"),
        (EXCERPT, "donnée par la source"),
        ("2016/03/14/autre-depeche/index.html", "lue dans la dépêche"),
    ):
        line = by_class(known[name], "by")[0]
        assert words in line.text_content()
        assert line.xpath("a/@href")[-1] == "#date", "the line does not lead to what is known of the date"
        assert words in known[name].xpath("//details//dd[@id='date']")[0].text_content()


def test_a_time_of_day_is_shown_only_where_it_is_known(reader_site):
    known = pages(reader_site)
    assert "18:30" in by_class(known["2016/03/14/autre-depeche/index.html"], "by")[0].text_content()
    assert "00:00" not in by_class(known[ARTICLE], "by")[0].text_content()
    assert known[ARTICLE].xpath("//header//time/@datetime")[-1] == "2016-03-15"


def test_caption_and_credit_stand_without_the_picture(reader_site):
    page = pages(reader_site)[ARTICLE]
    told = page.xpath("//details[@id='about']//dd[@id='picture']")[0].text_content()
    assert "Photo non reproduite, image d’archives." in told
    assert "Agence Test/Prénom Nom" in told
    assert not page.xpath("//figure"), "an empty box for a picture that is not there"


def test_the_dates_that_an_article_cites_are_in_order_of_time(reader_site):
    page = pages(reader_site)[ARTICLE]
    told = page.xpath("//details[@id='about']//dt[.='Dates citées']/following-sibling::dd[1]")[0]
    found = [(q.text_content(), q.getnext().text_content()) for q in told.xpath("q")]
    assert found == [
        ("depuis le 30\u00a0septembre", "depuis le 30 septembre 2015"),
        ("le 27\u00a0février", "27 février 2016"),
        ("en mars 2016", "mars 2016"),
    ]


def test_the_nearest_of_related_articles_stands_first(reader_site):
    known = pages(reader_site)
    related = known[ARTICLE].xpath("//section[@aria-labelledby='related']")[0].text_content()
    assert related.index("la veille") < related.index("Un extrait"), "two shared terms rank above one"


def test_the_glossary_is_in_alphabetical_order_whatever_the_accents(reader_site):
    known = pages(reader_site)
    letters = [h2.text_content() for h2 in known["glossary/index.html"].xpath("//main//section/h2")]
    assert letters == ["E", "F", "O", "P", "T", "V"]  # Élise under E, Œuvre under O


def test_a_slip_is_searched_for_and_never_shown(reader_site):
    page = pages(reader_site)["glossary/ville-exemple/index.html"]
    assert "Ville-Exampel" in page.xpath("//@data-names")[0]
    assert "Ville-Exampel" not in page.xpath("//main")[0].text_content()


def test_a_term_tells_its_senses_with_the_newest_first(reader_site):
    page = pages(reader_site)["glossary/front-exemple/index.html"]
    assert page.xpath("//*[@class='senses']//@id") == ["since-2016-07-28", "since-2012-01-23"]
    assert page.xpath("//details[@class='sense']//@id") == ["since-2012-01-23"], "only today's is unfolded"
    assert "Aujourd’hui" in page.xpath("//div[@class='sense']")[0].text_content()
    link = pages(reader_site)[ARTICLE].xpath("//dd[@id='term-front-exemple']//a/@href")[0]
    assert link.endswith("glossary/front-exemple/#since-2012-01-23")


def test_a_term_lists_its_articles_and_their_months_in_words(reader_site):
    page = pages(reader_site)["glossary/front-exemple/index.html"]
    lines = page.xpath("//section[@aria-labelledby='mentions']//a/@href")
    assert [":~:text=" in line for line in lines] == [False, True] * 4
    assert "déc. 2015 (1), mars 2016 (3)" in page.xpath("//figcaption")[0].text_content().replace(
        "\u00a0", " "
    )
    assert (
        page.xpath("//h2[@id='mentions']")[0].text_content() == "Cité dans 4 articles"
    )  # a translation is none more


def test_a_place_is_drawn_where_its_entry_says_and_another_one_is_named(reader_site):
    page = pages(reader_site)["map/index.html"]
    drawn = page.xpath("//*[local-name()='svg']/*[local-name()='a']")
    assert [a.text_content() for a in drawn] == ["Ville-Exemple"]
    (dot,) = page.xpath("//*[local-name()='circle']")
    assert (float(dot.get("cx")), float(dot.get("cy"))) == pytest.approx((296.7, 131.3), abs=0.1)
    assert "province d’Exemple" in page.xpath("//section[@aria-labelledby='unplaced']")[0].text_content()


def test_a_place_beyond_the_edge_is_told_with_its_position(reader_site):
    page = pages(reader_site)["map/index.html"]
    told = page.xpath("//div[@id='place-port-exemple']")[0].text_content()
    assert "12,50° S, 3,25° O · hors du cadre de la carte" in told
    assert "hors du cadre" not in page.xpath("//div[@id='place-ville-exemple']")[0].text_content()


def test_a_position_is_told_with_who_says_so(reader_site):
    told = pages(reader_site)["map/index.html"].xpath("//div[@id='place-ville-exemple']")[0].text_content()
    assert "Registre d’essai, licence d’essai, 1er janvier 2026" in told


def test_machines_are_told_where_a_place_lies(reader_site):
    def places(slug: str) -> list[dict[str, object]]:
        page = pages(reader_site)[f"glossary/{slug}/index.html"]
        (script,) = page.xpath("//script[@type='application/ld+json']")
        return [node for node in json.loads(script.text)["@graph"] if node["@type"] == "Place"]

    (place,) = places("ville-exemple")
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 36.2, "longitude": 37.16}
    assert places("province-exemple") == []


def test_a_place_leads_to_the_map_and_what_has_no_position_does_not(reader_site):
    known = pages(reader_site)
    link = "//aside//a[contains(@href, 'map/#')]/@href"
    assert known["glossary/ville-exemple/index.html"].xpath(link)[0].endswith("map/#place-ville-exemple")
    assert not known["glossary/province-exemple/index.html"].xpath(link)


@pytest.mark.parametrize("how", ["no setting", "no outline", "no position"])
def test_a_site_without_a_map_speaks_of_none(project, how):
    shutil.copytree(READER / "content", project / "content", dirs_exist_ok=True)
    entry = project / "content" / "glossary" / "ville-exemple.md"
    if how == "no outline":
        shutil.copytree(ROOT / "theme", project / "theme", ignore=shutil.ignore_patterns("outlines"))
    if how == "no position":
        text = entry.read_text(encoding="utf-8")
        entry.write_text(re.sub(r"^position: .*\n", "", text, flags=re.M), encoding="utf-8")
    changed = {"no setting": {"MAP": ""}, "no outline": {"THEME": str(project / "theme")}}.get(how, {})
    build(project, project / "output", overrides=changed)
    for name, page in pages(project / "output").items():
        assert not page.xpath("//a[contains(@href, 'map/')]"), name
    assert not (project / "output" / "map").exists()
    assert "/map/" not in (project / "output" / "sitemap.xml").read_text(encoding="utf-8")


def days(page: lxml.html.HtmlElement, iso: str) -> list[str]:
    return [" ".join(li.text_content().split()) for li in page.xpath(f"//li[.//time/@datetime='{iso}']")]


def test_the_timeline_tells_an_event_with_its_entries_and_its_sources(reader_site):
    page = pages(reader_site)["timeline/index.html"]
    (day,) = page.xpath("//li[time/@datetime='2016-02-27']")
    assert day.text_content().count("La trêve d’Exemple entre en vigueur.") == 1, "two entries tell it"
    addresses = day.xpath("p/span[@class='meta']//a/@href")
    assert [address.split("/")[-2] for address in addresses[:2]] == ["front-exemple", "treve-exemple"]
    assert addresses[2:] == ["https://example.org/front", "https://example.org/treve"]
    assert page.xpath("//summary/h2")[0].text_content() == "2016"
    assert days(page, "2016-07-01")[0].startswith("1er–28 juil.Le Front d’Exemple débat")


def test_the_timeline_knows_no_event_of_an_entry_that_only_changes_its_words(reader_site):
    """The second sense of the front begins on 28 July 2016, and that of Élise Exemple on 1 January 2015."""
    page = pages(reader_site)["timeline/index.html"]
    assert days(page, "2016-07-28") == days(page, "2015-01-01") == []


def test_the_timeline_tells_what_was_published_and_not_what_it_cites(reader_site):
    page = pages(reader_site)["timeline/index.html"]
    (day,) = page.xpath("//li[time/@datetime='2016-03-15']")
    assert day.xpath("p/a/@href") == ["../2016/03/15/depeche-d-essai/"]
    assert not days(page, "2015-09-30"), (
        "an article speaks of this day, and nothing is known to have happened on it"
    )


def test_no_page_tells_a_date_that_an_excerpt_keeps_back_or_an_unpublished_article_cites(reader_site):
    for name in ("timeline/index.html", EXCERPT):
        assert not days(pages(reader_site)[name], "2015-11-09"), name
    text = "".join(file.read_text(encoding="utf-8") for file in reader_site.rglob("*.html"))
    for hidden in ("9\u00a0novembre", "9 novembre", "2014-05-01", "2014-05-02", "ne paraît pas"):
        assert hidden not in text


def open_years(site):
    years = pages(site)["timeline/index.html"].xpath("//details[@class='year']")
    assert len(years) > 1
    return [one.findtext(".//h2") for one in years if "open" in one.attrib]


def test_all_years_fold_but_that_of_the_newest_dispatch(reader_site):
    assert open_years(reader_site) == ["2016"]


def test_a_term_tells_its_events_and_where_each_is_told(reader_site):
    page = pages(reader_site)["glossary/front-exemple/index.html"]
    told = page.xpath("//details/ol[@class='line']/li")
    assert [li.find("time").text_content() for li in told] == [
        "2012", "27 février 2016", "du 1er au 28 juillet 2016",
    ]  # fmt: skip
    assert [li.xpath(".//a/@href") for li in told] == [["https://example.org/front"]] * 3
    assert not pages(reader_site)["glossary/ville-exemple/index.html"].xpath("//details/ol[@class='line']")


def sources_without_a_link(site):
    """Entries whose page does not lead to one of their sources."""
    glossary = json.loads((site / "glossary.json").read_text(encoding="utf-8"))
    for entry in glossary["terms"]:
        links = read(site / "glossary" / entry["slug"] / "index.html").xpath("//a/@href")
        if not {source["url"] for source in entry["sources"]} <= set(links):
            yield entry["slug"]


def test_every_address_of_a_source_is_a_link_on_the_terms_page(reader_site):
    assert list(sources_without_a_link(reader_site)) == []


def test_what_became_of_it_is_told_under_its_sense_and_in_the_lexicon(reader_site):
    known = pages(reader_site)
    senses = known["glossary/front-exemple/index.html"].xpath("//*[contains(@class, 'senses')]/*")
    later = "Depuis\u00a0: Il est décrit autrement à partir de l’été 2016."
    assert [later in sense.text_content() for sense in senses] == [False, True]
    assert later in known[ARTICLE].xpath("//dd[@id='term-front-exemple']")[0].text_content()
    assert "Depuis\u00a0:" not in known[ARTICLE].xpath("//dd[@id='term-ville-exemple']")[0].text_content()


def test_a_correction_stands_on_its_article_and_in_the_log(reader_site):
    known = pages(reader_site)
    assert "Une correction d’essai." in known[ARTICLE].text_content()
    assert "Une correction d’essai." in known["corrections/index.html"].text_content()
    assert "Nothing has been corrected" in known["en/corrections/index.html"].text_content()


def test_each_page_names_its_language_and_its_direction(reader_site):
    for name, page in pages(reader_site).items():
        lang = name.split("/")[0] if name.startswith(("en/", "ar/")) else "fr"
        assert page.get("lang") == lang, name
        assert page.get("dir") == ("rtl" if lang == "ar" else "ltr"), name


def test_the_report_an_error_link_is_the_one_of_the_settings(reader_site):
    assert pages(reader_site)["index.html"].xpath("//footer//a[@href='mailto:redaction@example.org']")
