"""The official form as a table: drawing, keys, totals that follow, the words below it."""
