"""The words with which desks say what may be done with a story, by language; all folded (`dates.names.fold`).

Patterns are written to be joined into one alternation; how they are used is in `notices`. French, English, Spanish,
German and Arabic as far as agencies write them, Italian, Portuguese and Dutch in their usual forms.
"""

from __future__ import annotations

EMBARGO = {
    "": r"embargo(?:ed|e[es]?)?|embargad[oa]s?|embargat[oa]|geembargeerd",
    "de": r"sperrfrist(?:ende)?|sperrvermerk|gesperrt\s+bis|frei(?:gegeben|gabe)?\s+(?:ab|am)"
    r"|nicht\s+vor\b.{0,60}\b(?:veroffentlichen|verwenden|senden)|veroffentlichung\s+(?:erst\s+)?(?:ab|nach|frei\s+ab)",
    "en": r"(?:do\s+)?not\s+(?:for|to\s+be)?\s*(?:publi(?:sh(?:ed)?|cation)|releas(?:e|ed)|used?|broadcast"
    r"|distribut(?:e|ed|ion))(?:\s+or\s+\w+)?(?:\s+in\s+any\s+form)?\s+(?:before|until|till|prior\s+to)"
    r"|hold(?:\s+for\s+release)?\s*(?=until|till|:)|h(?:o|e)ld\s+for\s+release|(?:no|not\s+for)\s+\w+\s+before"
    r"|for\s+release\s+(?:at|on|after|not\s+before|from)",
    "fr": r"(?:a\s+)?ne\s+pas\s+(?:etre\s+)?(?:diffuser?|publier?|utiliser?|reprendre|mettre\s+en\s+ligne|divulguer)"
    r"(?:\s+ou\s+\w+)?\s+avant|interdite?\s+(?:de|a\s+la)\s+(?:publication|diffusion)\s+(?:avant|jusqu\w*)"
    r"|(?:publication|diffusion|utilisation|parution|reprise)\s+(?:est\s+)?"
    r"(?:(?:autorisee|possible|libre|interdite)\s+)?(?:avant|a\s+partir\s+d\w*|a\s+compter\s+d\w*|jusqu\w*)",
    "es": r"(?:no|prohibid[oa]s?)\s+(?:(?:su|la)\s+)?(?:publi(?:car|cacion|quen|cable)|difu(?:ndir|sion|ndan)|usar"
    r"|utilizar|divulgar)\s+(?:antes|hasta)",
    "it": r"(?:da\s+)?non\s+(?:pubblicare|diffondere|utilizzare|divulgare)\s+(?:prima|fino)",
    "pt": r"nao\s+(?:publicar|divulgar|utilizar|usar)\s+(?:antes|ate)",
    "nl": r"niet\s+(?:(?:te|voor)\s+)?(?:publicatie|publiceren|gebruiken|verspreiden)\s+(?:voor|tot)",
    "ar": r"(?:ال)?(?:حظر|يحظر|محظور|ممنوع|غير\s+قابل\s+لل?|لا\s+يجوز|لا)\s*(?:ال|ي)?نشره?(?:ا|\s+الا)?"
    r"|غير\s+مخصص\s+للنشر\s+(?:قبل|حتي)",
}
"""By language ("": of several), what opens a notice of an embargo."""

NO_EMBARGO = (
    r"(?:embargo(?:\s+(?:bis|until|jusqu\w*|hasta))?|sperrfrist|sperrvermerk|حظر\s+النشر)\s*[:=–—-]\s*(?:keine?r?|entfallt|none|no|nil|n/?a"
    r"|aucun|sans|neant|ninguno|sin(?:\s+embargo)?|nessuno|nenhum|geen|لا\s+يوجد)|(?:no|ohne|sans|sin|senza|sem|zonder)\s+(?:embargo|sperrfrist)"
    r"|(?:keine|pas\s+d')\s*(?:embargo|sperrfrist)"
)
"""A line that says there is none."""

UNTIL = (
    r"jusqu\s?'?\s?\w*|until|till|til|before|prior|after|avant|bis|vor|ab|nach|hasta|antes|fino|prima|ate|tot|voor|"
    r"a\s+partir|from|not\s+before|حتي|قبل|الي"
)
"""What stands between the word and the moment."""

