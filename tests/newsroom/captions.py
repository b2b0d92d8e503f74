"""Captions that nothing marks as such, with their credit, and sentences of reporting that resemble them."""

from __future__ import annotations

CAPTIONS = {
    # forms
    "FILE - A street in Sampletown. (AP Photo/Jane Sample, File)": "AP Photo/Jane Sample, File",
    "FILE – A street in Sampletown, on March 3, 2015. (AP Photo/Jane Sample)": "AP Photo/Jane Sample",
    "FILE — In this Oct. 2, 2018, file photo, the bridge stands closed. (AP Photo/Jane Sample, File)": (
        "AP Photo/Jane Sample, File"
    ),
    "FILE PHOTO: The bridge of Sampletown, March 3, 2015. REUTERS/Jane Sample/File Photo": (
        "REUTERS/Jane Sample/File Photo"
    ),
    "FILE PHOTO: The bridge of Sampletown": "",
    "VIDÉO - Le pont d'Exempleville vu du ciel": "",
    "The mayor speaks on the bridge. AFP via Getty Images": "AFP via Getty Images",
    "The mayor speaks on the bridge. (Jane Sample/AFP via Getty Images)": "Jane Sample/AFP via Getty Images",
    "Le pont d'Exempleville, le 3 mars 2015. © Anne Exemple": "Anne Exemple",
    "Le pont d'Exempleville, le 3 mars 2015 (Photo : Anne Exemple)": "Anne Exemple",
    "Le pont d'Exempleville, le 3 mars 2015. Crédit : Anne Exemple": "Anne Exemple",
    "Le pont d'Exempleville, le 3 mars 2015. Crédit photo : Anne Exemple et Paul Essai": "Anne Exemple et Paul Essai",
    "Le pont d'Exempleville, le 3 mars 2015 ANNE EXEMPLE / AFP": "ANNE EXEMPLE / AFP",
    "Le pont d'Exempleville, le 3 mars 2015. Anne Exemple / AFP": "Anne Exemple / AFP",
    "Le pont d'Exempleville, le 3 mars 2015 (Anne Exemple/AFP ; Paul Essai/Reuters)": (
        "Anne Exemple/AFP ; Paul Essai/Reuters"
    ),
    "Photo d'archives du pont d'Exempleville": "",
    "Photo d'archive du pont d'Exempleville. Anne Exemple / AFP": "Anne Exemple / AFP",
    "Légende : le pont d'Exempleville.": "",
    "Photo : Anne Exemple": "Anne Exemple",
    "REUTERS/Jane Sample": "REUTERS/Jane Sample",
    # de, es, it, pt, nl, ar
    "Die Brücke von Musterstadt am Dienstag. Foto: Max Muster/dpa": "Max Muster/dpa",
    "Die Brücke von Musterstadt. Foto: dpa": "dpa",
    "Archivbild der gesperrten Brücke von Musterstadt": "",
    "Die Brücke von Musterstadt (Archivfoto) Bild: Max Muster": "Max Muster",
    "El puente de Villaejemplo, el martes. EFE/Juan Modelo": "EFE/Juan Modelo",
    "El puente de Villaejemplo, el martes. Foto: Juan Modelo": "Juan Modelo",
    "Imagen de archivo del puente de Villaejemplo": "",
    "Il ponte di Esempio, martedì (foto: Mario Modello/ANSA)": "Mario Modello/ANSA",
    "Foto d'archivio del ponte di Esempio": "",
    "A ponte de Exemplo, na terça-feira. Foto: João Modelo/Lusa": "João Modelo/Lusa",
    "De brug van Voorbeeld, dinsdag. Foto: Jan Model/ANP": "Jan Model/ANP",
    "Archieffoto van de brug van Voorbeeld": "",
    "جسر مدينة المثال يوم الثلاثاء. تصوير: سامي نموذج": "سامي نموذج",
    "صورة من الأرشيف لجسر مدينة المثال": "",
    "صورة أرشيفية لجسر مدينة المثال (رويترز)": "رويترز",
}

FROM_THE_FILES = frozenset(
    text for text in CAPTIONS if any(word in text for word in ("FILE", "archiv", "Archi", "File", "أرشيف"))
)

REPORTING = (
    "Le conseil (ouest) se réunit mardi.",
    "Le pont d'Exempleville (la ville) est fermé depuis un an.",
    "Elle a montré une photo : le pont y était vide.",
    "La place - la plus grande - est ouverte au public.",
    "Un accord a été signé par l'agence (AFP) et la ville.",
    "Trois quarts (3/4) de la place sont occupés.",
    "Le dossier est aux archives de la ville, dit le maire.",
    "The file photo of the mayor was the first thing they saw, she said.",
    "He keeps a file - a thick one - on the bridge.",
    "Das Foto zeigt die Brücke, sagte er.",
    "Sie legte das Foto auf den Tisch: Es war leer.",
    "Il a signé avec Reuters un contrat de trois ans.",
    "Les photos sont de bonne qualité : on y voit le pont.",
    "Le débat dure / La ville attend.",
    "El archivo de la ciudad está cerrado, dijo el alcalde.",
    "نشرت الصحيفة صورة: الجسر مغلق منذ الربيع.",
    "VIDÉO - Le pont d'Exempleville est fermé depuis lundi, a annoncé le maire.",
)
