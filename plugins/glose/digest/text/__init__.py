"""Plain text: bytes to characters, what a text may hold, its language, its blocks, its slug, its typography."""