OPEN_ENDED = (
    r"nouvel\s+(?:ordre|avis)|further\s+notice|auf\s+weiteres|nuevo\s+aviso|nuova\s+comunicazione|nader\s+bericht|"
    r"اشعار\s+اخر|(?:check|checked)\s+against\s+delivery|fait\s+foi|gesprochene\s+wort|delivery|publication|release|"
    r"prononce|discours|speech|redebeginn|beginn"
)
"""A moment that no clock tells."""

MOMENT_WORDS = frozenset(
    """
    embargo embargoed until till before prior to after from and on at the of for not release publication date time local
    hour     hours h hrs noon midnight midday am pm a p m gmt utc bst cet cest est edt et ct pt mt mez mesz uhr z s
    jusqu jusque jusqu'au jusqu'a au aux a le la les du de des d l en partir compter heure heures hre min minuit midi tu
    lifted lift leve levantado levantada aufgehoben revoque
    locale locales avant apres et precises soir matin apres-midi lever levee
    date fin
    bis zum am um vor ab den dem der die ende frist frei ortszeit mitternacht mittag sperrfrist nach und
    hasta el las los del dia hora horas antes local medianoche mediodia y
    fino alle ore al dopo prima mezzanotte ate as tot voor uur op om
    حتي يوم الساعه بتوقيت قبل من مساء صباحا ظهرا النشر علي في الي تمام
    """.split()
)
"""What a notice is made of beside numbers, months and weekdays; another word makes it a sentence."""

ZONES = {
    "paris": "Europe/Paris",
    "bruxelles": "Europe/Brussels",
    "brussels": "Europe/Brussels",
    "geneve": "Europe/Zurich",
    "berne": "Europe/Zurich",
    "berlin": "Europe/Berlin",
    "berliner": "Europe/Berlin",
    "vienne": "Europe/Vienna",
    "wien": "Europe/Vienna",
    "rome": "Europe/Rome",
    "roma": "Europe/Rome",
    "madrid": "Europe/Madrid",
    "lisboa": "Europe/Lisbon",
    "londres": "Europe/London",
    "london": "Europe/London",
    "new york": "America/New_York",
    "washington": "America/New_York",
    "tunis": "Africa/Tunis",
    "alger": "Africa/Algiers",
    "greenwich": "UTC",
    "غرينتش": "UTC",
    "جرينتش": "UTC",
    "باريس": "Europe/Paris",
    "تونس": "Africa/Tunis",
    "الجزاير": "Africa/Algiers",
}
"""Places whose time a notice names: ``heure de Paris``, ``London time``, ``بتوقيت غرينتش``."""
ZONE_FORMS = (
    r"(?:heure\s+(?:de|d')\s*|hora\s+de\s+|ora\s+di\s+|hora\s+em\s+|بتوقيت\s+){place}",
    r"{place}(?:er)?\s+(?:time|zeit|tijd)",
)

KILL = (
    r"(?:(?:mandatory|bulletin|story|notice|advisory|urgent|flash|attention|avis|note|achtung|eil)\W+)*"
    r"(?:avis\s+d')?(?:kill(?:ed|\W+kill)*(?:\W+(?:notice|advisory|mandatory|bulletin))?|elimination|withdraw(?:al|n)|retract(?:ion|ed)"
    r"|annul(?:ation|ee?s?|ez|er)|a\s+annuler|retrait|retiree?|storno|stornierung|zuruckgezogen|zuruckziehung"
    r"|ruckruf|ruckzug|widerruf|anulacion|anulad[oa]|retirad[oa]|retractacion|annullamento|ritiro|annulatie|annullering|annullat[oa]|annullare"
    r"|ritirat[oa]|anulacao|cancelad[oa]|intrekking|ingetrokken|vervallen|(?:تصحيح\s+و)?الغاء|سحب|ملغي|ملغاه"
    r"|(?:annulation|retrait|annullamento|ritiro|anulacion|retirada|anulacao|intrekking|ruckruf|ruckzug)\s+(?:d[ei]\s+|d'|von\s+|della?\s+)?"
    r"(?:la\s+|der\s+)?(?:depeche|meldung|noticia|notizia|nota|bericht|texte|info|despacho)"
    r"|(?:depeche|texte|info|information|alerte|meldung|noticia|despacho|nota|notizia|bericht)\s+"
    r"(?:annulee?|retiree?|zuruckgezogen|storniert|anulad[oa]|retirad[oa]|annullat[oa]|ritirat[oa]|ingetrokken)"
    r"|(?:الغاء|سحب|ملغي)\s+(?:ال)?(?:خبر|برقيه|نبا|ماده))"
)
"""A line or the first words of one, in capitals or alone on it."""

