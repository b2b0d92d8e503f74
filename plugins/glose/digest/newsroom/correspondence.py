"""What people write around a text that they send in a mail: greetings, signatures, the headers of what they forward."""

from __future__ import annotations

import re

FIELDS = {
    "from": r"from|de|von|da|van|من|expéditeur|absender|remitente|mittente",
    "to": r"to|à|a|an|para|aan|cc|bcc|cci|copie à|kopie|إلى|destinataires?|empfänger|reply-to|répondre à",
    "date": r"date|sent|envoyé(?: le)?|gesendet|datum|enviado(?: el)?|fecha|inviato|data|verzonden|التاريخ|تاريخ",
    "subject": r"subject|objet|sujet|betreff|asunto|oggetto|assunto|onderwerp|الموضوع",
    "other": r"attachments?|pièces? jointes?|anlagen?|adjuntos?|allegati|importance|importancia|priorität|x-[\w-]+"
    r"|message-id|mime-version|content-[\w-]+|received|return-path|delivered-to|organization|sender|list-[\w-]+",
}
"""Names of a header line as programs show them, by what they mean."""
LINE = re.compile(
    r"[*_]{0,2}(?:"
    + ""
    r"|".join(f"(?P<{key}>{form})" for key, form in FIELDS.items())
    + r")[ \u00a0]?:[*_]{0,2}(?:[ \t\u00a0]+(?P<value>.*)|$)",
    re.I,
)
"""One header line, shown in a text: ``De : Anne Exemple <a@exemple.example>``."""

FORWARDED = re.compile(
    r"\W*(?:forwarded\s+message|begin\s+forwarded\s+message|message\s+(?:transféré|réexpédié)"
    r"|début\s+du\s+message\s+(?:réexpédié|transféré)"
    r"|weitergeleitete\s+nachricht|anfang\s+der\s+weitergeleiteten\s+(?:nachricht|e-mail)"
    r"|mensaje\s+reenviado|inicio\s+del\s+mensaje\s+reenviado"
    r"|messaggio\s+inoltrato|mensagem\s+(?:encaminhada|reencaminhada)|doorgestuurd\s+bericht"
    r"|رسالة\s+معاد\s+توجيهها)\W*",
    re.I,
)
ORIGINAL = re.compile(
    r"\W*(?:original\s+message|message\s+d['’]origine|ursprüngliche\s+nachricht|mensaje\s+original"
    r"|messaggio\s+originale"
    r"|mensagem\s+original|oorspronkelijk\s+bericht|الرسالة\s+الأصلية)\W*",
    re.I,
)
"""What stands above a message that was forwarded, and above one that is quoted below an answer or forwarded."""
WROTE = re.compile(
    r"(?:le|on|am|el|il|em|op|في)\b.{6,200}(?:a\s+écrit|wrote|schrieb(?:\s+.{2,80})?|escribió"
    r"|ha\s+scritto|escreveu|schreef(?:\s+.{2,80})?|كتب)\s*:",
    re.I | re.S,
)
"""What stands above the quotation in an answer."""

