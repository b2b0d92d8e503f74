"""The language of a text, told by its small words and its script, and no guess where neither tells."""

from __future__ import annotations

import pytest

from glose.digest.text.language import SMALL_WORDS, language

SENTENCES = {
    "fr": "La place de la ville a été ouverte lundi par les habitants qui en avaient demandé la fermeture.",
    "en": "The square of the town was opened on Monday by those who had asked for it to be closed.",
    "de": "Der Platz der Stadt wurde am Montag von denen geöffnet, die nicht auf ihn verzichten wollen.",
    "es": "La plaza de la ciudad fue abierta el lunes por los que no la querían cerrar para siempre.",
    "it": "La piazza della città è stata aperta lunedì da quelli che non la vogliono chiudere per sempre.",
    "pt": "A praça da cidade foi aberta na segunda-feira pelos que não a querem fechar para sempre.",
    "nl": "Het plein van de stad is maandag geopend door de mensen die het niet wilden sluiten.",
    "ca": "La plaça de la ciutat ha estat oberta dilluns pels que no la volen tancar amb una clau.",
    "pl": "Plac w mieście został otwarty w poniedziałek przez tych, którzy nie chcą się z nim rozstać.",
    "tr": "Bu meydan bir yıl sonra açıldı ve çok büyük bir kalabalık için yeni bir yer oldu.",
    "ar": "افتتحت ساحة المدينة يوم الاثنين بعد عامين من الأشغال",
    "fa": "میدان شهر پس از دو سال کار در روز دوشنبه گشایش یافت و چند گذر پیاده دارد",
    "ru": "Площадь города открыли в понедельник после двух лет работ",
    "uk": "Площу міста відкрили в понеділок після двох років робіт її жителі",
    "el": "Η πλατεία της πόλης άνοιξε τη Δευτέρα",
    "he": "כיכר העיר נפתחה ביום שני לאחר שנתיים",
    "zh": "城市广场在两年的施工后于星期一开放",
    "ja": "町の広場は月曜日に開かれました",
    "ko": "도시의 광장이 월요일에 문을 열었습니다",
}


@pytest.mark.parametrize(("lang", "text"), SENTENCES.items())
def test_a_sentence_is_enough(lang: str, text: str) -> None:
    told, confidence = language(text)
    assert told == lang
    assert confidence >= 0.5


@pytest.mark.parametrize(
    "text",
    ["", "42", "Ville-Exemple", "AFP AP", "?!", "Kuthi waligqi nsile imbuzi efile esiyo nakele ema gcekeni"],
)
def test_what_nothing_tells_is_of_low_confidence(text: str) -> None:
    assert language(text)[1] < 0.5


def test_a_name_in_another_script_does_not_change_the_language() -> None:
    assert language(SENTENCES["fr"] + " جبهة النصرة")[0] == "fr"


def test_every_small_word_is_a_word() -> None:
    for lang, words in SMALL_WORDS.items():
        assert len(set(words.split())) >= 20, lang
        assert words == words.lower(), lang