UNUSABLE = (
    r"(?:a\s+)?ne\s+pas\s+(?:utiliser|publier|diffuser|reprendre|mettre\s+en\s+ligne)|do\s+not\s+(?:use|publish|run|print)"
    r"|not\s+for\s+(?:use|publication|release)|nicht\s+(?:verwenden|verwerten|veroffentlichen|benutzen|senden)"
    r"|no\s+(?:usar|utilizar|publicar|difundir)|non\s+(?:utilizzare|usare|pubblicare)|nao\s+(?:utilizar|usar|publicar)"
    r"|niet\s+(?:gebruiken|publiceren)|nicht\s+(?:zur|fur\s+die)\s+(?:veroffentlichung|verwendung|verbreitung)(?:\s+bestimmt)?"
    r"|pas\s+pour\s+(?:publication|diffusion)|no\s+(?:apto\s+)?para\s+(?:su\s+)?(?:publicacion|difusion)|non\s+per\s+la\s+pubblicazione"
    r"|non\s+destinee?\s+a\s+la\s+(?:publication|diffusion)|nao\s+para\s+publicacao|niet\s+voor\s+publicatie|confidentiel|confidential|vertraulich|لا\s+(?:تستخدم|ينشر|للنشر)|ليس\s+للنشر|غير\s+صالح\s+للنشر"
    r"|hold|on\s+hold|en\s+attente|brouillon|draft|entwurf|borrador|test|ceci\s+est\s+un\s+test|this\s+is\s+a\s+test"
)
"""A whole line above a text: nobody may use it, or nobody knows yet."""

