"""Outlines for a digest's map, cut out of the world's: Natural Earth's countries in, one small file out."""
