"""What leaves the house: where a site is published to, which files go there, and what readers will find changed."""
