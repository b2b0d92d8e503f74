"""The site as values: what it holds, what its pages may show, and how a page becomes bytes."""
