"""Publishing: two trees that take turns, one step between them, one build at a time."""
