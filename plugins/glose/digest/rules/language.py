"""The text's language, where nobody has named it."""

from __future__ import annotations

from glose.digest.model.article import Finding
from glose.digest.model.draft import Draft
from glose.digest.text.language import language as told


def language(draft: Draft) -> Draft:
    """Sets `lang` from the text; how sure that is goes into the finding, so that a doubt shows."""
    if draft.article.lang:
        return draft
    text = " ".join((draft.article.title, draft.article.standfirst, *(block.text for block in draft.blocks)))
    lang, confidence = told(text)
    message = f"the text looks {lang}" if lang else "no language that we know; write `lang:` into the sidecar"
    return draft.put(Finding("language", lang, message, confidence), lang=lang)
