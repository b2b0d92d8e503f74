"""The features of the site, one a file, and the ways into Pelican, beside the library (`glose.digest`)."""

__version__ = "0.2.0"
