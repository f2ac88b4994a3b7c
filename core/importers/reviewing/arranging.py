"""The paragraphs of every section as they were decided on, and the report that follows from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.edits import Edit, SetCells, SetField, Splice, Together
from core.importers.recognise import Reading
from core.importers.recognise.trace import Trace
from core.importers.reviewing.cutting import read_for
from core.importers.reviewing.decisions import OUT, Decisions, left_target
from core.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way into the report: its target, the first of its lines in the source, its words.

    `read_as` are the targets that it was read as: several where they were joined, of what was cut off one that one.
    """

    target: str
    line: int
    paragraph: Paragraph
    read_as: tuple[str, ...]


Arrangement = dict[str, list[Piece]]


def arranged(reading: Reading, traces: Mapping[str, Trace], made: Decisions) -> Arrangement:
    """Return the paragraphs of every section as decided; what comes from elsewhere goes in by its line.

    Under `OUT` is what goes into none: lines left over, then paragraphs.
    """
    arrangement: Arrangement = {OUT: [], **{section.id: [] for section in reading.report.sections}}
    coming: list[tuple[str, Piece]] = []
    for section_id, whole in _read(reading, traces):
        for piece in _pieces(whole, made):
            words = made.words.get(piece.target)
            wanted = words.section if words else section_id
            if wanted == section_id:
                arrangement[section_id].append(piece)
            else:
                coming.append((wanted, piece))
    for section_id, piece in coming:
        if section_id == OUT:
            arrangement[OUT].append(piece)
        else:
            _insert(arrangement[section_id], piece)
    return arrangement


def _read(reading: Reading, traces: Mapping[str, Trace]) -> Iterator[tuple[str, Piece]]:
    """Yield what was read with its section: paragraphs, then lines left over."""
    for section, index, paragraph in reading.report.paragraphs():
        target = f"{section.id}/{index}"
        lines = traces[target].lines if target in traces else ()
        yield section.id, Piece(target, min(lines, default=0), paragraph, ())
    for index, line in enumerate(reading.left_over):
        yield OUT, Piece(left_target(index), line.line, Paragraph(text=line.text), ())


def _pieces(whole: Piece, made: Decisions) -> Iterator[Piece]:
    """Yield what became of something read: itself, but where it was joined to another, and what was cut off it."""
    own = () if whole.target in made.joined else (whole.target,)
    for target in (*own, *made.cut.get(whole.target, ())):
        words = made.words.get(target)
        paragraph = whole.paragraph
        if words:
            paragraph = paragraph.model_copy(update={"text": words.text, "level": words.level})
        yield replace(whole, target=target, paragraph=paragraph, read_as=read_for(made, target))


def _insert(pieces: list[Piece], piece: Piece) -> None:
    at = next((at for at, one in enumerate(pieces) if one.line > piece.line), len(pieces))
    pieces.insert(at, piece)


def neighbours(arrangement: Arrangement, target: str, *, to_next: bool) -> tuple[str, str] | None:
    """Return a paragraph and the one before it in its section, or the next, in their order; None where it has none."""
    for section_id, pieces in arrangement.items():
        targets = [piece.target for piece in pieces] if section_id != OUT else []
        if target in targets:
            first = targets.index(target) - (not to_next)
            return (targets[first], targets[first + 1]) if 0 <= first < len(targets) - 1 else None
    return None


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
