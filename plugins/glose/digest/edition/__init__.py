"""What an edition's pages are made of, before any template: words, order, relations, time and place."""
