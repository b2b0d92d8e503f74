"""Production: what differs from `pelicanconf.py` on the published site."""

import os

from pelicanconf import *  # noqa: F403  Pelican's own convention

SITEURL = os.environ.get("SITEURL", "https://glose.invalid")
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False
ALLOW_ORPHANS = False
SHARE_IMAGES = True  # drawn once, some 15 ms each