_OURS = (
    r"(?:story|stories|dispatch|news\s+(?:item|alert)|depeche|meldung|eilmeldung|noticia|despacho|teletipo|notizia|dispaccio"
    r"|lancio\s+d'agenzia|خبر|برقيه|نبا)"
)
_THING = (
    rf"(?:{_OURS}|item|report|text|version|article|alert|take|series|urgent|file|copy|message|news|bulletin|flash"
    r"|texte|information|info|alerte|papier|nouvelle|sujet|bericht|beitrag|nota|informacion|texto|cable|alerta|lancio|testo"
    r"|articolo|materia|artikel|verhaal|قصه|ماده|تقرير)"
)
"""What only a desk takes back; and what others withdraw too (an alert, article 3 of a bill)."""
DONE = (
    r"(?:has\s+been|have\s+been|is|are|was|should\s+be|must\s+be|est|sont|a\s+ete|ont\s+ete|doit\s+etre|wird|ist|wurde|"
    r"ha\s+sido|han\s+sido|queda|fue|esta|debe\s+ser|e\s+stat[oa]|va|deve\s+essere|foi|deve\s+ser|wordt|werd|moet)"
)
_GONE = (
    r"(?:killed|withdrawn|retracted|cancell?ed|eliminated|being\s+(?:killed|withdrawn)|annulee?s?|retiree?s?|supprimee?s?"
    r"|invalidee?s?|zuruckgezogen|storniert|annulliert|gestrichen|hinfallig|widerrufen|(?:anulad|retirad|cancelad|eliminad)[oa]s?"
    r"|annullat[oa]|ritirat[oa]|cancellat[oa]|ingetrokken|geannuleerd|vervallen)"
)
KILL_SENTENCES = (
    rf"(?:the|our|la|le|les|l'|notre|die|der|das|unsere|el|los|nuestra|il|lo|o|a|het|de|attention\W+|(?:please\s+)?note\W+)?\s*"
    rf"(?:previous|above|earlier|precedente?|vorherige|obige|anterior)?\s*"
    rf"{_OURS}\b.{{0,240}}?\b{DONE}\s+(?:\w+\s+){{0,2}}?{_GONE}\b",
    r"(?:the\s+)?[\w.-]{2,20}\s+(?:is|has)\s+(?:killing|withdrawing|retracting|killed|withdrawn|retracted)\s+"
    rf"(?:the|its|this|a|an)\s+(?:\w+\s+){{0,2}}?{_THING}\b",
    rf"(?:please\s+|kindly\s+)?(?:disregard|ignore|kill|delete|discard|withdraw|(?:do\s+not|don't)\s+(?:use|publish|run|print))\s+"
    rf"(?:and\s+\w+\s+)?(?:it\b|(?:the|this|our|any|all|previous|above|earlier)\b.{{0,60}}?\b{_THING}\b)",
    r"please\s+disregard\b",
    r"(?:(?:please|kindly|veuillez|bitte|rogamos|por\s+favor|si\s+prega\s+di|gelieve)\s+|(?:priere|merci)\s+d(?:e\s+|'\s*))"
    r"(?:kill|withdraw|retract|discard|annuler|supprimer|retirer|loschen|streichen|anular|eliminar|annullare|eliminare|verwijderen)"
    r"\s+[\"“«„]",
    r"(?:priere\s+d|merci\s+d|veuillez|bien\s+vouloir|svp|s'il\s+vous\s+plait)\S*\s+(?:de\s+|bien\s+vouloir\s+)?(?:(?:ne\s+pas\s+"
    r"|n')(?:en\s+|l[ae]?s?\s*'?\s*)?(?:utiliser|publier|diffuser|reprendre|tenir)"
    rf"|(?:annuler|supprimer|ignorer|detruire)\b.{{0,60}}?\b{_THING}\b|considerer\b.{{0,80}}\bcomme\s+null?e)",
    rf"(?:annuler|annulez|ignorer|ignorez)\s+(?:la|le|notre|les)\s+(?:\w+\s+)?{_THING}\b",
    rf"(?:bitte\s+)?(?:die\s+|diese\s+|unsere\s+)?{_THING}\b.{{0,120}}?\bnicht\s+(?:mehr\s+)?(?:verwenden|verwerten|veroffentlichen)",
    rf"[\w.-]{{2,20}}\s+zieht\b.{{0,160}}?\b{_THING}\b.{{0,160}}?\bzuruck\b",
    r"(?:rogamos|por\s+favor|se\s+ruega|ruego)\W+(?:a\s+\w+\s+\w+\W+)?(?:no\s+(?:utili[cz]|us|publi[cq]|difund)\w+|hagan\s+caso\s+omiso"
    r"|ignor\w+|anul\w+|elimin\w+)",
    rf"(?:anulen|anular|anulese|ignoren)\s+(?:la|el|nuestra)\s+(?:\w+\s+)?{_THING}\b",
    r"(?:si\s+prega\s+di\s+)(?:non\s+(?:utilizzare|usare|pubblicare|tenere)|annullare|ignorare)",
    rf"(?:annullare|ignorare)\s+(?:il|la|lo)\s+(?:\w+\s+)?{_THING}\b",
    r"(?:por\s+)?favor\W+(?:nao\s+(?:utilizar|usar|publicar)|desconsiderar|ignorar|anular)",
    r"(?:gelieve|svp|s\.v\.p\.?)\s+.{0,80}?(?:niet\s+(?:te\s+)?(?:gebruiken|publiceren)|negeren|te\s+vervallen)",
    r"(?:يرجي|الرجاء|نرجو|نرجوا)\s+(?:عدم\s+(?:استخدام|استعمال|نشر|اعتماد)|الغاء|تجاهل|اهمال|حذف|سحب)",
    r"(?:تم|جري|تلغي|نلغي|يلغي|تسحب|نسحب)\s+(?:\w+\s+){0,3}?(?:الغاء\s+|سحب\s+)?(?:ال)?(?:خبر|برقيه|نبا|قصه|ماده|تقرير)",
    r"لا\s+(?:تستخدموا|تستعملوا|تنشروا)\b",
)
"""Sentences that take a story back, at the beginning of a block above which no story stands."""

KILL_IF_NAMED = rf"(?:\w+\W+){{0,3}}?{_THING}\b.{{0,240}}?\b{DONE}\s+(?:\w+\s+){{0,2}}?{_GONE}\b"
"""The same of any text, where it is named in quotation marks or editors are addressed."""

