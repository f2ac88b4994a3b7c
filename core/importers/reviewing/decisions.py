"""What the clerk decides while an import is looked over, and the report that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.edits import Edit, SetCells, SetField, Splice, Together
from core.importers.recognise import Reading
from core.importers.recognise.trace import SourceLine, Trace
from core.report import Paragraph, Report
from core.template import Template

OUT = ""
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

    `words` are keyed by target: "overview/3" is a paragraph as it was read, "left:5" a line left over;
    `assigned` are the lines left over whose figures were put into cells.
    """

    accepted: frozenset[str] = frozenset()
    fields: Mapping[FieldName, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    assigned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way into the report: the target it was read as, its line in the source, its words."""

    target: str
    line: int
    paragraph: Paragraph


Arrangement = dict[str, list[Piece]]


def left_target(index: int) -> str:
    """Return the target of a line left over."""
    return f"left:{index}"


def row_of(cell: str) -> str:
    """Return the address of the row (`table.row`) that a cell stands in."""
    return cell.rsplit(".", 1)[0]


def words_read(reading: Reading, target: str) -> Words:
    """Return a paragraph or a line left over as it was read."""
    if target.startswith("left:"):
        return Words(reading.left_over[int(target.split(":")[1])].text, 0, OUT)
    section_id, _, index = target.rpartition("/")
    section = reading.report.section(section_id)
    if section is None:
        raise KeyError(target)
    paragraph = section.paragraphs[int(index)]
    return Words(paragraph.text, paragraph.level, section_id)


def reads_same(one: Reading, other: Reading, target: str) -> bool:
    """Return whether a target was read with the same words in both readings."""
    try:
        return words_read(one, target).text == words_read(other, target).text
    except (KeyError, IndexError):
        return False


def carried(made: Decisions, before: Reading, reading: Reading, template: Template) -> Decisions:
    """Return what was decided on a source, for another reading of it: it stays where the new one says the same."""
    words = {
        target: words
        for target, words in made.words.items()
        if reads_same(reading, before, target)
        and reading.report.section(words.section or target.split("/")[0])
    }
    cells = {cell: text for cell, text in made.cells.items() if cell in template.cells}
    assigned = frozenset(target for target in made.assigned if reads_same(reading, before, target))
    return Decisions(made.accepted, made.fields, cells, words, assigned)


def arranged(
    report: Report,
    traces: Mapping[str, Trace],
    left_over: tuple[SourceLine, ...],
    words: Mapping[str, Words],
) -> Arrangement:
    """Return the paragraphs of every section as decided; what comes from elsewhere goes in by its line."""
    arrangement: Arrangement = {section.id: [] for section in report.sections}
    coming: list[tuple[str, Piece]] = []
    for section, index, paragraph in report.paragraphs():
        target = f"{section.id}/{index}"
        lines = traces[target].lines if target in traces else ()
        piece = Piece(target, min(lines, default=0), paragraph)
        decided = words.get(target)
        if decided is None:
            arrangement[section.id].append(piece)
        elif decided.section == section.id:
            arrangement[section.id].append(_reworded(piece, decided))
        elif decided.section != OUT:
            coming.append((decided.section, _reworded(piece, decided)))
    for index, line in enumerate(left_over):
        decided = words.get(left_target(index))
        if decided and decided.section != OUT:
            piece = Piece(left_target(index), line.line, Paragraph(text=""))
            coming.append((decided.section, _reworded(piece, decided)))
    for section_id, piece in coming:
        _insert(arrangement[section_id], piece)
    return arrangement


def _reworded(piece: Piece, words: Words) -> Piece:
    paragraph = piece.paragraph.model_copy(update={"text": words.text, "level": words.level})
    return Piece(piece.target, piece.line, paragraph)


def _insert(pieces: list[Piece], piece: Piece) -> None:
    at = next((at for at, one in enumerate(pieces) if one.line > piece.line), len(pieces))
    pieces.insert(at, piece)


def edits(report: Report, arrangement: Arrangement, decisions: Decisions) -> Together:
    """Return the edits that make the report as it was read the one that was decided on."""
    made: list[Edit] = [SetField(name, text) for name, text in decisions.fields.items()]
    if decisions.cells:
        made.append(SetCells(dict(decisions.cells)))
    for section in report.sections:
        wanted = tuple(piece.paragraph for piece in arrangement[section.id])
        if list(wanted) != section.paragraphs:
            made.append(Splice(section.id, 0, len(section.paragraphs), wanted))
    return Together(tuple(made), "核对读到的内容")
