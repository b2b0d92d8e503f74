"""Mail: the text and nothing of its envelope, whatever program wrote it."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone
from email.message import EmailMessage

import pytest

from glose.digest import convert, to_markdown
from glose.digest.model.article import Article
from glose.digest.model.draft import Source
from glose.digest.model.errors import SeedError
from glose.digest.readers.formats import reader
from glose.digest.readers.mail import _unencoded

TITLE = "Ville-Exemple ouvre sa place"
LEAD = (
    "Le conseil de Ville-Exemple a ouvert mardi la place du marché, après deux ans de travaux et de débats."
)
MORE = (
    "La maire, Anne Exemple, a remercié les ouvriers et promis que les arbres seraient plantés au printemps."
)
TEXT = f"{LEAD}\n\n{MORE}\n"
SENT = datetime(2016, 3, 15, 17, 42, tzinfo=timezone(timedelta(hours=1)))


def message(text: str = TEXT, subject: str = TITLE, html: str = "", attached: str = "") -> bytes:
    mail = EmailMessage()
    mail["Received"] = "from mx.ville.example by mail.journal.example; Tue, 15 Mar 2016 17:42:03 +0100"
    mail["From"] = "Paul Essai <paul.essai@ville.example>"
    mail["To"] = "desk@journal.example"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 15 Mar 2016 17:42:00 +0100"
    mail["Message-ID"] = "<1@ville.example>"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    if attached:
        mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=attached)
    return mail.as_bytes()


def read(data: bytes | str) -> Article:
    (article,) = convert(data.encode() if isinstance(data, str) else data, "x.eml")
    return article


def body(article: Article) -> list[str]:
    return [block.text for block in article.body]


def test_a_message_is_its_subject_and_its_text_and_nothing_of_its_header() -> None:
    article = read(message())
    assert (article.title, body(article), article.status) == (TITLE, [LEAD, MORE], "published")
    assert (article.date, article.date_source) == (SENT, "metadata")
    written = to_markdown(article)
    assert not [word for word in ("ville.example", "journal.example", "Essai", "Received") if word in written]
    assert article.authors == ()


def test_the_day_of_the_message_is_told_in_a_finding() -> None:
    assert [f.confidence for f in read(message()).findings if f.message == "when the message was sent"] == [
        0.6
    ]


def test_a_dateline_of_another_day_wins_over_the_day_of_the_message() -> None:
    article = read(message(f"Ville-Exemple, 14 mars 2016 (AFP) - {LEAD}\n\n{MORE}\n"))
    assert (article.date, article.date_source) == (date(2016, 3, 14), "dateline")


def test_a_headline_above_a_dateline_is_the_title_and_the_subject_a_finding() -> None:
    article = read(message(f"{TITLE}\n\nVille-Exemple, 15 mars 2016 (AFP) - {TEXT}", "Communiqué"))
    assert (article.title, article.source) == (TITLE, "AFP")
    assert "Communiqué" in [f.text for f in article.findings if f.dropped]


def test_what_programs_put_in_front_of_a_subject_is_no_title() -> None:
    assert read(message(subject=f"[EXTERNAL] TR: Re: {TITLE}")).title == TITLE


def test_an_html_part_is_read_where_there_is_no_text() -> None:
    html = f"<html><body><p>Bonjour,</p><p>{LEAD}</p><p>{MORE}</p><p>Cordialement</p><p>Paul Essai</p></body></html>"
    assert body(read(message(" ", html=html))) == [LEAD, MORE]


def test_a_plain_stub_beside_html_is_not_the_text() -> None:
    html = f"<html><body><p>{LEAD}</p><p>{MORE}</p></body></html>"
    assert body(read(message("Voir en ligne.", html=html))) == [LEAD, MORE]


@pytest.mark.parametrize(
    "end",
    [
        "-- \nPaul Essai\npaul.essai@ville.example",
        "Cordialement,\n\nPaul Essai\nService de presse, tél. 01 00 00 00 00",
        "Mit freundlichen Grüßen\n\nPaul Essai",
        "Envoyé de mon téléphone",
        "Ce message et ses pièces jointes sont confidentiels et destinés à ses seuls destinataires.",
        "This e-mail is confidential and intended only for the person to whom it is addressed.",
        "Pour ne plus recevoir nos messages : se désabonner",
    ],
)
def test_signature_and_small_print_are_left_out_and_told(end: str) -> None:
    article = read(message(f"{TEXT}\n{end}\n"))
    assert body(article) == [LEAD, MORE]
    told = " ".join(f.text for f in article.findings if f.dropped)
    assert all(word in told for word in end.split())


def test_a_closing_word_amid_the_text_cuts_nothing_off() -> None:
    long = f"{MORE} {MORE}"
    assert body(read(message(f"{LEAD}\n\nMerci d'avance\n\n{long}\n"))) == [LEAD, "Merci d'avance", long]


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\nDe : Anne Exemple <a@ville.example>\nDate: lun. 14 mars 2016 à 10:00\n"
        f"Subject: {TITLE}\nTo: <paul@ville.example>",
        f"-----Message d'origine-----\nDe : Anne Exemple\nEnvoyé : lundi 14 mars 2016 10:00\nÀ : Paul\nObjet : {TITLE}",
        f"From: Anne <a@ville.example>\nSent: Monday, March 14, 2016 10:00 AM\nTo: Paul\nSubject: FW: {TITLE}",
        f"---- Weitergeleitete Nachricht ----\nBetreff: {TITLE}\nDatum: Mon, 14 Mar 2016 10:00:00\nVon: a@x.example",
        f"> De: Anne <a@ville.example>\n> Fecha: 14 de marzo de 2016, 10:00\n> Asunto: {TITLE}\n> Para: p@x.example",
    ],
)
def test_a_message_that_was_sent_on_is_the_one_inside(header: str) -> None:
    article = read(message(f"Pour information.\n\n{header}\n\n{TEXT}", "TR: à voir"))
    assert (article.title, body(article)) == (TITLE, [LEAD, MORE])
    day = article.date.date() if isinstance(article.date, datetime) else article.date
    assert day == date(2016, 3, 14)
    assert "Pour information." in [f.text for f in article.findings if f.dropped]


def test_a_message_that_was_sent_on_without_a_day_has_not_the_day_of_the_sending() -> None:
    header = f"---------- Forwarded message ---------\nDe : Anne <a@x.example>\nObjet : {TITLE}"
    assert read(message(f"{header}\n\n{TEXT}")).date is None


def test_what_is_quoted_below_an_answer_is_left_out() -> None:
    article = read(
        message(f"{TEXT}\nLe 12 mars 2016 à 10:00, Jean Essai a écrit :\n> Avez-vous le texte ?\n")
    )
    assert body(article) == [LEAD, MORE]
    assert "Jean Essai" in " ".join(f.text for f in article.findings if f.dropped)


@pytest.mark.parametrize(
    "header",
    [
        f"De : Paul Essai <p@ville.example>\nEnvoyé : mardi 15 mars 2016 17:42\nÀ : desk@x.example\nObjet : {TITLE}",
        f"From: Paul Essai <p@ville.example>\nDate: 15 March 2016\nTo: desk\nSubject: {TITLE}",
        f"Von: Paul Essai <p@ville.example>\nGesendet: Dienstag, 15. März 2016 17:42\nAn: desk\nBetreff: {TITLE}",
        f"من: بول <p@ville.example>\nالتاريخ: 15 مارس 2016\nإلى: desk\nالموضوع: {TITLE}",
    ],
)
def test_a_message_pasted_with_its_header_is_a_message(header: str) -> None:
    article = read(f"{header}\n\n{TEXT}")
    assert (article.title, body(article), article.date) == (TITLE, [LEAD, MORE], date(2016, 3, 15))
    assert "ville.example" not in to_markdown(article)


@pytest.mark.parametrize(
    "text",
    [
        f"De : la mairie\n\n{TEXT}",
        f"Date : 15 mars 2016\nObjet : la place\n\n{TEXT}",
        f"{TITLE}\n\nDe : Anne\nÀ : Paul\nObjet : rien\n\n{TEXT}",
        f"From: a cold place\n\n{TEXT}",
    ],
)
def test_a_text_that_names_such_things_is_no_message(text: str) -> None:
    assert not reader(Source(text.encode(), "t", {})).__name__.endswith("mail")  # type: ignore[attr-defined]


def test_a_page_saved_as_one_file_is_no_message() -> None:
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/\nSubject: x\nMIME-Version: 1.0\n"
    head += 'Content-Type: multipart/related; boundary="b"\n\n'
    assert reader(Source(head.encode(), "t", {})).__name__.endswith("page")  # type: ignore[attr-defined]


def test_attachments_are_named_and_beside_a_few_words_they_hold_the_article() -> None:
    assert "plan.pdf" in [f.text for f in read(message(attached="plan.pdf")).findings]
    assert read(message(attached="plan.pdf")).status == "published" or len(TEXT) < 150
    short = read(message("Ci-joint notre communiqué.", attached="texte.docx"))
    assert short.status == "draft"
    assert "texte.docx" in short.held[0]


def test_a_message_without_text_says_what_to_do_with_what_is_attached() -> None:
    with pytest.raises(SeedError, match=r"texte\.docx"):
        read(message("", attached="texte.docx"))


def test_an_embargo_and_a_kill_in_the_subject_are_heard() -> None:
    article = read(message(subject=f"EMBARGO 16 mars 2016 17h GMT - {TITLE}"))
    assert (article.title, article.embargo_until is not None) == (TITLE, True)
    assert read(message(subject=f"EMBARGO - {TITLE}")).status == "draft"
    assert read(message(subject=f"ANNULATION : {TITLE}")).status == "retracted"


def test_a_charset_and_encoded_words_are_read() -> None:
    data = (
        b"From: p@x.example\nMessage-ID: <1@x>\nSubject: =?iso-8859-1?Q?L=27=E9t=E9_arrive?=\nContent-Type: text/plain;"
        b" charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n" + f"{TEXT}".encode("latin-1")
    )
    article = read(data)
    assert (article.title, body(article)) == ("L'été arrive", [LEAD, MORE])


def test_flowed_lines_are_paragraphs() -> None:
    data = b"From: p@x.example\nMessage-ID: <1@x>\nContent-Type: text/plain; format=flowed; charset=utf-8\n\n"
    flowed = TEXT.replace(" la place", " \nla place").replace(" et promis", " \net promis")
    assert body(read(data + flowed.encode()))[-1] == MORE


def test_a_damaged_message_is_read_or_refused() -> None:
    chance = random.Random(8)
    whole = message(html=f"<p>{LEAD}</p>", attached="a.docx")
    for _ in range(150):
        data = bytearray(whole[: chance.randrange(len(whole))])
        for _ in range(chance.randrange(6)):
            data[chance.randrange(len(data) or 1) : 0] = chance.choice(
                [b"\xff", b"\n", b"=?x?q?", b"--", b"\0", b": "]
            )
        told = ""
        try:
            convert(bytes(data), "x.eml")
        except SeedError as error:
            told = str(error)
        assert "cannot be read (" not in told


def test_a_message_sent_on_in_quotation_marks_is_unquoted() -> None:
    inside = f"De: Anne <a@x.example>\nFecha: 14 de marzo de 2016\nAsunto: {TITLE}\n\n{TEXT}"
    quoted = "\n".join(f"> {row}" for row in inside.split("\n"))
    assert body(read(message(f"Pour information.\n\n{quoted}\n", "TR: à voir"))) == [LEAD, MORE]


def test_a_message_of_very_many_lines_is_refused_by_name() -> None:
    with pytest.raises(SeedError, match=r"100,0\d\d lines, more than any article"):
        read(message("une ligne\n" * 100_010))
    assert read(message("Une ligne.\n" * 1_000)).body


@pytest.mark.parametrize(("words", "told"), [(20, "é" * 20), (1_000, "=?utf-8?q?=C3=A9?= " * 999)])
def test_a_header_of_encoded_words_without_end_is_left_as_it_is(words: int, told: str) -> None:
    assert _unencoded(" ".join(["=?utf-8?q?=C3=A9?="] * words)).startswith(told)
