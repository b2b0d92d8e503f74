"""What other programs keep, brought into ours: posts of Hugo, Jekyll, Pelican and WordPress, and the way back to Hugo.

A source (one module a program) says what each of its posts is, as a `Post`; `intake` gives every post a file and an
address, `text` makes Markdown of ours of its words, `header` writes what it is. What has no home here stands under
``brought: kept:`` of the header, and each doubt is a `Note` with its path and line.
"""
