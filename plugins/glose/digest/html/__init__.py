"""Markup to blocks: one walk for HTML, XHTML and NITF."""
