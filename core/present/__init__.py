"""Reports and findings as data, for the commands and for other programs."""
