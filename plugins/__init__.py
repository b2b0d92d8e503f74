"""Pelican adapters, one feature a file, beside the library they adapt (`plugins.digest`)."""
