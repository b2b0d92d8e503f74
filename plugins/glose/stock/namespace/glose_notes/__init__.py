"""Shows editors' notes in any Pelican site.

Installed as ``pelican.plugins.glose_notes``; settings: ``GLOSE`` (`glose.stock.options`).
"""

from glose.stock.notes import register

__all__ = ["register"]
