"""Which row and column of the form each row and column of a pasted block goes to: by its names, else by the cursor.

The names of rows and the heads of columns are asked apart from each other, so that a head alone says nothing of the
rows. A name that the form has several times is the one between its neighbours, else the one nearest to the cursor.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core import numbers
from core.blocks_of_cells import MOST_COLUMNS, Rows
from core.grid import Grid
from core.labels import bare_name
from core.template import Table
from core.template.model import walk

Known = dict[str, list[int]]

_NOTHING = {"无", "没有", "/", "／", "-", "—", "——", "－"}
_NONE_WORDS = {*_NOTHING, "零"}


@dataclass(frozen=True, slots=True)
class Ways:
    """The printed row and column of each row and column of a block; `left` columns of it are names.

    `strange` are names that the form does not have; `named` says whether any name told a place.
    """

    rows: dict[int, int]
    columns: dict[int, int]
    heads: frozenset[int] = frozenset()
    left: int = 0
    strange: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Axis:
    """Rows or columns of a block: the candidates of those with a name, votes for shifts, the cursor.

    `trusted` are the shifts that the cursor, the head and the end of the form speak for.
    """

    candidates: dict[int, list[int]]
    votes: Counter[int]
    trusted: frozenset[int]
    cursor: int
    lines: list[int]

    def ways(self) -> dict[int, int]:
        """Return the place of each line that a name tells, or that lies between two that agree."""
        sure = {line: found[0] for line, found in self.candidates.items() if len(found) == 1}
        placed = dict(sure)
        for line, found in self.candidates.items():
            place = self._nearest(line, _between(line, found, sure))
            if place is not None and place not in placed.values():
                placed[line] = place
        return placed | self._enclosed(placed)

    def _nearest(self, line: int, found: list[int]) -> int | None:
        """Return the candidate with most votes for its shift, then nearest to the cursor; None where two are."""
        ranked = sorted((self._rank(place - line), place) for place in found)
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _rank(self, shift: int) -> tuple[int, int, int]:
        distances = [abs(one + shift - self.cursor) for one in self.lines]
        return -self.votes[shift], min(distances, default=0), distances[0] if distances else 0

    def _enclosed(self, placed: dict[int, int]) -> dict[int, int]:
        """Return the lines without a known name whose neighbours on both sides, or one and an end, agree."""
        found: dict[int, int] = {}
        for line in self.lines:
            shifts = _shifts_beside(line, placed)
            agree = len(set(shifts)) == 1 and (len(shifts) == 2 or shifts[0] in self.trusted)
            if line not in placed and agree:
                found[line] = line + shifts[0]
        return {line: place for line, place in found.items() if place not in placed.values()}


def _shifts_beside(line: int, placed: dict[int, int]) -> list[int]:
    """Return the shifts of the next lines before and after one that have a place."""
    before = max((one for one in placed if one < line), default=None)
    after = min((one for one in placed if one > line), default=None)
    return [placed[one] - one for one in (before, after) if one is not None]


def find(table: Table, form: Grid, rows: Rows, start: tuple[int, int]) -> Ways:
    """Return where the rows and columns of a block go that is pasted with the cursor at a place."""
    row_names, heads = _row_names(table, form), _heads(form)
    head_rows = {n for n, row in enumerate(rows) if _is_head(row, heads)}
    top = _body_begins(rows, row_names, head_rows)
    body = [n for n in range(top, len(rows)) if n not in head_rows]
    over = [n for n in range(len(rows)) if n not in body]
    most = min(
        (n for r in head_rows for n, item in enumerate(rows[r]) if bare_name(item) in heads.leaves),
        default=MOST_COLUMNS,
    )
    left = _names_end([rows[n] for n in body], row_names, form, most)
    across = range(left, max(map(len, rows), default=0))
    by_row, strange_rows = _by_row(rows, body, over, left, (row_names, form, start[0]))
    by_column, strange_heads = _by_column(rows, over, across, (heads, form, start[1]))
    full = bool(by_row) and len(across) >= form.columns - form.label_columns
    first_column = form.label_columns if full else start[1]
    return Ways(
        by_row or {n: start[0] + n - min(body) for n in body},
        by_column or {n: first_column + n - left for n in across},
        frozenset(over),
        left,
        _not_printed((*strange_heads, *strange_rows), form),
        bool(by_row or by_column),
    )


def _not_printed(names: tuple[str, ...], form: Grid) -> tuple[str, ...]:
    """Return the names that are neither captions of the form nor heads over its labels."""
    printed = {
        bare_name(one.text)
        for one in form.cells
        if one.role == "caption" or (one.role == "head" and one.column < form.label_columns)
    }
    return tuple(name for name in names if bare_name(name) not in printed)


def _by_row(
    rows: Rows, body: list[int], over: list[int], left: int, known: tuple[Known, Grid, int]
) -> tuple[dict[int, int], tuple[str, ...]]:
    """Return the places of rows that their names tell, {} where these are not the form's, and names of others."""
    names, form, cursor = known
    said = {n: [item for item in rows[n][:left] if is_words(item)] for n in body}
    found = {n: places for n in body if (places := _places(reversed(said[n]), names))}
    strange = tuple(said[n][-1].strip() for n in body if said[n] and n not in found)
    if len(found) * 2 < sum(map(bool, said.values())) or not found:
        return {}, strange
    votes = Counter(place - n for n, places in found.items() for place in places)
    trusted = {cursor - min(body), form.rows - len(rows)}
    if over and over[-1] < min(body):
        trusted.add(form.head_rows - 1 - over[-1])
    return _Axis(found, votes, frozenset(trusted), cursor, body).ways(), strange


