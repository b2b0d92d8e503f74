"""Whole raw texts, in the manner of one agency or site each: what its desk wrote is neither title nor text."""

from __future__ import annotations

import pytest

from glose.digest import convert
from glose.digest.model.article import Article

FR = "La région Exemplie a annoncé jeudi la fermeture de trois gares secondaires, une décision qui est contestée."
FR_2 = "« Personne ne nous a consultés », a regretté Paul Modèle, le porte-parole du collectif."
EN = "The harbour of Sampleport was closed on Thursday after a ship lost two containers near it, officials said."
EN_2 = '"Nobody was hurt," harbour master Tom Sample told a news conference.'
DE = "Die Stadtwerke Musterburg erhöhen zum Sommer die Preise für Strom um fünf Prozent, wie sie mitteilten."
DE_2 = "«Wir bedauern das sehr», sagte Geschäftsführerin Erika Muster."


def read(*lines: str) -> Article:
    return convert("\n\n".join(lines).encode(), "x.txt")[0]


def body(article: Article) -> list[str]:
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    ("line", "twin"),
    [
        ("bdt0412 4 vm 210 dpa 0815", "Musterburg 2016"),
        ("++ MUSTERBURG: STROM WIRD TEURER ++", "Strom und Gas: teurer"),
        ("** Meldung aktualisiert um 17.40 **", "Die aktualisierte Meldung"),
        ("Eds: Adds quotes, background", "Eds and meds: a town lives on both"),
        ("Sperrfrist: keine", "Sperrfrist für Pläne verlangt"),
        ("Embargo : aucun", "Embargo : aucun pays ne cède"),
    ],
)
def test_a_line_of_the_desk_above_the_title_is_none_and_a_title_like_it_stays(line: str, twin: str) -> None:
    text = ("Musterburg, 7. April 2016 (dpa) - " + DE, DE_2)
    done = read(line, "Strom wird in Musterburg teurer", *text)
    assert (done.title, body(done), done.status) == (
        "Strom wird in Musterburg teurer",
        [DE, DE_2],
        "published",
    )
    assert read(twin, *text).title == twin


@pytest.mark.parametrize("title", ["Suite", "More", "Sigue", "Segue"])
def test_a_title_of_one_word_is_no_mark_of_a_further_part(title: str) -> None:
    done = read(title, "Exempleville, 7 avril 2016 (AFP) - " + FR, FR_2)
    assert (done.title, body(done)) == (title, [FR, FR_2])
    assert (
        read(title.upper(), "Le titre est là", "Exempleville, 7 avril 2016 (AFP) - " + FR, FR_2).title
        == "Le titre est là"
    )


@pytest.mark.parametrize(
    "end",
    [
        "/BLG/DOC",
        "JM // AE",
        "1011987",
        "SOURCE Port of Sampleport",
        "Agency writer Jane Sample in Sampletown contributed to this report.",
        "Anne Exemple a contribué à cet article",
    ],
)
def test_a_closing_line_is_no_text(end: str) -> None:
    done = read("Harbour closed", "SAMPLEPORT, April 7, 2016 (Reuters) - " + EN, EN_2, end)
    assert body(done) == [EN, EN_2]
    assert end in {finding.text for finding in done.findings if finding.dropped}


@pytest.mark.parametrize(
    "end",
    [
        "Sources say that the port may open.",
        "He contributed to this report, the mayor said of it.",
        "1016 said no.",
    ],
)
def test_a_last_sentence_like_one_stays(end: str) -> None:
    done = read("Harbour closed", "SAMPLEPORT, April 7, 2016 (Reuters) - " + EN, EN_2, end)
    assert body(done) == [EN, EN_2, end]


@pytest.mark.parametrize(
    ("dateline", "source", "day"),
    [
        ("SAMPLEPORT. April 7, 2016. (TASS).", "TASS", "2016-04-07"),
        ("NEW DELHI, Apr 7, 2016 (UNI)", "UNI", "2016-04-07"),
        ("ANKARA (AA) -", "AA", ""),
        ("Sampleport (Sample News Agency) -", "", ""),
        ("Saint-Exemple-sur-Mer, 7 avril 2016 (AFP) -", "AFP", "2016-04-07"),
    ],
)
def test_a_dateline_is_taken_off(dateline: str, source: str, day: str) -> None:
    done = read("Harbour closed", f"{dateline} {EN}", EN_2)
    assert (body(done), done.source, str(done.date or "")) == ([EN, EN_2], source, day)
    assert done.dateline


