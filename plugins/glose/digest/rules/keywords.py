"""A line of keywords becomes the tags."""

from __future__ import annotations

import re

from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft

_LINE = re.compile(
    r"(?:mots[- ]cl[ée]s?|tags?|keywords?|[ée]tiquettes?|schlagw(?:o|ö)rte?r?|palabras clave|parole chiave"
    r"|trefwoorden|etiquetas?|palavras[- ]chave|stichw(?:o|ö)rte?r?|الكلمات المفتاحية|كلمات مفتاحية|وسوم)"
    r"\s*:\s*(?P<words>.{2,300})",
    re.I,
)


def keywords(draft: Draft) -> Draft:
    """Sets `tags` from a block that says it lists keywords."""
    if draft.article.tags:
        return draft
    for place, block in enumerate(draft.blocks):
        if place and (match := _LINE.fullmatch(block.text)):
            separator = ";" if ";" in match["words"] else ","
            words = (word.strip(" .") for word in match["words"].split(separator))
            tags = tuple(dict.fromkeys(word for word in words if word))
            found = Finding("keywords", block.text, "the text's own keywords", 0.9, dropped=True)
            return draft.put(found, tags=tags, blocks=draft.blocks[:place] + draft.blocks[place + 1 :])
    return draft