OURS = (
    r"depeches?|stor(?:y|ies)|dispatch|news\s+(?:item|alert)|meldung|eilmeldung|noticia|despacho|teletipo|notizia|dispaccio"
    r"|(?:notre|nos|our|unsere?n?|nuestr[oa]|nostr[oa]|nossa)\s+(?:information|info|article|texte|papier|report|item|text"
    r"|alerte?|bericht|beitrag|informacion|nota|articolo|testo)|(?:ال|و)?(?:خبر|برقي)\w*"
    r"|(?:annulons|retirons|anulamos|retiramos|annulliamo|ritiriamo)\b.{0,40}\b(?:information|informacion|articl|texte?|testo)\w*"
)
TAKEN_BACK = (
    r"annul\w*|retiree?s?|retirons|kill(?:ed|s|ing)?|withdr\w+|retract\w*|disregard\w*|not\s+be\s+used|not\s+use|sent\s+in\s+error"
    r"|ne\s+pas\s+(?:l')?utiliser|n'utilis\w+|nulle?s?\s+et\s+non\s+avenue?s?|zuruck(?:gezogen|zieh\w*|zuziehen)|streichen|storn\w+"
    r"|ruckruf\w*|widerruf\w*|verwenden\b.{0,80}\bnicht|nicht\b.{0,40}\bverwend\w+|anul\w+|retiramos|annull\w+|ritiriamo|ritirat[oa]"
    r"|desconsider\w+|ingetr\w+|intrekk\w+|الغاء|نلغي|تلغي|يلغي|الغي\w*|سحب|نسحب"
)
"""What only a desk names, and what is done with it: together on a line above a story they hold it."""

ADDRESS = (
    r"(?:(?:urgent|attention|achtung|atencion|attenzione|avis|note|nota|hinweis|bitte|dear|to|a|an|aux|alle|l'attention\s+d\w+|تنبيه)\W+)*"
    r"(?:(?:all\s+|die\s+|les\s+|los\s+|le\s+)?(?:editors?|subscribers?|clients?|media|abonnes|redact\w+|redaktion\w*|kunden|editores"
    r"|clientes|abonados|redazion\w+|redacoes|redacties|desks?|المحررين|المشتركين|الزملاء|الي\s+المحررين)\b[^:]{0,40}?\W+)?"
)
"""Whom a notice addresses, in front of its sentence."""

TAKE = (
    r"(?:(?:take|prise|teil|partie|parte|part|feuillet|deel|جزء|الجزء)\s*)?(?P<nth>\d{1,2})\s?(?:st|nd|rd|th|er|ere|eme|e|\.|ª|º)?\s*"
    r"(?:take\s+)?(?:de|sur|of|von|di|van|/|من)\s*(?P<total>\d{1,2})(?:\s+(?:takes?|parts?|prises?|teile?n?|partes?|parti))?"
)
GOES_ON = (
    r"a\s+suivre|suit|more|to\s+be\s+continued|continues|sigue|continua|continuara|segue|wordt\s+vervolgd"
    r"|fortsetzung(?:\s+folgt)?|folgt|يتبع|للخبر\s+بقيه|تتبع"
)
GOES_ON_FROM = (
    r"suite|suite\s+et\s+fin|add(?:\s*\d)?|1st\s+add|first\s+add|fortsetzung\s+und\s+ende|تتمه|continuacion"
)
LAST = r"fin|end|ends|ende|fin\s+de\s+la\s+depeche|fine|fim|einde|suite\s+et\s+fin|انتهي|النهايه|all"
"""Alone on a line, in brackets, dashes or capitals: what stands there is a part of a longer text."""

PUBLIC = (
    r"\W*(?:editor'?s?'?s\s+note|note\s+de\s+la\s+redaction|ndlr|nota\s+de(?:l\s+editor|\s+la\s+redaccion|lla\s+redazione)|"
    r"nota\s+da\s+redacao|anm(?:erkung|\.)?\s+d(?:er|\.)\s+red(?:aktion|\.)?|noot\s+van\s+de\s+redactie|ملاحظه\s+(?:ال)?محرر)\b"
)
"""How a newsroom opens a note to its readers."""