@pytest.mark.parametrize("first", ["The mayor (a lawyer) - who had resigned", "Paris - Londres en train"])
def test_what_only_looks_like_a_dateline_stays(first: str) -> None:
    text = f"{first}, {EN[0].lower()}{EN[1:]}"
    assert body(read("Harbour closed", text, EN_2))[0] == text or first.startswith("Paris")


def test_a_menu_of_two_entries_above_a_title_is_none() -> None:
    done = read(
        "Accueil",
        "Politique",
        "Exempleville vote son budget",
        "Par Anne Exemple",
        "Publié le 12 mars 2016",
        FR,
        FR_2,
    )
    assert (done.title, body(done)) == ("Exempleville vote son budget", [FR, FR_2])
    for menu in (("Accueil",), ("Accueil", "Politique"), ("Accueil", "Politique", "Régions")):
        assert read(*menu, "Trois gares fermées", "Par Anne Exemple", FR, FR_2).title == "Trois gares fermées"


def test_the_day_of_an_update_stands_for_the_date_where_no_other_is_told_and_the_article_waits() -> None:
    line = "Updated 5:42 PM EST, March 12, 2016"
    done = read("Bridge to reopen", line, "SAMPLETOWN, Ohio (AP) — " + EN, EN_2)
    assert str(done.date)[:10] == "2016-03-12"
    assert any(finding.text == line and finding.holds for finding in done.findings)
    assert done.status == "draft"
    told = read("Bridge to reopen", line, "SAMPLETOWN, March 10, 2016 (AP) — " + EN, EN_2)
    assert (str(told.date), str(told.modified)[:10]) == ("2016-03-10", "2016-03-12")
    assert told.status == "published"


@pytest.mark.parametrize(
    ("garbled", "sound"),
    [("Ã…lesund", "Ålesund"), ("Ã‰tienne", "Étienne"), ("SÃO", "SÃO"), ("Ã… là", "Ã… là")],
)
def test_a_capital_decoded_twice_is_mended(garbled: str, sound: str) -> None:
    text = (
        f"The mayor of {garbled} said on Tuesday that the main bridge would reopen within two weeks from now."
    )
    assert body(read("A title", text, EN))[0] == text.replace(garbled, sound)


def test_a_caption_from_the_files_keeps_its_first_words() -> None:
    done = read(
        "Tres detenidos", "Fotografía de archivo del museo de Villaejemplo. EFE/Juan Modelo", EN, EN_2
    )
    assert (done.caption, done.credit) == (
        "Fotografía de archivo del museo de Villaejemplo.",
        "EFE/Juan Modelo",
    )


@pytest.mark.parametrize(
    "kill",
    [
        'ATTENTION EDITORS: PLEASE KILL "Harbour closed in Sampleport" (1432 GMT). It is wrong.',
        "Merci d'annuler « Harbour closed in Sampleport ».",
        "Rogamos anular “Harbour closed in Sampleport”.",
    ],
)
def test_a_request_to_kill_a_title_is_a_kill(kill: str) -> None:
    (article,) = convert(kill.encode(), "x.txt", {"date": "2016-04-07"})
    assert article.status in ("retracted", "draft")
    assert any("Harbour closed in Sampleport" in reason for reason in article.held)


def test_a_corrected_title_is_the_title_where_there_is_no_other() -> None:
    text = ("SAMPLEPORT, April 7, 2016 (Reuters) - " + EN, EN_2)
    assert (
        read("CORRECTED-Harbour closed after ship loses load", *text).title
        == "Harbour closed after ship loses load"
    )
    assert read("CORRECTED-Name of the ship", "Harbour closed", *text).title == "Harbour closed"


def test_a_lifted_embargo_is_no_byline_and_is_asked_about() -> None:
    done = read("Trois gares fermées", "EMBARGO LEVÉ", "Exempleville, 7 avril 2016 (AFP) - " + FR, FR_2)
    assert (done.status, done.byline, done.embargo_until) == ("draft", "", None)


