"""Seeds become articles: one reader a format, one small rule a clue, in an explicit order (see `pipeline`)."""
