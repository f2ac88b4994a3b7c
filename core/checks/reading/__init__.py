"""Prose understood: numbers with their units, what they are numbers of, lists and changes."""