PREFIX = re.compile(
    r"\s*(?:(?:re|r[ée]f|fw|fwd|tr|wg|aw|rv|i|enc|doorst|antw|res|رد)\s*(?:\[\d+\])?\s*:|\[(?:ext"
    r"|external|externe|extern|spam|\w{2,20}-l|info|presse|press)\]|\[external\])\s*",
    re.I,
)
"""What programs put in front of a subject."""
GREETING = re.compile(
    r"(?:bonjour|bonsoir|salut|chère?s?\b|madame|monsieur|mesdames|hello|hi|dear|good\s+(?:morning"
    r"|afternoon|evening)|hallo|guten\s+(?:tag|morgen|abend)"
    r"|sehr\s+geehrte|liebe[rs]?|hola|buen(?:os|as)|estimad[oa]s?|gentil[ei]|egregi[oa]?|buongiorno|caro"
    r"|cara|prezad[oa]s?|beste|geachte"
    r"|السلام\s+عليكم|تحية|السادة|مرحبا)\b[^.?!]{0,80}[,!:.،]?",
    re.I,
)
HANDOVER = re.compile(
    r"(?:voici|veuillez\s+trouver|vous\s+trouverez|ci-(?:dessous|joint|après)|merci\s+de|je\s+vous\s+(?:envoie|transmets)"
    r"|here\s+(?:is|are|comes)|(?:please\s+)?find|below\s+is|see\s+below|please|hier\s+(?:ist|kommt)|anbei|nachfolgend"
    r"|unten|im\s+folgenden|bitte|a\s+continuación|aquí|adjunto|(?:le|les|os)\s+(?:envío|mando)|ecco|di\s+seguito"
    r"|qui\s+sotto|segue|abaixo|eis|hierbij|hieronder|bijgaand|إليكم|فيما\s+يلي|تجدون|نرفق)\b[^.?!\n]{0,120}[:：]",
    re.I,
)
"""What stands below a greeting, or alone above a text that it names: ``Voici la dépêche :``."""
TEXT = re.compile(
    r"\b(?:dépêche|article|texte|papier|communiqué|story|text|item|copy|dispatch|release|meldung|bericht|beitrag|text"
    r"|noticia|despacho|texto|nota|notizia|testo|comunicato|notícia|artikel|tekst)\b|خبر|برقية|نص",
    re.I,
)
CLOSING = re.compile(
    r"(?:bien\s+)?(?:cordialement|bien\s+à\s+(?:vous|toi)|meilleures\s+salutations"
    r"|salutations\s+distinguées|sincères\s+salutations|amicalement|merci\s+d'avance"
    r"|(?:with\s+)?(?:kind|best|warm)(?:est)?\s+regards|regards|sincerely|yours(?:\s+\w+)?|cheers|thanks"
    r"|many\s+thanks"
    r"|mit\s+freundlichen\s+grüßen|freundliche\s+grüße|(?:viele|beste|herzliche)\s+grüße|mfg"
    r"|saludos(?:\s+cordiales)?|atentamente|un\s+saludo"
    r"|cordiali\s+saluti|distinti\s+saluti|atenciosamente|cumprimentos|met\s+vriendelijke\s+groet(?:en)?"
    r"|مع\s+(?:أطيب\s+)?التحيات?|وتفضلوا\s+بقبول.*)\W*",
    re.I,
)
"""A line that opens, and one that ends a letter."""
DEVICE = re.compile(
    r"\W*(?:sent\s+from\s+(?:my\s+)?|envoyé\s+(?:de|depuis)\s+(?:mon\s+)?|von\s+meinem\b.*gesendet"
    r"|gesendet\s+von\s+|enviado\s+(?:desde|do)\s+(?:mi\s+|meu\s+)?"
    r"|inviato\s+da(?:l\s+mio)?\s+|verzonden\s+(?:vanaf|met)\s+|get\s+outlook|télécharger\s+outlook"
    r"|أرسلت\s+من).{0,60}",
    re.I | re.S,
)
LEGAL = re.compile(
    r"(?:\W*(?:disclaimer|avertissement|avis\s+de\s+confidentialité|confidentiality\s+notice"
    r"|aviso\s+legal|haftungsausschluss)\b.*"
    r"|.{0,60}\b(?:this|the)\s+(?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|privileged"
    r"|intended\s+(?:only|solely))\b.*"
    r"|.{0,60}\b(?:ce|le\s+présent)\s+(?:message|courriel|courrier|e-?mail)\b.{0,160}\b(?:confidentiel"
    r"|destiné|l'usage\s+exclusif)\w*.*"
    r"|.{0,60}\bdiese\s+(?:e-?mail|nachricht)\b.{0,120}\b(?:vertraulich|ausschließlich|bestimmt)\w*.*"
    r"|.{0,60}\b(?:este|el\s+presente)\s+(?:mensaje|correo|e-?mail)\b.{0,160}\b(?:confidencial"
    r"|destinatario|privilegiad)\w*.*"
    r"|.{0,60}\b(?:questo|il\s+presente)\s+(?:messaggio|e-?mail)\b.{0,160}\b(?:riservat|confidenzial"
    r"|destinatari)\w*.*"
    r"|.{0,60}\besta\s+mensagem\b.{0,160}\bconfidencia\w*.*|.{0,60}\bdit\s+(?:bericht"
    r"|e-?mail)\b.{0,160}\bvertrouwelijk\w*.*"
    r"|.{0,40}هذه\s+الرسالة.{0,120}(?:سرية|سري).*"
    r"|.{0,30}\b(?:pensez\s+à\s+l['’]environnement|n['’]imprimez\s+ce"
    r"|please\s+consider\s+the\s+environment|bitte\s+denken\s+sie\s+an\s+die\s+umwelt).*"
    r"|(?:.{0,80}\b)?(?:se\s+désabonner|vous\s+désabonner|désinscri\w+|désinscrire|unsubscribe|abmelden"
    r"|abbestellen|darse\s+de\s+baja|cancellar\w*\s+l['’]iscrizione"
    r"|cancelar\s+(?:a\s+)?(?:subscrição|inscrição|suscripción)|uitschrijven|إلغاء\s+الاشتراك)\b.{0,200}"
    r"|.{0,20}\b(?:vous\s+recevez\s+ce|you\s+(?:are\s+receiv|receiv)\w*\s+this|sie\s+erhalten\s+diese"
    r"|recibe\s+este)\b.*)",
    re.I | re.S,
)
"""Small print below a mail, one paragraph."""
