"""What stands below a dispatch: the rubric under its signature, whom to call, notes to editors."""

from __future__ import annotations

import pytest

from glose.digest import convert
from glose.digest.model.article import Article

FR = ("Le pont d'Exempleville a rouvert mardi matin après deux ans de travaux, a annoncé la mairie.",)
FR_2 = "Les habitants ont applaudi le premier autobus qui l'a franchi."
IT = "Il ponte di Esempio ha riaperto martedì dopo due anni di lavori, ha annunciato il comune."
HEAD = ("Le pont d'Exempleville rouvre", "EXEMPLEVILLE, 12 mars 2019 (AFP) - " + FR[0], FR_2)


def read(*lines: str) -> Article:
    return convert("\n\n".join(lines).encode(), "x.txt")[0]


def body(article: Article) -> list[str]:
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    "below",
    [
        ("ATS / am",),
        ("ATS/AM",),
        ("(AFP)", "Politique"),
        ("AFP", "(foto)"),
        ("(Eso/Adnkronos)", "ISSN 2465 - 1222"),
        ("EFE", "jej/abc"),
        ("Jane Press, 555-0100",),
        ("Contacts", "Jane Press, 555-0100", "12 rue du Modèle"),
        ("Contact presse", "Anne Exemple", "06 12 34 56 78"),
        ("Für Rückfragen:", "Anna Muster", "Musterweg 3", "12345 Musterstadt"),
        ("Voor meer informatie", "Jan Voorbeeld", "06-12345678"),
        ("Noot voor de redactie, niet voor publicatie:", "Jan Voorbeeld belt terug."),
        ("Nota para los editores: hay fotos",),
        ("# dpa-Notizblock", "## Orte", "- Brücke, Musterweg 3"),
    ],
)
def test_what_stands_below_the_text_is_none_of_it(below: tuple[str, ...]) -> None:
    done = read(*HEAD[:1], HEAD[1].replace("(AFP) ", ""), HEAD[2], *below)
    assert body(done) == [*FR, FR_2]
    left_out = " ".join(finding.text for finding in done.findings)
    assert all(line in left_out for line in below)


@pytest.mark.parametrize(
    "below",
    [
        ("Les travaux ont duré du", "12-03-2016 au 14-05-2018"),
        ("Le pont sur la carte", "01.03.2019"),
        ("Ouvert tous les jours", "09.30-10.00-12.00"),
        ("Le vote du conseil", "Oui : 12 voix"),
        ("« Nous cherchons un contact », a dit Anne Exemple.",),
        ("La note aux habitants dit le contraire.",),
        ("La saison 2015-2016, 555 à 0 100 mètres",),
    ],
)
def test_what_is_like_it_stays_where_no_agency_has_signed_above(below: tuple[str, ...]) -> None:
    assert body(read(*HEAD, *below)) == [*FR, FR_2, *below]


def test_a_rubric_below_the_signature_that_ends_a_sentence_is_left_out_and_the_signature_is_read() -> None:
    done = read(
        "Il ponte di Esempio riapre", "ESEMPIO, 12 MAR 2019 - " + IT + " (ANSA).", "Cronaca", "(foto)"
    )
    assert (done.source, body(done)) == ("ANSA", [IT])


def test_who_reported_and_who_edited_are_told_apart_in_arabic() -> None:
    text = "أعيد فتح جسر المدينة يوم الثلاثاء بعد عامين من الأعمال، بحسب ما أعلنت البلدية."
    done = read(
        "جسر المدينة يعاد فتحه",
        "المدينة 12 مارس 2019 (رويترز) - " + text,
        text,
        "(تغطية صحفية سامي مثال - تحرير ليلى عينة)",
    )
    assert (done.authors, body(done)) == (("سامي مثال",), [text, text])


