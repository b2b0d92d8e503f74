"""Synthetic dispatches in four languages: stock phrases, names, figures, and words that come again and again."""

from __future__ import annotations

import random

WORDS = {
    "fr": (
        "le la les un une des de du à en pour avec sans mais selon après avant depuis maire pont fleuve ville"
        " habitants travaux budget conseil séance ministre annonce a est sera étaient rouvert fermé voté promis"
        " déclaré ajouté mardi lundi jeudi mars juin cent mille quartier Exempleville Sampletown préfet école gare"
        " marché route crue pluie hausse baisse prix emploi usine syndicat grève accord plainte juge enquête témoin"
        " incendie secours l'école d'Exempleville qu'il s'est sous-préfet"
    ).split(),
    "en": (
        "the a an of in on for with without but after before since mayor bridge river town residents works budget"
        " council session minister said is was will were reopened closed voted promised told added Tuesday Monday"
        " Thursday March June hundred thousand district Exampleville Sampletown prefect school station market road"
        " flood rain rise fall price job factory union strike deal complaint judge inquiry witness fire rescue"
        " council's it's half-built"
    ).split(),
    "de": (
        "der die das ein eine von in für mit ohne aber nach vor seit Bürgermeister Brücke Fluss Stadt Bewohner"
        " Bauarbeiten Haushalt Rat Sitzung Minister sagte ist wird waren geöffnet geschlossen beschlossen"
        " versprochen erklärte Dienstag Montag Donnerstag März Juni hundert tausend Viertel Beispielstadt Musterdorf"
        " Präfekt Schule Bahnhof Markt Straße Hochwasser Regen Anstieg Rückgang Preis Arbeitsplatz Fabrik"
        " Gewerkschaft Streik Einigung Klage Richter Ermittlung Zeuge Brand Rettung"
    ).split(),
    "ar": (
        "في من على إلى عن مع بعد قبل منذ لكن رئيس البلدية الجسر النهر المدينة السكان الأشغال الميزانية المجلس"
        " الجلسة الوزير قال أعلن كان سيكون فتح أغلق وعد أضاف الثلاثاء الاثنين الخميس مارس يونيو مئة ألف حي"
        " مدرسة محطة سوق طريق فيضان مطر ارتفاع انخفاض سعر وظيفة مصنع نقابة إضراب اتفاق شكوى قاض تحقيق شاهد"
        " حريق إنقاذ"
    ).split(),
}
STOCK = {
    "fr": (
        "a déclaré le maire d'Exempleville",
        "selon un communiqué de la préfecture",
        "Interrogé par l'Agence Test",
    ),
    "en": ("the mayor of Exampleville told reporters", "according to a statement", "Asked by Test Agency"),
    "de": ("sagte der Bürgermeister von Beispielstadt", "wie aus einer Mitteilung hervorgeht", "Auf Anfrage"),
    "ar": ("قال رئيس البلدية للصحافيين", "بحسب بيان صدر عن المحافظة", "وأضاف المصدر"),
}
LANGS = tuple(WORDS)


def language(seed: int) -> str:
    return LANGS[seed % len(LANGS)]


def sentence(lang: str, dice: random.Random) -> str:
    words = [dice.choice(WORDS[lang]) for _ in range(dice.randint(8, 24))]
    text = " ".join(words)
    if dice.random() < 0.2:
        text = f"{text}, {dice.choice(STOCK[lang])}"
    elif dice.random() < 0.1:
        text = f"{dice.choice(STOCK[lang])}, {text}"
    elif dice.random() < 0.2:
        text = f'"{text}"'
    return text[0].upper() + text[1:] + dice.choice(("", "", f" ({dice.randint(2, 90)} %)")) + "."


def dispatch(seed: int) -> list[str]:
    """A dispatch of six to fourteen paragraphs; in one in five a sentence comes again with other figures."""
    dice, lang = random.Random(seed), language(seed)
    made = [[sentence(lang, dice) for _ in range(dice.randint(1, 4))] for _ in range(dice.randint(6, 14))]
    if dice.random() < 0.2:
        again = dice.choice(dice.choice(made))
        words = [dice.choice(WORDS[lang]) if dice.random() < 0.1 else word for word in again.split()]
        dice.choice(made).insert(0, " ".join(words))
    return [" ".join(one) for one in made]
