"""How the numbers of paragraphs count on when one comes or goes.

A number keeps its writing. One that did not count on before was given by hand: it stays, and others count on from it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from core import lists, numbering
from core.edits import Edit, Splice, Together
from core.points import inline, lists_within
from core.report import Paragraph, Report, Unedited
from core.rewording import reworded

_TO_BRACKETS = {"（）": str.maketrans("()", "（）"), "()": str.maketrans("（）", "()")}


def follow(report: Report, edit: Splice, *, fits: bool = False) -> Edit:
    """Return a change of paragraphs with what follows from it for the numbers behind it, as one step.

    With `fits` the new paragraphs come from elsewhere, and count on from those above. KeyError where the report has
    no such section.
    """
    section = report.section(edit.section)
    if section is None:
        raise KeyError(edit.section)
    more = renumbered(section.paragraphs, edit, fits=fits)
    return Together((edit, *more), f"{edit.label}并重新编号") if more else edit


def renumbered(before: Sequence[Paragraph], edit: Splice, *, fits: bool = False) -> tuple[Splice, ...]:
    """Return the edits, to be made after that one, that let the numbers behind it count on as they did before.

    Nobody looked at the words of these paragraphs: their states stay.
    """
    at = min(edit.at, len(before))
    after = numbering.unquoted([*before[:at], *edit.inserted, *before[at + edit.removed :]])
    before = numbering.unquoted(before)
    gone, rest = before[at : at + edit.removed], before[at + edit.removed :]
    if [_said(one) for one in gone] == [_said(one) for one in edit.inserted]:
        return ()
    said = [_said(one)[0] for one in edit.inserted]
    ran = _ran_on(before)
    counted = ran[at + edit.removed :]
    counted_without = _ran_on([*before[:at], *rest])[at:]
    runs = [one or other for one, other in zip(counted, counted_without, strict=True)]
    fitting = [False] * len(said)
    if fits:
        first = _of_first_lists(numbering.all_of(after)[at : at + len(said)])
        fitting = [first[index] and one not in _kept(gone, index) for index, one in enumerate(said)]
    begun = _begun(numbering.all_of(before)[at : at + edit.removed], ran[at:])
    walk = _Walk(after, range(at, at + len(edit.inserted)), [*fitting, *runs], begun)
    return tuple(
        Splice(edit.section, index, 1, (_with_value(paragraph, value),))
        for index, paragraph, value in walk.changes()
    )


def counted_on(
    above: Sequence[Paragraph], new: Sequence[Paragraph], below: Sequence[Paragraph] = ()
) -> list[Paragraph]:
    """Return paragraphs from elsewhere as they count on from those above them in the section.

    Their numbers stand in the brackets, full or half width, of those of their level above, else `below`, else of any.
    A list among them that begins anew keeps its numbers, as one does behind another of them, and so do "一、", which
    name sections.
    """
    whole = numbering.unquoted([*above, *new])
    numbers_of, start = numbering.all_of(whole), len(above)
    begun = lists.begun([one.text for one in whole], numbers_of)
    first = _of_first_lists(numbers_of[start:], {index - start for index in begun})
    fits = [
        is_first and number is not None and number.level >= lists.HEADINGS
        for number, is_first in zip(numbers_of[start:], first, strict=True)
    ]
    counted = [*new]
    for index, paragraph, value in _Walk(whole, range(start, len(whole)), fits, ()).changes():
        counted[index - start] = _with_value(paragraph, value)
    brackets = _brackets_of([*reversed(above), *below])
    return [_in_brackets(one, brackets) for one in counted] if brackets else counted


def _brackets_of(paragraphs: Iterable[Paragraph]) -> Mapping[int, Mapping[int, int]]:
    """Return by level what makes brackets into those of the first number of the level that has some.

    For a level without one, 0 stands for what makes them into those of the first of any; nothing where none has any.
    """
    brackets: dict[int, Mapping[int, int]] = {}
    for paragraph in paragraphs:
        number = numbering.read(paragraph.text)
        writing = number.writing.strip() if number else ""
        if number and writing[:1] + writing[-1:] in _TO_BRACKETS:
            for level in (0, number.level):
                brackets.setdefault(level, _TO_BRACKETS[writing[:1] + writing[-1:]])
    return brackets


def _in_brackets(paragraph: Paragraph, brackets: Mapping[int, Mapping[int, int]]) -> Paragraph:
    """Return a paragraph from elsewhere with the brackets of its number, if any, made those of its level."""
    number = numbering.read(paragraph.text)
    if number is None:
        return paragraph
    own = brackets.get(number.level, brackets[0])
    text = number.writing.translate(own) + paragraph.text[number.end :]
    return paragraph.model_copy(update={"text": text})


def _of_first_lists(numbers_of: Sequence[numbering.Number | None], begun: Collection[int] = ()) -> list[bool]:
    """Return of each new paragraph whether it is of the first list of its level, and that is none of those `begun`.

    A list that begins with its first number behind another new one was made so; only the first goes on with what
    stands above.
    """
    first, seen, kept = [], set[int](), set[int]()
    for index, number in enumerate(numbers_of):
        if number:
            seen, kept = ({one for one in levels if one <= number.level} for levels in (seen, kept))
            if number.value == 1 and (index in begun or number.level in seen):
                kept.add(number.level)
            seen.add(number.level)
        first.append(number is None or number.level not in kept)
    return first


def _kept(gone: Sequence[Paragraph], index: int) -> set[object]:
    """Return the numbers that stay where a new paragraph has one of them: it goes on with words that had it.

    A number that stood alone had none; only the first new one stands in its place.
    """
    return {
        _said(one)[0] for at, one in enumerate(gone) if not numbering.is_alone(one.text) or at == index == 0
    }


def _said(paragraph: Paragraph) -> tuple[object, ...]:
    """Return all that the numbers of others depend on."""
    number = numbering.of(paragraph)
    own = (number.level, number.value) if number else (paragraph.level, -1)
    if number is None:
        return own, tuple(lists_within(paragraph.text).items())
    return own, tuple(inline(paragraph.text, number.level, number.end))


def _ran_on(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Return of each paragraph whether its number counts on from the one before; one behind a colon begins by itself."""
    counts, ran, above = numbering.Counts(), [], ""
    for paragraph, number in zip(paragraphs, numbering.all_of(paragraphs), strict=True):
        begins = number is not None and number.value == 1 and above.endswith(numbering.LEADS_ON)
        ran.append(number is not None and number.value == counts.next(number.level) and not begins)
        counts.take(paragraph, number)
        above = paragraph.text.rstrip()
    return ran


