"""The sentences of a paragraph."""

from collections.abc import Iterator

from core.checks.late import Late

_SENTENCE = Late(r"[^。；;！!？?\n]{1,20000}")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with the place where it begins."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match.group()


def sentence_at(text: str, place: int) -> range:
    """Return the characters of the sentence that a character stands in."""
    return next(
        (range(start, start + len(words)) for start, words in sentences(text) if place < start + len(words)),
        range(0),
    )
