"""Questions that a step cannot do without, each a small window."""