def test_a_kill_that_says_its_word_twice_names_the_story_and_no_word() -> None:
    said = "Merci d'annuler la dépêche \"Le pont d'Exempleville rouvre\" diffusée mardi. Elle contient une erreur."
    done = read("ANNULATION - ANNULATION", said)
    assert (done.status, done.title) == ("retracted", "Le pont d'Exempleville rouvre")
    assert body(done).count(said) == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Bonjour,", "Voici la dépêche :"), ("Cordialement,", "Anne Exemple")),
        (("Bonjour,", "Merci de publier ceci ce soir :"), ("Bien à vous,", "Anne Exemple", "06 11 22 33 44")),
        (("Hi,", "Please find below the story for tonight:"), ("Best regards,", "Ann Example")),
        (("Anbei die Meldung:",), ()),
        (("A continuación el texto de la noticia:",), ("Un saludo",)),
        (("Geachte redactie,",), ("Met vriendelijke groet,", "Jan Voorbeeld")),
    ],
)
def test_the_letter_around_a_pasted_text_is_none_of_it(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    done = read(*above, *HEAD, *below)
    assert (done.title, body(done)) == (HEAD[0], [*FR, FR_2])


@pytest.mark.parametrize(
    "title", ["Bonjour Exempleville", "Hello, Dolly!", "Voici ce qui change", "Liebe in Zeiten der Krise"]
)
def test_a_title_that_greets_stays(title: str) -> None:
    assert read(title, *HEAD[1:]).title == title


def test_a_title_below_a_bare_read_also_is_left_out_with_a_doubt_and_a_sentence_stays() -> None:
    link = "Le tramway d'Exempleville attend encore ses rails"
    done = read(*HEAD[:2], "À lire aussi", link, HEAD[2])
    assert body(done) == [*FR, FR_2]
    assert [finding.confidence < 0.5 for finding in done.findings if finding.text == link] == [True]
    assert body(read(*HEAD[:2], link, HEAD[2])) == [*FR, link, FR_2]


@pytest.mark.parametrize(
    "below",
    [
        ("Más información:", "Ana Ejemplo", "Tlf: 91 000 00 00"),
        ("-FIN-", "Más información:", "Ana Ejemplo", "Tlf: 91 000 00 00"),
        ("ABC // DEF", "Lusa/Fim", "Foto: Paulo Modelo"),
        ("[Editor: huaxia]",),
        ("Example reported from Sampletown.",),
        ("SOURCE Sample Corp.", "Related Links", "https://www.sample.example"),
        ("سم/لي/ع ب", "© 2018 AFP", "اقرأ أيضا", "الميناء يحصل على رصيف جديد"),
        ("الرئيسية سياسة اقتصاد رياضة",),
        ("ل م / س ع", "كونا 091210 جمت سبت 17"),
        ("BELGA/AEX/pmo", "Encadré : les ponts en Exemplie", "Photo disponible"),
        (
            "Internet: www.muster.example",
            "epd amu pmo",
            "Hinweis: Zu diesem Text können Sie ein Foto abrufen.",
        ),
        ("aej/pm", "(Foto) (Vídeo)"),
        ("Aes/Pmo 20170909T121000Z", "CONDIVIDI SU"),
        ("AEX (PMO) // DEF", "Lusa/fim"),
        (
            "Edição: Paulo Modelo",
            "Leia também:",
            "Ponte de Exemplo reabre",
            "Mais informações: (11) 5555-0100",
        ),
        ("EINDE BERICHT", "Noot voor de redactie (niet voor publicatie):", "Bel 020 555 01 00."),
        ("Fin du communiqué",),
        ("MAP---AE---PM", "Abonnez-vous à notre fil"),
        ("ae/pm", "(Only the headline and picture of this report may have been reworked by the staff.)"),
        ("This report by The Sample Press was first published Feb. 2, 2018.",),
        ("(SDA)", "Notiz: Diese Meldung wurde automatisch erstellt."),
        ("CRO LOM pmo/aes", "021210 Feb 18"),
        ("*Com informações da Lusa", "Edição: Paulo Modelo"),
        ("end", "Note to subs: pictures available."),
        (
            "View source version on wire.example: https://wire.example/123",
            "Contacts",
            "Sample Corp.",
            "Media:",
            "Jane Press",
            "555-555-0100",
        ),
        ("(KNA - qkkmo-89-00012)", "Lesen Sie auch", "Musterstadt baut ein neues Theater"),
        ("Contacto para a imprensa:", "Ana Exemplo", "Tlm. 910 000 000"),
        (
            "(إعداد ليلى مثال للنشرة العربية - تحرير سامي عينة)",
            "لمزيد من المعلومات:",
            "هاتف: 00971 50 000 0000",
        ),
        ("APS/ae", "Tags: incendie, entrepôt"),
    ],
)
def test_closing_lines_are_read_through_what_stands_below_them(below: tuple[str, ...]) -> None:
    assert body(read(*HEAD, *below)) == [*FR, FR_2]


@pytest.mark.parametrize(
    "below",
    [
        "The crew reported from the ship.",
        "Le site est à l'adresse https://exemple.example",
        "سياسة المدينة الجديدة",
    ],
)
def test_a_sentence_like_a_closing_line_stays(below: str) -> None:
    assert body(read(*HEAD, below)) == [*FR, FR_2, below]
