"""Marks the terms of a glossary in any Pelican site, and explains them.

Installed as ``pelican.plugins.glose_tooltips``; settings: ``GLOSE`` (`glose.stock.options`).
"""

from glose.stock.tooltips import register

__all__ = ["register"]
