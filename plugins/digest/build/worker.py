"""Everything that a process of a build needs, imported once in the process from which the others are forked."""

from plugins.digest.build import read_texts, render_pages

__all__ = ["read_texts", "render_pages"]
