"""What a desk writes around a story, each thing in one module that every reader asks."""