TOWN = "Exempleville, 7 avril 2016 (AFP) - " + FR


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("AMP.- Tres estaciones cierran", "Tres estaciones cierran"),
        ("(FOCUS) Tres estaciones cierran", "Tres estaciones cierran"),
        ("(Crónica) Tres estaciones cierran", "Tres estaciones cierran"),
        ("ALERTE - Trois gares ferment", "Trois gares ferment"),
        ("ROUNDUP 2: Drei Bahnhöfe schließen", "Drei Bahnhöfe schließen"),
        ("RPT-Three stations close", "Three stations close"),
        ("Drei Bahnhöfe schließen =", "Drei Bahnhöfe schließen"),
        ("Alerte rouge : trois gares ferment", "Alerte rouge : trois gares ferment"),
        ("AMPAS: three stations close", "AMPAS: three stations close"),
        ("Focus on three stations", "Focus on three stations"),
        ("1 + 1 = 3", "1 + 1 = 3"),
    ],
)
def test_the_desks_mark_at_a_title_is_taken_off_and_a_word_like_it_stays(line: str, title: str) -> None:
    assert read(line, TOWN, FR_2).title == title


@pytest.mark.parametrize(
    "above",
    [
        ("BC-Sampleport Harbour, 1st Ld-Writethru,312", "AP Photo SAM101, SAM102"),
        ("AP-US--Sampleport Harbour, 2nd Ld",),
        ("Eds: Updates with quotes. With AP Photos.",),
    ],
)
def test_the_head_of_a_wire_is_neither_title_nor_dateline(above: tuple[str, ...]) -> None:
    done = read(*above, "Harbour closed", "SAMPLEPORT, April 7, 2016 (AP) — " + EN, EN_2)
    assert (done.title, body(done), done.status) == ("Harbour closed", [EN, EN_2], "published")
    assert set(above) <= {finding.text for finding in done.findings if finding.dropped}
    twin = "AP photo shows the harbour"
    assert read(twin, "SAMPLEPORT, April 7, 2016 (AP) — " + EN, EN_2).title == twin


@pytest.mark.parametrize(
    ("dateline", "behind", "day"),
    [
        ("SAMPLETOWN, Ohio--(BUSINESS WIRE)--March 15, 2016", "--", "2016-03-15"),
        ("07/04/2016 - 14:32 (APS)", " : ", "2016-04-07"),
        ("Exempleville, 7 avril 2016 - 14h32 (ATS)", " - ", "2016-04-07"),
        ("القاهرة في 7 أبريل 2016 /أ ش أ/", " ... ", "2016-04-07"),
        ("14h32 (ATS)", " ", "None"),
    ],
)
def test_a_dateline_is_taken_off_with_its_time_and_its_dots(dateline: str, behind: str, day: str) -> None:
    lang = (
        FR
        if behind != " ... "
        else "أعلنت البلدية يوم الخميس إغلاق ثلاث محطات ثانوية، وهو قرار يعترض عليه السكان."
    )
    done = read("Trois gares ferment", dateline + behind + lang, FR_2)
    assert (done.dateline, body(done)[0], str(done.date)[:10]) == (dateline, lang, day)


def test_a_day_of_the_story_behind_an_agency_is_text() -> None:
    text = "March 15 is the day when the harbour was closed for good, and nobody has opened it since, officials said."
    done = read("Harbour closed", "SAMPLEPORT, April 7, 2016 (Reuters) - " + text, EN_2)
    assert (body(done)[0], str(done.date)[:10]) == (text, "2016-04-07")


def test_a_title_broken_over_two_lines_is_one() -> None:
    done = read("Trois gares secondaires ferment", "en Exemplie, les élus protestent", TOWN, FR_2)
    assert done.title == "Trois gares secondaires ferment en Exemplie, les élus protestent"
    assert (
        read("Trois gares secondaires ferment", "Les élus protestent de suite", TOWN, FR_2).status == "draft"
    )


def test_a_first_alert_above_another_line_is_asked_about_unless_it_is_in_capitals() -> None:
    assert read("++ Trois gares ferment en Exemplie ++", "Décision contestée", TOWN, FR_2).status == "draft"
    assert (
        read("++ TROIS GARES FERMENT ++", "Trois gares ferment en Exemplie", TOWN, FR_2).status == "published"
    )


AR = "أعلنت البلدية يوم الخميس إغلاق ثلاث محطات ثانوية، وهو قرار يعترض عليه السكان والتجار في المنطقة منذ أشهر."
AR_TITLE = "البلدية تغلق ثلاث محطات"


