"""The values that travel between the stages, and the one tree of errors; nothing here imports anything of ours."""
