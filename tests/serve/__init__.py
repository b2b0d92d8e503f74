"""`invoke serve`: who may ask, what pages are told, what is noticed."""
