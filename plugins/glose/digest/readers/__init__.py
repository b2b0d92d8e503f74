"""One reader a seed format; `formats` says in which order they are asked."""
