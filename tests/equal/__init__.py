"""The proof: whatever is edited, in whatever order, a build gives the bytes that a clean one gives."""
