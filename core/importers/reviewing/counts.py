"""How much of a source found a place, as one sentence, and how much of it was corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.importers.document import size
from core.importers.recognise import Reading
from core.importers.recognise.figures import is_figure
from core.importers.reviewing.cutting import shares
from core.importers.reviewing.decisions import OUT, Decisions, FieldName, origin_of, words_read
from core.importers.reviewing.facts import OF_TARGET, is_field_changed


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of the source found a place: figures of tables, and characters, those `unplaced` left over."""

    numbers: int
    placed_numbers: int
    characters: int
    placed_characters: int
    unplaced: int

    @property
    def sentence(self) -> str:
        """The counts in words."""
        figures = f"原文表格里 {self.numbers:,} 个数字，放进报告 {self.placed_numbers:,} 个"
        words = f"文字 {self.characters:,} 字（含标题和表格），放进报告 {self.placed_characters:,} 字"
        rest = f"，其余 {self.unplaced:,} 字没有放进报告，列在请核对的地方" if self.unplaced else ""
        return f"{figures}；{words}{rest}。"


def counts_of(reading: Reading) -> Counts:
    """Return the counts of a reading before anything is decided."""
    left = sum(_size(line.text, table=line.table) for line in reading.left_over)
    placed = max(0, min(reading.placed_characters, reading.source_characters) - left)
    return Counts(
        reading.source_numbers,
        reading.placed_numbers,
        reading.source_characters,
        placed,
        reading.source_characters - placed,
    )


def counts_after(reading: Reading, made: Decisions) -> Counts:
    """Return the counts as they stand after the decisions."""
    read, values = counts_of(reading), reading.report.values
    filled = sum(is_figure(new) - is_figure(values.get(cell, "")) for cell, new in made.cells.items())
    moved = sum(
        size(text) * (1 if target.startswith("left:") else -1)
        for target, text, section in shares(made, reading)
        if target.startswith("left:") != (section == OUT)
    )
    moved += sum(size(words_read(reading, target).text) for target in made.assigned)
    placed = max(0, min(read.placed_characters + moved, read.characters))
    return replace(
        read,
        placed_numbers=read.placed_numbers + filled,
        placed_characters=placed,
        unplaced=read.characters - placed,
    )


def corrections_in(made: Decisions, proposed: Mapping[FieldName, str]) -> int:
    """Return how many facts, figures and paragraphs were corrected or given a place; what was `proposed` is no correction.

    Each cut and each join is one, with whatever else became of the words that it parted or brought together.
    """
    fields = sum(is_field_changed(made.fields, proposed, target) for target in OF_TARGET)
    cuts = sum(len(parts) for parts in made.cut.values())
    wholes = set(made.joined.values())
    words = sum(origin_of(target) not in made.cut and target not in wholes for target in made.words)
    return fields + len(made.cells) + cuts + len(made.joined) + words


def _size(text: str, *, table: bool) -> int:
    """Return the characters of a line of the source without the bars that stand between its cells."""
    return size(text.replace(" | ", "") if table else text)
