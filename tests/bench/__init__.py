"""Measurements, as ratios inside one run: `invoke bench`. No test depends on them."""
