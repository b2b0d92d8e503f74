"""The glossary: entries are loaded once, found in text, and marked in HTML."""

from plugins.digest.glossary.annotate import Annotated, annotate
from plugins.digest.glossary.choose import Ambiguity, Mention
from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.load import load_glossary
from plugins.digest.glossary.match import Matcher
from plugins.digest.glossary.policy import Policy, article_policy
from plugins.digest.glossary.term import Sense, Term

__all__ = [
    "Ambiguity",
    "Annotated",
    "Glossary",
    "Matcher",
    "Mention",
    "Policy",
    "Sense",
    "Term",
    "annotate",
    "article_policy",
    "load_glossary",
]
