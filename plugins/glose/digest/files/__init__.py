"""Files: read without harm, written whole or not at all, pictures without what they tell of people."""
