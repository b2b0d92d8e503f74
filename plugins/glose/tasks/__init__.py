"""The invoke tasks, a few lines each over the library; `tasks.py` puts them together."""
