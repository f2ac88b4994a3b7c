"""Words from a report where Qt would take them for HTML: shown as they are, never as marks."""

_HARMLESS = str.maketrans({"<": "＜", "&": "＆"})


def plain(text: str) -> str:
    """Return the text so that a tooltip never takes it for rich text."""
    return text.translate(_HARMLESS)
