"""How the French-language press speaks of days."""

from __future__ import annotations

from itertools import product

from glose.digest.dates.lexicon import Cue, Lexicon, Tense, no_noun

_AGREEMENT = ("", "e", "s", "es")
_TENS = ("quarante", "cinquante", "soixante", "soixante-dix", "quatre-vingt", "quatre-vingt-dix")
_NTH = (("premier", "1er"), ("deuxième", "second", "2e"), ("troisième", "3e"), ("quatrième", "4e"))


def _announced() -> dict[str, Cue]:
    """Prévue le, attendus pour le, reportée au: participles that put the date after them ahead."""
    on = {f"{verb}{ending}": "" for verb, ending in product(("prévu", "attendu", "programmé"), _AGREEMENT)}
    to = {
        f"{verb}{ending}": ""
        for verb, ending in product(
            ("fixé", "reporté", "repoussé", "renvoyé", "ajourné", "décalé", "avancé"), _AGREEMENT
        )
    }
    links = [*product(on, ("", " pour", " à", " au", " en")), *product(to, (" à", " au", " en"))]
    return {word + link: "next" for word, link in links}


_NO_NOUN = no_noun("le la les un une des du de sa son ses leur ce cette au par en")
_DO = r"(?:ne pas )?(?:se |s'|d'|l'|y |en |le |la |les |leur |lui )?\w+(?:er|ir|re)"
_INFINITIVE = rf"(?: \w+){{0,2}}? {_DO}"
_ADVERBS = r"(?: (?!le\b|la\b|un\b|une\b|des\b|du\b)\w+){0,3}?"
_AGREED = r"(?:e|s|es)?"
_PARTICIPLE = (
    rf" (?!\w{{3,6}}di\b|du\b|[qms]\w?i\b|ici\b|midi\b|lieu\b)(?:\w+[éiu]{_AGREED}|\w*(?:it|is|ert|eint"
    rf"|aint|oint|ort|os){_AGREED})"
)
_WENT = (
    rf"(?:(?:arriv|all|n|entr|rentr|mont|rest|tomb|décéd|retourn)é|(?:re|de|sur|par|inter)?venu"
    rf"|(?:re|res)?(?:part|sort)i|mort|descendu){_AGREED}"
)
_STEM = (  # of the future and the conditional
    r"(?:(?!(?:re|at|é)?tir|admir|(?:in|ex|res|as)pir|vir[ao])\w*[ei]r|\w+(?:dr|ttr|[aî]îtr|aitr)"
    r"|\w*(?:evr|suivr|vivr|urr|oirr)"
    r"|\w*v(?:err)|aur|saur|vaincr|convaincr|romp?r|\w*clur|croir|boir)"
)
_ANNOUNCED = (
    r"(?:prévu|attendu|programmé|planifié|appelé|convoqué|convié|invité|agendé|fixé|annoncé|reporté"
    r"|repoussé|avancé"
    rf"|confirmé|déplacé){_AGREED}"
)
_PROMISED = (
    rf"(?:promis|promet|engag|propos|jur|appel|exhort|invit|prévo|prévu)\w*(?: \w+){{0,2}}? (?:de |d'|à )"
    rf"(?!avoir|être){_DO}"
)
_POSTPONED = (
    r"(?:prévu|attendu|programmé|planifié|convoqué|agendé|fixé|reporté|repoussé|avancé|déplacé|renvoyé"
    rf"|ajourné|décalé){_AGREED}"
)
_TENSE = Tense(
    open=(
        rf"(?:(?:devai|pouvai|allai|voulai|comptai)(?:t|ent){_INFINITIVE}|aurai(?:t|ent) dû|initialement"
        r"|auparavant"
        rf"|(?:avai(?:t|ent)|s'étai(?:t|ent))(?: \w+ment)? {_PROMISED}"
        rf"|(?:étai(?:t|ent)|avai(?:t|ent) été|a été|ont été){_ADVERBS} {_POSTPONED}(?! (?:au|aux|pour|à)\b)"
        r"|(?:(?:a|ont|n'a|n'ont|avait|avaient|s'est|se sont)(?: \w+ment)? )?(?:refus|menac|tent|essay"
        rf"|oubli|décid|accept|choisi|convenu|accus|soupçonn|rat|manqu)\w*(?: \w+){{0,3}}? (?:de "
        rf"|d'){_DO})"
    ),
    ahead=(
        rf"(?:{_STEM}(?:a|ont)(?: \w+ment)?(?:{_PARTICIPLE})?|nous \w+rons|vous \w+rez|j(?:e |')\w{{3,}}rai"
        r"|(?:va|vont|vais|allons|allez|doit|doivent|devrai(?:t|ent)|pourrai(?:t|ent)|peut|peuvent"
        r"|compte(?:nt)?"
        rf"|entend(?:ent)?|espère(?:nt)?|veut|veulent|souhaite(?:nt)?){_INFINITIVE}"
        rf"|(?:envisage|prévoi|prépare|apprête|promet|menace|s'engage)(?:t|nt|ent)? (?:de |d'|à ){_DO}"
        rf"|(?:est|sont|reste|restent) à \w+(?:er|ir|re)"
        rf"|(?:(?:a|ont|s'est|se sont)(?: \w+ment)? )?{_PROMISED}"
        rf"|(?:est|sont|reste|restent|seul|toujours)(?: \w+){{0,2}}? {_ANNOUNCED}|{_ANNOUNCED} (?:pour|aux"
        r"|à|au)"
        r"|a rendez-vous|ont rendez-vous|en attendant|à venir)"
    ),
    would=rf"{_STEM}ai(?:t|ent)(?: \w+ment)?(?:{_PARTICIPLE})?",
    past=(
        r"(?:(?:a|ont|n'a|n'ont|l'a|l'ont|m'a|avait|avaient|n'avait|n'avaient|ayant|ai|avons|avez"
        r"|aurai(?:t|ent)|j'ai|qu'a"
        rf"|qu'ont|y a|d'avoir|avoir){_ADVERBS}{_PARTICIPLE}"
        r"|(?:s'est|se sont|s'étai(?:t|ent)|me suis|nous sommes|se serai(?:t|ent)|s'être"
        rf"|s'était){_ADVERBS}{_PARTICIPLE}"
        rf"|(?:est|sont|n'est|être|serai(?:t|ent)|suis|étant){_ADVERBS} {_WENT}"
        rf"|a-t-(?:il|elle|on)|ont-(?:ils|elles)|est-(?:il|elle) \w+é|\w+ai(?:t|ent)-(?:ils?|elles?|on)"
        r"|fut|eut|vint|prit|mit|fit|naquit|mourut|reçut|dut|voulut|courut|parut|vécut|tint|obtint|devint"
        r"|rendit|put|vit"
        r"|partit|sortit|perdit|répondit|\w+inrent|\w{2,}(?:è|i|u)rent|\w+[çg]ea|\w+ça"
        r"|(?!(?:dé|re|satis|par|for|bien|mé)?fait|lait|souhait|plait|sait|tait)\w{2,}[^\Wr]ai(?:t|ent)"
        r"|(?:mont|ti|ent|du|décla|igno|ado|sépa|espé|libé|opé|prépa|mesu|ouv|souff|off|cou|mou)rai(?:t|ent))"
    ),
    done=(
        r"(?:signé|conclu|arrêté|tué|blessé|publié|diffusé|lancé|commis|perpétré|survenu|ouvert|fermé"
        r"|adopté|entré"
        r"|né|mort|décédé|élu|réélu|nommé|détenu|emprisonné|enlevé|libéré|rendu|tenu|paru|capturé|repris"
        r"|entamé|instauré"
        r"|décrété|proclamé|mené|organisé|voté|approuvé|déclaré|pris|reçu|dévoilé|présenté|remis|condamné"
        r"|inculpé"
        r"|interpellé|commencé|débuté|créé|fondé|inauguré|déposé|échoué|disparu|retrouvé|observé"
        r"|enregistré|constaté"
        rf"|révélé|tombé|parti|sorti|arrivé|venu|annoncé){_AGREED}"
    ),
    scheduled=(
        rf"{_NO_NOUN}(?:(?:ouvre|vote|débute|commence|démarre|arrive|affronte|rencontre|accueille|joue"
        r"|organise|ferme|augmente|change"
        r"|examine|statue|tranche|lance|inaugure|célèbre|fête|visite|quitte|présente|publie|dispute"
        r"|expire|s'achève|termine"
        r"|se termine|se déroule|s'ouvre|se retrouve|se prononce|décide|défile|manifeste|passe|s'annonce"
        r"|s'envole"
        r"|décolle|rouvre|marche|baisse|embarque|dévoile|élise|sorte|parte|reçoive|prenne|reprenne"
        r"|élisent)(?:nt)?"
        r"|(?:sor|par|reçoi|éli|comparaî|disparaî|paraî|se tien|revien|débat|prend|reprend|se rend|rend"
        r"|se réuni)t?"
        r"|(?:entre|entrent) en vigueur|se réunissent|se tiennent|comparaissent|débattent|reviennent"
        r"|se rendent|va|vont|a lieu|ont lieu)"
    ),
    plans=r"annonc|convoqu|fix|prépar|évoqu|discut|prom|demand|réclam|confirm|report|appel|exig|souhait",
    before_past=r"\b(?:avai(?:t|ent)|n'avait|s'étai(?:t|ent))\b",
    general=(
        r"\b(?:si|souvent|toujours|chaque|généralement|habituellement|parfois|quand|lorsque|toutes|tous"
        r"|tout|d'ordinaire)\b"
    ),
    nouns=(
        r"(?:élections?|électoral\w*|scrutins?|sommets?|référendums?|votes?|présidentielles?|législatives"
        r"|municipales|régionales"
        r"|cantonales|européennes|sénatoriales|primaires?|échéances?|date limite|date butoir|rendez-vous"
        r"|matche?s?|finale|demi-finale"
        r"|grèves?|manifestations?|réunions?|audiences?|procès|conférences?|congrès|concerts?|rencontres?"
        r"|cérémonies?|inauguration"
        r"|festival|sessions?|second tour|premier tour|tour|tirage|débats?|consultations?|mobilisations?"
        r"|lancement|ouverture|entretiens?"
        r"|pourparlers|négociations|derby|visite|discours|journée)"
    ),
    links=r"(?: \w+){0,3}? (?:du|de|de ce|des|du mois de|en|le|ce)? ?",
    attribute=r"\b(?:du |de |des |d'|de ce )",
    after=r"depuis|après|lors|à l'issue|au lendemain|suite|résultats?|issue?s?|vainqueur\w*|pendant|contre",
    once=r"après|depuis",
    ahead_of=(
        r"avant|d'ici|en vue|à l'approche|en prévision|à la veille|préparatifs?|prochaine?s?|candidate?s?"
        r"|jusqu\W?\w*"
    ),
    clauses=(
        r"(?:qu'|que|qui|dont|où|lorsqu'|lorsque|quand|tandis que|alors que|puis|mais|parce|car|si"
        r"|pendant que"
        r"|donc)"
    ),
)

