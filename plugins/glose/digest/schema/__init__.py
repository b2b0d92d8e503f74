"""The grammar of every YAML that a person writes: a key is described once, and read, written, checked and documented
from there.

`article` describes the header of an article and its sidecar; `glose.digest.glossary.grammar` an entry. A new key is
one line there and its home in the dataclass.
"""
