"""A Word file as read, before lines are counted: paragraphs and tables, with what was left out where."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was left out or changed in a paragraph or table: its kind (see `remarks`) and its words."""

    kind: str
    words: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its automatic number; a line feed is a line break, a form feed the end of a page.

    `heading` is its outline level from 1, `boxes` are text boxes anchored in it, `notes` its footnotes.
    """

    text: str = ""
    label: str = ""
    heading: int = 0
    doubt: str = ""
    boxes: list[list["Paragraph | Table"]] = field(default_factory=list)
    notes: list[list["Paragraph | Table"]] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    """A cell with what stands in it, where it starts in the grid and how far it reaches."""

    contents: list["Paragraph | Table"]
    column: int
    column_span: int = 1
    row_span: int = 1
    doubt: str = ""


@dataclass(slots=True)
class Table:
    """A table; merged cells stand in their first row only. A table beyond all measure has no rows, but a loss."""

    rows: list[list[Cell]] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


Item = Paragraph | Table
