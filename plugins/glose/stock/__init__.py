"""Tooltips, editors' notes and search for other people's Pelican sites, with any theme (docs/how/any-pelican-site.md).

Each of `tooltips`, `notes` and `search` is a plugin: what Pelican calls is connected in its ``register``, and the work
is the library's. The wheel has them as ``pelican.plugins.glose_…``, where stock Pelican finds them by itself. Our own
site uses none of them.
"""
