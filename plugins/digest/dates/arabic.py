"""How the Arabic-language press speaks of days, with both of its sets of month names."""

from __future__ import annotations

from plugins.digest.dates.lexicon import Lexicon

ARABIC = Lexicon(
    lang="ar",
    same=(*zip("أإآى", "اااي", strict=True), *zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    twin_months=True,
    articles=("يوم ", "عام ", "سنة ", "العام ", "شهر "),
    dayparts=(" صباحا", " مساء", " ليلا", " ظهرا"),
    parts=("اواخر ", "اوائل ", "نهاية ", "بداية ", "منتصف "),
    turns_after={"الماضي": -1, "الفائت": -1, "المنصرم": -1, "المقبل": 1, "القادم": 1},
    amount_turns={},
    cues={
        "منذ": "since",
        "حتي": "until",
        "بحلول": "by",
        "قبل": "before",
        **dict.fromkeys(("اعتبارا من", "ابتداء من"), "start"),
        **dict.fromkeys(("المقرر في", "مقرر في"), "next"),
        **dict.fromkeys(("في", "خلال", "عام", "سنة", "العام", "في عام", "في شهر", "شهر"), "in"),
    },
    amount_cues={"خلال": "within", "في غضون": "within", "بعد": "ahead", "قبل": "ago", "منذ": "since"},
    phrases={
        **dict.fromkeys(("اول امس", "اول من امس"), ("day", -2)),
        "امس": ("day", -1),
        "اليوم": ("day", 0),
        **dict.fromkeys(("غدا", "غدًا", "غداً"), ("day", 1)),
        **dict.fromkeys(("الاسبوع الماضي", "الاسبوع الفائت"), ("week", -1)),
        "هذا الاسبوع": ("week", 0),
        **dict.fromkeys(("الاسبوع المقبل", "الاسبوع القادم"), ("week", 1)),
        "الشهر الماضي": ("month", -1),
        "هذا الشهر": ("month", 0),
        **dict.fromkeys(("الشهر المقبل", "الشهر القادم"), ("month", 1)),
        **dict.fromkeys(("العام الماضي", "السنة الماضية"), ("year", -1)),
        **dict.fromkeys(("هذا العام", "هذه السنة"), ("year", 0)),
        **dict.fromkeys(("العام المقبل", "السنة المقبلة"), ("year", 1)),
    },
    numbers={"ثلاثة": 3, "اربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10},
    units={
        **dict.fromkeys(("ساعة", "ساعات"), "hour"),
        **dict.fromkeys(("يوم", "يوما", "ايام"), "day"),
        **dict.fromkeys(("اسبوع", "اسابيع"), "week"),
        **dict.fromkeys(("شهر", "شهرا", "اشهر"), "month"),
        **dict.fromkeys(("عام", "عاما", "سنة", "سنوات", "اعوام"), "year"),
    },
    ranges={" و": ("بين ", "بين يومي "), " الي ": ("من ",), "-": ("",), "–": ("",)},
    measured=("شخص", "شخصا", "قتيل", "قتيلا", "جريح", "جريحا", "دولار", "مليون", "كيلومتر"),
    not_after=frozenset(("كل", "كل يوم", "شارع", "ساحة")),
    not_before=(" العظيمة",),
)
