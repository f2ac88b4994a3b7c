"""Readers of other people's files, and the recognition that makes a report of what they read."""
