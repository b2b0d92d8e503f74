"""Everything that can be wrong before a build (`sources`) and after it (`site`), as faults."""
