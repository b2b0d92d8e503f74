"""The glossary: entries are loaded once, found in text, and marked in HTML."""