def _begun(numbers_of: Sequence[numbering.Number | None], ran: Sequence[bool]) -> frozenset[int]:
    """Return the levels of the lists that begin anew with some numbers, of which it is known whether they count on."""
    return frozenset(
        one.level for one, runs in zip(numbers_of, ran, strict=False) if one and one.value == 1 and not runs
    )


class _Walk:
    """Paragraphs after a change: which of them are new, and which of them and of those behind are to count on.

    `begun` are the levels of the lists whose first number went with the change.
    """

    def __init__(
        self, paragraphs: Sequence[Paragraph], new: range, runs: Sequence[bool], begun: Iterable[int]
    ) -> None:
        self._paragraphs = paragraphs
        self._numbers = numbering.all_of(paragraphs)
        self._new = new
        self._runs = runs
        self._counts = numbering.Counts()
        self._stopped: set[int] = set()
        self._lost = set(begun)  # levels whose list wants a new first number
        self._opened: set[int] = set()  # levels in which a new first number stands

    def changes(self) -> Iterator[tuple[int, Paragraph, int]]:
        """Yield the place of each paragraph that gets another number, itself, and its value.

        Behind a new one that was given another number by hand, or is still being written, nothing changes.
        """
        for index, paragraph in enumerate(self._paragraphs):
            number, value = self._numbers[index], 0
            if index >= self._new.start:
                self._leave(number.level if number else paragraph.level)
                value = self._value(index, number) if number else 0
            if value:
                yield index, paragraph, value
            self._counts.take(paragraph, number, value)

    def _leave(self, level: int) -> None:
        """Forget what holds of the levels below one that begins."""
        if level:
            for levels in (self._stopped, self._lost, self._opened):
                levels.difference_update([one for one in levels if one > level])

    def _value(self, index: int, number: numbering.Number) -> int:
        """Return the value that a number gets, 0 where it stays."""
        level, is_new = number.level, index in self._new
        runs = self._runs[index - self._new.start]
        due = 1 if (runs or not is_new) and self._begins(index, level) else self._counts.next(level)
        joins = level in self._opened and number.value == 1 and self._is_below_number(index)
        if joins:  # it was the first of its list before
            self._stopped.discard(level)
        moves = joins or (runs and level not in self._stopped)
        value = due if moves and 0 < number.value != due <= numbering.MOST else 0
        if is_new and not value and number.value != due:
            self._stopped.add(level)
        self._lost.discard(level)
        self._opened.discard(level)
        if is_new and (value or number.value) == 1:
            self._opened.add(level)
        return value

    def _begins(self, index: int, level: int) -> bool:
        """Return whether the list of a paragraph begins with it: its first one went, or it was put in behind a colon."""
        if index in self._new:
            return numbering.is_led(self._paragraphs[max(index - 1, 0) : index])
        return level in self._lost and not self._is_below_number(index)

    def _is_below_number(self, index: int) -> bool:
        return index > 0 and self._numbers[index - 1] is not None


def _with_value(paragraph: Paragraph, value: int) -> Paragraph:
    """Return a paragraph with another number, and what it was before it was edited as well where that had the same."""
    text, old = _put(paragraph.text, value), paragraph.unedited
    if old and _value_of(old.text) == _value_of(paragraph.text):
        old = Unedited(**{**old.model_dump(), "text": _put(old.text, value)})
    return reworded(paragraph.model_copy(update={"unedited": old}), text, paragraph.level)


def _put(text: str, value: int) -> str:
    number = numbering.read(text, doubtful=True)
    return number.as_written(value) + text[number.end :] if number else text


def _value_of(text: str) -> tuple[int, int] | None:
    number = numbering.read(text, doubtful=True)
    return (number.level, number.value) if number else None
