"""Publishing in one step: a site is made beside the live one and takes its place whole, or not at all.

Two trees take turns. Readers of the live folder see the old site or the new one, never a mixture: the two folders are
exchanged by one system call (``renameat2`` on Linux, ``renamex_np`` on macOS). Elsewhere two renames follow each
other, a window of well under a millisecond that the documentation names.
"""

from glose.digest.publish.going_back import previous, rollback
from glose.digest.publish.lock import BusyError, alone
from glose.digest.publish.manifest import decoded, files_of
from glose.digest.publish.manifest import encode as encoded
from glose.digest.publish.places import MANIFEST, WORK, refuse_foreign, told
from glose.digest.publish.publishing import Publication, publication
from glose.digest.publish.trees import DamagedError

__all__ = [
    "MANIFEST",
    "WORK",
    "BusyError",
    "DamagedError",
    "Publication",
    "alone",
    "decoded",
    "encoded",
    "files_of",
    "previous",
    "publication",
    "refuse_foreign",
    "rollback",
    "told",
]
