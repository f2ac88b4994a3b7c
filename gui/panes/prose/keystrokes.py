"""What was typed on the sheet, as an edit of the report."""

from collections.abc import Sequence
from itertools import takewhile

from core import numbering, renumbering
from core.carry import waits
from core.differing import difference
from core.edits import Edit, Splice, rewrite
from core.report import Paragraph, Report
from core.rewording import retyped
from gui.panes.prose.levels import level_of
from gui.panes.prose.qt_text import shown


def texts_of(report: Report, section_id: str) -> list[str]:
    """Return the paragraphs of a section as the sheet shows them; a section without any is one empty line."""
    return [shown(paragraph.text) for paragraph in paragraphs_of(report, section_id)] or [""]


def paragraphs_of(report: Report, section_id: str) -> list[Paragraph]:
    """Return the paragraphs of a section; none where it has just gone, and the page of it is about to be left."""
    section = report.section(section_id)
    return section.paragraphs if section else []


def typed(report: Report, section_id: str, after: Sequence[str]) -> Edit | None:
    """Return the edit that makes a section say what the sheet says now, or None where it does.

    Where a number came or went, those behind it count on.
    """
    found = difference(texts_of(report, section_id), after)
    if found is None:
        return None
    start, end_before, end_after = found
    old = paragraphs_of(report, section_id)[start:end_before]
    new = _without_joined_number(old, after[start:end_after])
    if len(old) == len(new) == 1:
        text = _as_numbered(old[0].text, new[0])
        edit = rewrite(report, section_id, start, text, level_of(text, old[0]))
    else:
        edit = Splice(section_id, start, len(old), tuple(_merged(old, new)), _label(len(old), len(new)))
    return renumbering.follow(report, edit)


def confirmed(report: Report, section_id: str, first: int, last: int) -> Edit | None:
    """Return the edit that marks paragraphs as looked at, None where nothing of last year waits in them."""
    old = paragraphs_of(report, section_id)[first : last + 1]
    if not any(waits(report, paragraph) for paragraph in old):
        return None
    new = tuple(_seen(report, paragraph) for paragraph in old)
    return Splice(section_id, first, len(old), new, "确认仍然正确")


def _seen(report: Report, paragraph: Paragraph) -> Paragraph:
    if not waits(report, paragraph):
        return paragraph
    return paragraph.model_copy(update={"state": "seen", "unedited": None})


def _merged(old: Sequence[Paragraph], new: Sequence[str]) -> list[Paragraph]:
    """Return the new paragraphs; each keeps what its place had, the last one the last place where there are more.

    What was split off last year's is changed, and what of last year still stands in it is to be looked at as before.
    """
    touched = any(paragraph.state for paragraph in old)
    merged = []
    for index, text in enumerate(new):
        if index < len(old):
            text = _as_numbered(old[index].text, text)
            merged.append(retyped(old[index], text, level_of(text, old[index]), touched=touched))
        else:
            text = numbering.tidy(text)
            begun = old[-1] if index == len(new) - 1 and _ends_as(old, text) else Paragraph(text="")
            merged.append(retyped(begun, text, level_of(text), touched=touched))
    if 0 < len(new) < len(old) and old[-1].state == "carried" and _ends_as(old, new[-1]):
        merged[-1] = _unread(merged[-1], old[-1])
    return merged


def _unread(paragraph: Paragraph, joined: Paragraph) -> Paragraph:
    """Return a paragraph to which words were joined that nobody has looked at yet: neither has all of it been."""
    origin = paragraph.origin or joined.origin
    return paragraph.model_copy(update={"state": "carried", "origin": origin, "unedited": None})


def _ends_as(old: Sequence[Paragraph], text: str) -> bool:
    """Return whether a text ends with words of the last of some paragraphs."""
    before = old[-1].text if old else ""
    pairs = zip(reversed(before), reversed(text), strict=False)
    return any(char.isalnum() for char, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _as_numbered(before: str, text: str) -> str:
    """Return what was typed in a paragraph with a number that is new in it as it is printed.

    One that is typed right behind the number that the program gave takes its place.
    """
    old = numbering.read(before)
    if old and _is_typed_behind(old, before, text):
        return numbering.tidy(text[old.end :])
    new = numbering.read(text)
    is_known = old and new and (old.level, old.value) == (new.level, new.value)
    return text if is_known else numbering.tidy(text)


def _is_typed_behind(old: numbering.Number, before: str, text: str) -> bool:
    """Return whether a second number is typed behind the one that a paragraph has; "1." may still become "1.5"."""
    begun, rest = before[old.end :], text[old.end :]
    first, second = numbering.read(begun), numbering.read(rest)
    if second is None or not text.startswith(old.writing) or (first and begun[first.end :]):
        return False
    number, words = rest[: second.end], rest[second.end :]
    if number.endswith(".") and not words:
        return False
    return number.startswith(begun) or (
        begun.endswith(words) and number.startswith(begun.removesuffix(words))
    )


def _without_joined_number(old: Sequence[Paragraph], new: Sequence[str]) -> Sequence[str]:
    """Return what was typed without the number of a paragraph that was joined to words before it."""
    if not 0 < len(new) < len(old):
        return new
    joined, number = old[-1], numbering.read(old[-1].text)
    if number is None or number.level != joined.level or not new[-1].endswith(shown(joined.text)):
        return new
    before = new[-1][: len(new[-1]) - len(joined.text)]
    return [*new[:-1], before + shown(joined.text[number.end :])] if before.strip() else new


def _label(old: int, new: int) -> str:
    if new > old:
        return "增加段落"
    return "合并段落" if new else "删除段落"
