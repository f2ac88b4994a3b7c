"""What the clerk decides while an import is looked over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.importers.recognise import Reading
from core.template import Template

OUT = ""
CUT_OFF = "~"  # behind it what was cut off a paragraph has its number
Level = Literal[0, 1, 2, 3, 4]
FieldName = Literal["title", "office"]


@dataclass(frozen=True, slots=True)
class Words:
    """What becomes of a paragraph or of a line left over: its text, level and section, `OUT` for none."""

    text: str
    level: Level
    section: str


@dataclass(frozen=True)
class Decisions:
    """All that was decided so far: the places accepted as they are, and what was corrected or assigned.

    `words` are keyed by target: "overview/3" is a paragraph as it was read, "left:5" a line left over, "overview/3~1"
    what was cut off it; `assigned` are the lines left over whose figures were put into cells. `cut` has what was cut off
    each of the first two, in its order, `joined` what was joined to which other.
    """

    accepted: frozenset[str] = frozenset()
    fields: Mapping[FieldName, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    assigned: frozenset[str] = frozenset()
    cut: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)


def origin_of(target: str) -> str:
    """Return what was read, of what was cut off it; of all else itself."""
    return target.partition(CUT_OFF)[0]


def left_target(index: int) -> str:
    """Return the target of a line left over."""
    return f"left:{index}"


def row_of(cell: str) -> str:
    """Return the address of the row (`table.row`) that a cell stands in."""
    return cell.rsplit(".", 1)[0]


def words_read(reading: Reading, target: str) -> Words:
    """Return a paragraph or a line left over as it was read; of what was cut off one that whole one."""
    target = origin_of(target)
    if target.startswith("left:"):
        return Words(reading.left_over[int(target.split(":")[1])].text, 0, OUT)
    section_id, _, index = target.rpartition("/")
    section = reading.report.section(section_id)
    if section is None:
        raise KeyError(target)
    paragraph = section.paragraphs[int(index)]
    return Words(paragraph.text, paragraph.level, section_id)


def is_changed(made: Decisions, target: str) -> bool:
    """Return whether a paragraph, a line left over, a cell, a row or a table was corrected."""
    if any(target in there for there in (made.words, made.cut, made.joined, made.assigned, made.cells)):
        return True
    if target.startswith("table:"):
        return any(cell.startswith(f"{target.removeprefix('table:')}.") for cell in made.cells)
    return target.count(".") == 1 and any(row_of(cell) == target for cell in made.cells)


def reads_same(one: Reading, other: Reading, target: str) -> bool:
    """Return whether a target was read with the same words in both readings."""
    try:
        return words_read(one, target).text == words_read(other, target).text
    except (KeyError, IndexError):
        return False


def carried(made: Decisions, before: Reading, reading: Reading, template: Template) -> Decisions:
    """Return what was decided on a source, for another reading of it: it stays where the new one says the same."""
    gone = _gone(made, before, reading)
    words = {target: words for target, words in made.words.items() if origin_of(target) not in gone}
    cut = {target: parts for target, parts in made.cut.items() if target not in gone}
    joined = {target: whole for target, whole in made.joined.items() if target not in gone}
    cells = {cell: text for cell, text in made.cells.items() if cell in template.cells}
    assigned = frozenset(target for target in made.assigned if reads_same(reading, before, target))
    return Decisions(made.accepted, made.fields, cells, words, assigned, cut, joined)


def _gone(made: Decisions, before: Reading, reading: Reading) -> frozenset[str]:
    """Return what was corrected in another reading and does not stand so in this one, with all that was joined to it."""
    touched = {*made.words, *made.cut, *made.joined}
    gone = {origin_of(target) for target in touched if not _stays(made, before, reading, target)}
    pairs = [{target, origin_of(whole)} for target, whole in made.joined.items()]
    while more := set().union(*(pair for pair in pairs if pair & gone)) - gone:
        gone |= more
    return frozenset(gone)


def _stays(made: Decisions, before: Reading, reading: Reading, target: str) -> bool:
    """Return whether a target was read the same again, and the section that its words went to is there."""
    words = made.words.get(target)
    section_id = (words.section if words else OUT) or origin_of(target).split("/")[0]
    return reads_same(reading, before, target) and reading.report.section(section_id) is not None