def _by_column(
    rows: Rows, over: list[int], across: range, known: tuple["_Heads", Grid, int]
) -> tuple[dict[int, int], tuple[str, ...]]:
    """Return the places of columns that their heads tell, {} where these are not the form's, and names of others."""
    heads, form, cursor = known
    said = {n: [rows[r][n] for r in over if n < len(rows[r]) and is_words(rows[r][n])] for n in across}
    found = {n: places for n in across if (places := _places(reversed(said[n]), heads.leaves))}
    strange = tuple(said[n][-1].strip() for n in across if said[n] and n not in found)
    if len(found) * 2 < sum(map(bool, said.values())) or not found:
        return {}, strange
    votes = Counter(
        place - n for n in across for one in said[n] for place in heads.all.get(bare_name(one), ())
    )
    trusted = frozenset(
        (cursor - across.start, form.label_columns - across.start, form.columns - across.stop)
    )
    return _Axis(found, votes, trusted, cursor, list(across)).ways(), strange


@dataclass(frozen=True, slots=True)
class _Heads:
    """The columns of the heads by their words: those right over the figures, and all."""

    leaves: Known
    all: Known


def _heads(form: Grid) -> _Heads:
    every = [
        one for one in form.cells if one.role == "head" and one.column >= form.label_columns and one.text
    ]
    values = {(one.row, one.column) for one in form.cells if one.role == "value"}
    leaves = [one for one in every if (one.row + one.row_span, one.column) in values]
    return _Heads(
        _known((one.text, one.column) for one in leaves), _known((one.text, one.column) for one in every)
    )


def _row_names(table: Table, form: Grid) -> Known:
    """Return the printed rows by the words of their innermost label and of other names for it."""
    line_of = {one.cell.split(".")[1]: one.row for one in form.cells if one.cell}
    lines = [line for block in table.blocks for line, _ in walk(block.rows) if line.id in line_of]
    return _known((name, line_of[line.id]) for line in lines for name in (line.label, *line.aliases))


def _known(names: Iterable[tuple[str, int]]) -> Known:
    known: Known = {}
    for name, place in names:
        places = known.setdefault(bare_name(name), [])
        if place not in places:
            places.append(place)
    return known


def _places(names: Iterable[str], known: Known) -> list[int]:
    """Return the places of the first name that the form has."""
    return next((known[key] for name in names if (key := bare_name(name)) in known), [])


def _between(line: int, found: list[int], sure: dict[int, int]) -> list[int]:
    """Return the candidates between the places of the neighbours that are sure, all where none is."""
    before = max((one for one in sure if one < line), default=None)
    after = min((one for one in sure if one > line), default=None)
    inside = [
        place
        for place in found
        if (before is None or sure[before] < place) and (after is None or place < sure[after])
    ]
    return inside or found


def _is_head(row: list[str], heads: _Heads) -> bool:
    """Return whether a row of the block holds names of columns and no figure."""
    said = [item for item in row if not numbers.is_blank(item)]
    return any(bare_name(item) in heads.all for item in said) and not any(map(_is_figure, said))


def _names_any(items: list[str], known: Known) -> bool:
    return any(is_words(item) and bare_name(item) in known for item in items)


def _is_own_head(row: list[str], known: Known) -> bool:
    return _is_label_line(row) and not _names_any(row, known)


def _body_begins(rows: Rows, known: Known, heads: set[int]) -> int:
    """Return the first row of the block that is neither a head nor a line of words of somebody's own."""
    top = 0
    while top < len(rows) - 1 and (top in heads or _is_own_head(rows[top], known)):
        top += 1
    return top


def _names_end(body: Rows, known: Known, form: Grid, most: int) -> int:
    """Return how many columns of the block are names of rows, with what stands before these and the units behind.

    A column with a head of the form, as the one at `most` is, holds figures, whatever stands in it.
    """
    width = max(map(len, body), default=0)
    columns = [[row[n] for row in body if n < len(row)] for n in range(width)]
    width = min(width, most + 1)
    left = max((n + 1 for n in range(width - 1) if _names_any(columns[n], known)), default=0)
    units = {one.text for one in form.cells if one.role == "unit"}
    are_named = left > 0
    while left < width - 1:
        if are_named and not _are_units(columns[left], units):
            break  # words in a cell for a figure: told as such
        if not are_named and not _is_label_line(columns[left]):
            break
        left += 1
    # a name may reach over the columns of longer names
    laid_out = range(left, form.label_columns if form.label_columns < width else left)
    blank = all(numbers.is_blank(item) for n in laid_out for item in columns[n])
    return form.label_columns if are_named and laid_out and blank else left


def _are_units(items: list[str], units: set[str]) -> bool:
    """Return whether a column of the block holds units of the form, and else words or the sign printed for none."""
    said = [item.strip() for item in items if not numbers.is_blank(item)]
    return any(is_words(item) and item in units for item in said) and all(
        is_words(item) or item in units for item in said
    )


def _is_label_line(items: list[str]) -> bool:
    """Return whether a row or column of the block holds words and no figure, and none that stands for "no figure"."""
    said = [item for item in items if not numbers.is_blank(item)]
    return bool(said) and all(map(is_words, said))


def is_words(text: str) -> bool:
    """Return whether a text is neither blank nor a figure, nor a sign or word for none."""
    item = numbers.clean(text)
    letters, has_digit = sum(map(str.isalpha, item)), any(map(str.isdigit, item))
    return letters > has_digit and not _is_figure(item)


def is_nothing(text: str) -> bool:
    """Return whether a text is a sign or word that says that nothing is there, not even a 0."""
    return numbers.clean(text) in _NOTHING


def _is_figure(text: str) -> bool:
    item = numbers.clean(text)
    return item in _NONE_WORDS or numbers.read(item) is not None or numbers.money(item) is not None
