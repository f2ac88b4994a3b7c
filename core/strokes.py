"""Strokes: which edits are the typing of a few characters in one place, and go on with one another."""

from dataclasses import dataclass, replace

from core.differing import difference
from core.edits import Edit, SetField, SetHead, Splice

_MOST_OF_A_STROKE = 40
_CLOSING = tuple("，。；：！？")


@dataclass(frozen=True)
class Stroke:
    """The typing of a few characters in one place: where it began, how far it reached before and after.

    `begins` says that the paragraph was not there before, `closes` that a clause was ended.
    """

    place: tuple[object, ...]
    start: int = 0
    end_before: int = 0
    end_after: int = 0
    begins: bool = False
    closes: bool = False

    def goes_on(self, later: "Stroke") -> bool:
        """Return whether a later stroke begins or ends right where this one left the cursor, in the same clause."""
        same = self.place == later.place and not later.begins and not self.closes
        return same and self.end_after in (later.start, later.end_before)


def of(inverse: Edit, edit: Edit) -> Stroke | None:
    """Return the stroke that an edit is, or None where it is more than typing in one line or paragraph."""
    if isinstance(edit, SetField):
        return Stroke((SetField, edit.name))
    if isinstance(edit, SetHead):
        return Stroke((SetHead, edit.table))
    if isinstance(edit, Splice) and isinstance(inverse, Splice):
        return _typing(inverse, edit)
    return None


def _typing(inverse: Splice, edit: Splice) -> Stroke | None:
    if len(edit.inserted) != 1 or len(inverse.inserted) > 1:
        return None
    after = edit.inserted[0]
    before = inverse.inserted[0] if inverse.inserted else after.model_copy(update={"text": ""})
    found = difference(before.text, after.text)
    if before.level != after.level or found is None:
        return None
    start, end_before, end_after = found
    if max(end_before, end_after) - start > _MOST_OF_A_STROKE:
        return None
    return Stroke(
        (edit.section, edit.at),
        start,
        end_before,
        end_after,
        begins=not inverse.inserted,
        closes=after.text[start:end_after].endswith(_CLOSING),
    )


def joined(first: Edit, second: Edit) -> Edit:
    """Return the one edit that does what a stroke and its continuation do."""
    if isinstance(first, Splice) and isinstance(second, Splice):
        return replace(second, removed=first.removed)
    return second