@pytest.mark.parametrize(
    ("above", "dateline", "source"),
    [
        ((AR_TITLE, "رام الله 7-4-2016 وفا- " + AR), "رام الله 7-4-2016 وفا", "WAFA"),
        (("الرياض 07 أبريل 2016 م واس", AR_TITLE, AR), "الرياض 07 أبريل 2016 م واس", "SPA"),
        (
            (AR_TITLE, "الرياض 30 جمادى الآخرة 1437 هـ الموافق 07 أبريل 2016 م واس", AR),
            "الرياض 30 جمادى الآخرة 1437 هـ الموافق 07 أبريل 2016 م واس",
            "SPA",
        ),
    ],
)
def test_a_line_of_place_date_and_agency_needs_no_dash(
    above: tuple[str, ...], dateline: str, source: str
) -> None:
    done = read(*above, "وقال المتحدث باسم اللجنة إن أحدا لم يستشر السكان.")
    assert (done.title, done.dateline, done.source) == (AR_TITLE, dateline, source)
    assert (str(done.date)[:10], body(done)[0]) == ("2016-04-07", AR)


@pytest.mark.parametrize(
    "title", ["Le bilan 2016 de l'AFP", "Im Jahr 2016 siegt die dpa", "In 2016 he left Reuters"]
)
def test_a_title_that_ends_with_an_agency_is_no_dateline(title: str) -> None:
    assert read(title, FR, FR_2).title == title


def test_a_bare_name_in_arabic_above_the_text_is_asked_about() -> None:
    done = read(AR_TITLE, "أحمد المثالي", "القاهرة، 7 أبريل 2016 (رويترز) - " + AR)
    assert (done.title, done.status) == (AR_TITLE, "draft")
    assert read(AR_TITLE, "القاهرة، 7 أبريل 2016 (رويترز) - " + AR).status == "published"


def test_a_name_with_the_town_of_the_dateline_is_the_writer() -> None:
    done = read("Trois gares ferment", "Anne Exemple, Exempleville", TOWN, FR_2)
    assert (done.title, done.authors) == ("Trois gares ferment", ("Anne Exemple",))
    other = read("Trois gares ferment", "Anne Exemple, Maire", TOWN, FR_2)
    assert other.authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("أنقرة/ أحمد المثالي/ الأناضول", ("أحمد المثالي",)),
        ("AA / Exempleville / Anne Exemple", ("Anne Exemple",)),
        ("Exempleville / Archives / AFP", ()),
    ],
)
def test_place_writer_and_agency_between_slashes_sign_a_text(line: str, authors: tuple[str, ...]) -> None:
    assert read("Trois gares ferment", line, FR, FR_2).authors == authors


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2016-04-07 14:32:05 Xinhua Editor: js", "Xinhua"),
        ("Apr 7, 2016, 14:32 IST | PTI", "PTI"),
        ("7. April 2016, 14:32 Uhr Quelle: dpa", "dpa"),
    ],
)
def test_a_stamp_with_its_agency_dates_the_text(line: str, source: str) -> None:
    done = read("Trois gares ferment", line, FR, FR_2)
    assert (str(done.date)[:10], done.source, body(done)) == ("2016-04-07", source, [FR, FR_2])
    assert read("On April 7, 2016 Xinhua closed", FR, FR_2).title == "On April 7, 2016 Xinhua closed"


@pytest.mark.parametrize(
    "above",
    [
        ("Publié le 7 avril 2016", "EXEMPLEVILLE- " + FR),
        ("EXEMPLEVILLE (Belga) - 7/04/2016 - 14:32 " + FR,),
        ("Publié le 7 avril 2016", "Exempleville, 07 Abr. AVX.- " + FR),
        ("Publié le 7 avril 2016", "Exempleville", FR),
        ("Publié le 7 avril 2016", "Redazione ANSA", "ESEMPIO", "14:32", "NEWS", FR),
    ],
)
def test_a_text_that_begins_with_what_no_rule_has_read_waits(above: tuple[str, ...]) -> None:
    done = read("Trois gares ferment", *above, FR_2)
    assert (done.title, done.status, str(done.date)[:10]) == ("Trois gares ferment", "draft", "2016-04-07")


@pytest.mark.parametrize(
    "first",
    ["Rendez-vous - c'est le mot - est pris : " + FR, "Il a plu.", "À 14:32, le maire a fermé la gare."],
)
def test_a_text_that_begins_with_its_sentence_is_published(first: str) -> None:
    done = read("Trois gares ferment", "Publié le 7 avril 2016", first, FR)
    assert done.status == "published"
    assert (done.title, body(done)[0]) == ("Trois gares ferment", first)
