"""Where the clerk is in a review, to be there again when it is shown anew: after home, in other colours, in another size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowView:
    """The first row in sight, how much of it is `hidden`, and whether what is at hand is in sight: it stays so in less room."""

    first: int = 0
    hidden: int = 0
    holds: bool = True


@dataclass(frozen=True, slots=True)
class PagesView:
    """Which page of the source is at hand, in full size or not, and from where on it is seen, as shares of the page."""

    page: int = 0
    is_full: bool = False
    left: float = 0
    top: float = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """Whether the pages are in sight or the lines, and what of both."""

    shows_pages: bool = False
    lines: RowView = RowView()
    pages: PagesView = PagesView()


@dataclass(frozen=True, slots=True)
class View:
    """The target of the entry at hand, and what each column is scrolled to.

    `place` is the key of a place that concerns no entry, "" of every other.
    """

    target: str
    place: str
    entries: RowView
    source: SourceView
