"""Chinese characters told from others: a pattern for all of them takes a millisecond to compile."""


def is_han(text: str) -> bool:
    """Return whether a text has Chinese characters and nothing else."""
    return bool(text) and all("\u4e00" <= char <= "\u9fff" for char in text)