FRENCH = Lexicon(
    lang="fr",
    ordinals=("er",),
    articles=("l'année ", "le mois de ", "le ", "la ", "ce ", "de ", "d'", "l'"),
    dayparts=(" matin", " midi", " après-midi", " soir", " dans la nuit", " à l'aube", " en fin de journée"),
    turns_after={"dernier": -1, "passé": -1, "prochain": 1},
    amount_turns={"dernières": -1, "derniers": -1, "prochaines": 1, "prochains": 1},
    links=(" de ",),
    cues={
        "depuis": "since",
        **dict.fromkeys(("jusqu'à", "jusqu'au", "jusqu'en"), "until"),
        **dict.fromkeys(("d'ici", "d'ici à", "d'ici au"), "by"),
        "avant": "before",
        **dict.fromkeys(("à partir", "à partir du", "à compter", "à compter du"), "start"),
        **_announced(),
        **dict.fromkeys(("en vue du", "à l'approche du", "à la veille du"), "next"),
        **dict.fromkeys(("en", "courant", "au mois", "du mois", "le mois", "l'année"), "in"),
    },
    amount_cues={
        **dict.fromkeys(("d'ici", "d'ici à", "sous", "dans les", "dans un délai de"), "within"),
        **dict.fromkeys(("dans les prochaines", "dans les prochains"), "within"),
        **dict.fromkeys(("au cours des prochaines", "au cours des prochains"), "within"),
        **dict.fromkeys(("ces dernières", "ces derniers", "les dernières", "les derniers"), "past"),
        **dict.fromkeys(("des dernières", "des derniers", "dans les dernières"), "past"),
        "dans": "ahead",
        "il y a": "ago",
        "depuis": "since",
    },
    phrases={
        "avant-hier": ("day", -2),
        **dict.fromkeys(("hier", "hier matin", "hier après-midi", "hier soir"), ("day", -1)),
        **dict.fromkeys(("aujourd'hui", "ce matin", "cet après-midi", "ce soir"), ("day", 0)),
        **dict.fromkeys(("demain", "demain matin", "demain après-midi", "demain soir"), ("day", 1)),
        "après-demain": ("day", 2),
        **dict.fromkeys(("la semaine dernière", "la semaine passée"), ("week", -1)),
        **dict.fromkeys(("cette semaine", "la fin de la semaine", "la fin de semaine"), ("week", 0)),
        "la semaine prochaine": ("week", 1),
        **dict.fromkeys(("le week-end dernier", "le week-end passé"), ("weekend", -1)),
        "ce week-end": ("weekend", 0),
        "le week-end prochain": ("weekend", 1),
        **dict.fromkeys(("le mois dernier", "le mois passé"), ("month", -1)),
        **dict.fromkeys(("ce mois-ci", "la fin du mois", "fin du mois"), ("month", 0)),
        "le mois prochain": ("month", 1),
        **dict.fromkeys(("l'an dernier", "l'an passé", "l'année dernière", "l'année passée"), ("year", -1)),
        **dict.fromkeys(("cette année", "la fin de l'année", "la fin d'année", "fin d'année"), ("year", 0)),
        **dict.fromkeys(("l'an prochain", "l'année prochaine"), ("year", 1)),
    },
    numbers={
        **{"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7},
        **{"huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20},
        **{"vingt-quatre": 24, "trente": 30, "trente-six": 36, "quarante-huit": 48, "soixante-douze": 72},
    },
    units={
        **dict.fromkeys(("heure", "heures", "h"), "hour"),
        **dict.fromkeys(("jour", "jours"), "day"),
        **dict.fromkeys(("semaine", "semaines"), "week"),
        "mois": "month",
        **dict.fromkeys(("an", "ans", "année", "années"), "year"),
    },
    ranges={
        " au ": ("du ",),
        " à ": ("de ", "d'"),
        " et ": ("entre le ", "entre ", "les "),
        " et le ": ("entre le ", "entre "),
        "-": ("les ", "du ", "en ", ""),
        "–": ("les ", "du ", "en ", ""),
    },
    habits=("du ",),
    measured=(
        *("personnes", "morts", "blessés", "civils", "soldats", "hommes", "femmes", "enfants", "réfugiés"),
        *("migrants", "habitants", "combattants", "euros", "dollars", "millions", "mètres", "km", "ans"),
        *("jours", "heures", "mots", "pages", "exemplaires", "places", "tonnes", "emplois", "salariés"),
    ),
    not_after=frozenset(
        (
            *("chaque", "un", "journal du", "presse du", "rue du", "place du", "avenue du", "boulevard du"),
            *("pont du", "stade du", "square du", "quai du", "mouvement du", "hôpital du"),
        )
    ),
    not_before=(
        *(" saint", " noir", " gras", " des cendres", " de pâques", " de pentecôte", " des rameaux"),
        *(" de l'ascension", " suivant", " précédent", " et jours fériés"),
    ),
    amount_not_before=(" suivant", " précédent", " qui ont suivi", " qui suivent", " après", " avant"),
    both=(" et ", " et le "),
    between=("entre le ", "entre "),
    tense=_TENSE,
    part_of={
        **dict.fromkeys(
            ("la fin ", "fin ", "la fin de ", "fin de ", "la fin du mois de ", "la fin de l'année "), "late"
        ),
        **dict.fromkeys(
            ("le début ", "début ", "tout début ", "le début de ", "début de ", "début de l'année "), "early"
        ),
        **dict.fromkeys(("la mi-", "mi-"), "mid"),
    },
    seasons={"printemps": "spring", "été": "summer", "automne": "autumn", "hiver": "winter"},
    season_in=("au ", "à l'", "en l'", "le ", "l'", "cet ", "ce "),
    season_not_before=(" de ", " du ", " des ", " d'", " arabe"),
    season_year=("de l'année ", "de l'an ", "de "),
    divisions={
        **{f"{word} trimestre": (3 * n + 1, 3 * n + 3) for n, names in enumerate(_NTH) for word in names},
        **{f"{word} semestre": (6 * n + 1, 6 * n + 6) for n, names in enumerate(_NTH[:2]) for word in names},
    },
    decades=rf"années (?P<decade>(?:1\d|20)\d0|[4-9]0|{'|'.join(_TENS)})(?![\w-])",
    centuries=r"(?P<century>[ivx]{1,5}|\d\d?)(?:e|ème|er|eme) siècle(?! (?:av|ap))",
    counted=dict(zip(_TENS, range(40, 100, 10), strict=True)),
    holidays={
        **dict.fromkeys(("noël", "jour de noël"), "christmas"),
        **dict.fromkeys(("veille de noël", "réveillon de noël"), "christmas-eve"),
        **dict.fromkeys(("saint-sylvestre", "réveillon du nouvel an"), "new-years-eve"),
        **dict.fromkeys(("nouvel an", "jour de l'an"), "new-year"),
        **{"14-juillet": "bastille", "11-novembre": "armistice", "8-mai": "victory-1945"},
        **{
            "1er-mai": "may-day",
            "15-août": "assumption",
            "toussaint": "all-saints",
            "halloween": "halloween",
        },
        **{"épiphanie": "epiphany", "saint-valentin": "valentine", "11-septembre": "september-11"},
        **dict.fromkeys(("pâques", "dimanche de pâques"), "easter"),
        **{"lundi de pâques": "easter-monday", "vendredi saint": "good-friday"},
        **dict.fromkeys(("ascension", "jeudi de l'ascension"), "ascension"),
        **{"pentecôte": "pentecost", "lundi de pentecôte": "whit-monday"},
        **{"mercredi des cendres": "ash-wednesday", "dimanche des rameaux": "palm-sunday"},
    },
    holiday_after=("à la ", "à l'", "le jour de ", "le jour de la ", "le ", "à ", "au ", "du "),
    bare_day=(
        r"(?<=\ble )(?P<bare>1er|[12]?\d|3[01])(?=[.;]|$|, (?!rue\b|avenue\b|place\b|boulevard\b)"
        r"| (?:au soir|au matin|dernier|prochain)\b)"
    ),
    weeks_later={"en huit": 1, "en quinze": 2},
    spoken=(
        r"\b(?:dit|dire|déclar\w+|affirm\w+|assur\w+|expliqu\w+|lanc\w+|ajout\w+|écri\w+|promi\w+"
        r"|annonc\w+|confi\w+|prév\w+|indiqu\w+)\b"
    ),
)
