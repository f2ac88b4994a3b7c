"""Words as they may stand in a web page."""

from html import escape

from core.export.characters import writable


def words(text: str) -> str:
    """Return the text as it may stand in a page or an attribute."""
    return escape(writable(text))


def lines(text: str) -> str:
    """Return the text with its line ends as line breaks."""
    return words(text).replace("\n", "<br>")
