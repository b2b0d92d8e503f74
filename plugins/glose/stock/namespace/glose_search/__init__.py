"""Makes any Pelican site searchable, without a server.

Installed as ``pelican.plugins.glose_search``; settings: ``GLOSE`` (`glose.stock.options`).
"""

from glose.stock.search import register

__all__ = ["register"]
