"""A site brought up to date: what changed is read, what it changes is rendered, and nothing else is touched."""
