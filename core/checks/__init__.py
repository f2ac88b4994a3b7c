"""Checks: what does not add up, is missing, stale or foreign in a report, as findings."""
