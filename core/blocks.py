"""The finished document before any format: what the writers of Word, PDF and web page see, and all they see.

`core.layout` makes it of a report. Nothing here knows a report or a form, so that the process that sets pages needs
neither them nor the library that reads them.
"""

import re
from dataclasses import dataclass, field

from core.grid import Grid
from core.style import Style, standard
from core.trend import Trend

_ANNEX_MARK = re.compile(r"(?:附件[：:]\s*)?(?:\d{1,2}\s?[.．、]\s*)?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in the report a block comes from: a paragraph of a section, or a table."""

    section: str
    paragraph: int = -1
    table: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one role of the style sheet."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the report."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; `level` 1 is "一、"."""

    level: int
    text: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs; `level` as in the report; a run-in heading is the first of two runs.

    `is_held` says that its last line stands on the same page as the beginning of what follows, `is_lead` that all of it
    does. A further annex begins `under` the number of the first: under the end of these words.
    """

    runs: tuple[Run, ...]
    level: int
    anchor: Anchor
    is_held: bool = False
    under: str = ""
    is_lead: bool = False

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def is_heading(self) -> bool:
        """Whether nothing runs on after a "（一）": it stands alone, above what it heads."""
        return self.level == 2 and [run.role for run in self.runs] == ["heading2"]

    @property
    def is_annex_note(self) -> bool:
        """Whether it names an annex, below the text."""
        return self.runs[0].role == "annex_note"

    @property
    def annex_mark(self) -> str:
        """What stands before the name of an annex, "附件：1.", which no further line of the name stands under."""
        mark = _ANNEX_MARK.match(self.text)
        return mark.group() if mark else ""

    def heads(self, following: "Block | None") -> bool:
        """Return whether it is the heading of what follows, and must stand on the same page as its beginning."""
        below = isinstance(following, Paragraph) and not following.is_heading
        return self.is_heading and (below or isinstance(following, TableBlock | SignOff))


@dataclass(frozen=True, slots=True)
class Annex:
    """The head of an annex on its own page: mark, title, the lines under it."""

    mark: str
    title: str
    lines: tuple[str, ...]
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class TableBlock:
    """An official table: its printed grid and the figures by cell address; blank cells have no entry.

    `caption` names it where it is a page or a sheet of its own: "表三 收到和处理政府信息公开申请情况". About so many
    lines stay `above` it on the page on which it begins: a heading, and the sentences that lead to the table.
    """

    caption: str
    grid: Grid
    values: dict[str, str]
    anchor: Anchor
    above: int = 1


@dataclass(frozen=True, slots=True)
class SignOff:
    """The name of the office and the date under the report; either may be empty."""

    name: str
    date: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of several years' figures, with the number and the words that stand under it."""

    number: int
    trend: Trend
    kind: str
    anchor: Anchor

    @property
    def caption(self) -> str:
        """Its number and what it shows."""
        return f"图{self.number}　{self.trend.title}"


Block = Title | Heading | Paragraph | Annex | TableBlock | Figure | SignOff


def is_below_text(block: Block | None) -> bool:
    """Return whether a block stands below the text: no page may begin with it, without a line of the text."""
    return isinstance(block, SignOff) or (isinstance(block, Paragraph) and block.is_annex_note)


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks in order, with what the properties of a file say, and the style that every writer follows."""

    title: str
    office: str
    year: int
    blocks: tuple[Block, ...]
    style: Style = field(default_factory=standard)
