"""A paragraph with other words: which state it is in then, and what it remembers of itself before it was edited."""

from core.report import Paragraph, State, Unedited


def retyped(old: Paragraph, text: str, level: int, *, touched: bool = False) -> Paragraph:
    """Return a paragraph with other words; one that says again what it said before it was edited is as it was then.

    `touched` says that words of last year went with the change, so that words of this year count as changed too.
    """
    before = old.unedited if old.state == "changed" else None
    if old.state in ("carried", "seen"):
        before = Unedited(text=old.text, level=old.level, state=old.state)
    state: State = "changed" if old.state or touched else ""
    return _as_before(
        old.model_copy(update={"text": text, "level": level, "state": state, "unedited": before})
    )


def reworded(old: Paragraph, text: str, level: int) -> Paragraph:
    """Return a paragraph with other words that nobody looks at: it waits as before, or as it did when it said them."""
    return _as_before(old.model_copy(update={"text": text, "level": level}))


def _as_before(paragraph: Paragraph) -> Paragraph:
    """Return a changed paragraph as it was before it was edited, where it says the same as then."""
    before = paragraph.unedited if paragraph.state == "changed" else None
    if before and (before.text, before.level) == (paragraph.text, paragraph.level):
        return paragraph.model_copy(update={"state": before.state, "unedited": None})
    return paragraph
