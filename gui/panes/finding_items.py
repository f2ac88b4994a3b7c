"""The lines of the findings list: headings and findings in their order, with the words for page and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from core.checks.causes import causes
from core.checks.model import Finding, Severity
from gui.models.short_messages import without_place
from gui.pages import Finder, Page, finder, pages_of, title_of, words_for
from gui.panes import own_places
from gui.panes.finding_delegate import LINE, FindingLine
from gui.session import Session

FINDING = Qt.ItemDataRole.UserRole + 1
FOLD = Qt.ItemDataRole.UserRole + 2
_GROUPS: tuple[tuple[Severity, str, str, str], ...] = (
    ("error", "✖", "必须改", "error"),
    ("warning", "!", "请核对", "warning"),
    ("info", "·", "提示", "quiet_text"),
)
_WHOLE = "全文"
_FIRST = "先改："
_COUNT = re.compile(r"(\d+) ?(?:处|个(?:单元)?格)")
_Key = tuple[int, str, str]  # what finding a row is of, the role of its colour, and the title of its page


@dataclass(frozen=True)
class Row:
    """A line of the list, what a screen reader says of it, and its finding; a heading has none and may fold."""

    line: FindingLine
    read_aloud: str
    finding: Finding | None = None
    folds: bool = False


class Rows:
    """The rows of the list; those of findings that stay, as most do after each figure typed, are made once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[_Key, Row] = {}
        self._made: dict[_Key, Row] = {}

    def now(self, *, shows_kept: bool) -> list[Row]:
        """Return what the list shows: the findings by weight, then by page as in the outline; last what was kept or noted, folded or not."""
        session, found = self._session, list[Row]()
        find = finder(session.template, session.report)
        numbers = {page: number for number, page in enumerate(pages_of(session.template, session.report))}
        for severity, sign, words, role in _GROUPS:
            group = [one for one in session.findings if one.severity == severity]
            if group:
                found.append(_heading(FindingLine(role, f"{sign} {words}（{len(group)}）")))
                found += self._by_page(find, numbers, group, _Look(sign, words, role))
        self._known, self._made = self._made, {}
        kept = [one.finding for one in session.kept()] + own_places.noted(session.report)
        if kept:
            line = FindingLine("quiet_text", f"{'▾' if shows_kept else '▸'} 已保留（{len(kept)}）")
            found.append(_heading(line, folds=True))
        if shows_kept:
            found += (_line(session, one, _KEPT) for one in kept)
        return found

    def _by_page(
        self, find: Finder, numbers: dict[Page, int], findings: list[Finding], look: "_Look"
    ) -> Iterator[Row]:
        """Yield the findings of a weight by the numbers of their pages; those of the whole report come first.

        Faults in a table for which a sentence waits that stands before it come before all others, and their headings say so.
        """
        placed = [(_page(find, one), one) for one in findings]
        # in a page as the checks say them
        placed.sort(key=lambda one: numbers.get(one[0], -1) if one[0] else -1)
        early = set(causes([one for _, one in placed]))
        for lead, part in ((_FIRST, early), ("", set(range(len(placed))) - early)):
            own_part = [placed[number] for number in sorted(part)]
            for page, group in groupby(own_part, key=lambda one: one[0]):
                title = title_of(self._session.template, self._session.report, page) if page else _WHOLE
                own = [one for _, one in group]
                yield _heading(FindingLine("text", f"{lead}{title}（{len(own)}）", of_page=True))
                yield from (self._row(one, look, title) for one in own)

    def _row(self, finding: Finding, look: "_Look", title: str) -> Row:
        """Return the row of a finding; the same as before where it is the very same finding, on a page still called so."""
        key = id(finding), look.role, title
        known = self._known.get(key)
        same = known if known and known.finding is finding else _line(self._session, finding, look, title)
        return self._made.setdefault(key, same)


class _Look(NamedTuple):
    """How findings of a weight are shown: their sign, what a screen reader says, and the role of their colour."""

    sign: str
    words: str
    role: str


_KEPT = _Look("○", "已保留", "quiet_text")


def _heading(line: FindingLine, *, folds: bool = False) -> Row:
    return Row(line, line.place, folds=folds)


def _line(session: Session, finding: Finding, look: _Look, title: str = "") -> Row:
    """Return the row of a finding; `title` is that of its page, "" where it stands among those of several."""
    place = place_words(session, finding, title)
    short = without_place(finding.message, place)
    line = FindingLine(
        look.role, f"{look.sign} {place}", finding.message, finding.rule, verb(finding), short=short
    )
    return Row(line, f"{look.words}：{place}：{finding.message}", finding)


def item_of(row: Row) -> QListWidgetItem:
    """Return the item of a row; nobody can choose a heading but the one that folds."""
    made = QListWidgetItem()
    if row.folds:
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    elif row.finding is None:
        made.setFlags(Qt.ItemFlag.NoItemFlags)
    made.setData(LINE, row.line)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, row.read_aloud)
    made.setData(FINDING, row.finding)
    made.setData(FOLD, row.folds)
    return made


def _page(find: Finder, finding: Finding) -> Page | None:
    """Return the page on which a finding is listed, None where it speaks of the whole."""
    return find(finding.where[0]) if finding.where else None


def place_words(session: Session, finding: Finding, title: str = "") -> str:
    """Return the first place that a finding speaks of, on the page of that title where it is known."""
    return words_for(session.template, session.report, finding.where[0], title) if finding.where else _WHOLE


def verb(finding: Finding) -> str:
    """Return what its remedy does, "" where it has none."""
    return finding.fix.label if finding.fix else ""


def next_words(finding: Finding, number: int) -> str:
    """Return what leads from one of its places, by its number from 0, to the next.

    Where the finding itself speaks of another number of places than it lists, as where only the first ones are
    listed, no second number stands beside that one.
    """
    listed = len(finding.where)
    said = _COUNT.search(verb(finding)) or _COUNT.search(finding.message)
    at = f"（{number + 1}/{listed}）" if said is None or int(said[1]) == listed else ""
    return f"这个问题的下一处{at}"
