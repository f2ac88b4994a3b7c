"""The lines of the findings list: headings and findings in their order, with the words for page and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

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


@dataclass(frozen=True)
class Row:
    """A line of the list, what a screen reader says of it, and its finding; a heading has none and may fold."""

    line: FindingLine
    read_aloud: str
    finding: Finding | None = None
    folds: bool = False


def rows(session: Session, *, shows_kept: bool) -> list[Row]:
    """Return what the list shows: the findings by weight, then by page as in the outline; last what was kept or noted, folded or not."""
    found: list[Row] = []
    find = finder(session.template, session.report)
    numbers = {page: number for number, page in enumerate(pages_of(session.template, session.report))}
    for severity, sign, words, role in _GROUPS:
        group = [one for one in session.findings if one.severity == severity]
        if group:
            found.append(_heading(FindingLine(role, f"{sign} {words}（{len(group)}）")))
            found += _by_page(session, find, numbers, group, sign, words, role)
    kept = [one.finding for one in session.kept()] + own_places.noted(session.report)
    if kept:
        found.append(
            _heading(
                FindingLine("quiet_text", f"{'▾' if shows_kept else '▸'} 已保留（{len(kept)}）"), folds=True
            )
        )
    if shows_kept:
        found += _lines(session, kept, "○", "已保留", "quiet_text")
    return found


def _by_page(
    session: Session,
    find: Finder,
    numbers: dict[Page, int],
    findings: list[Finding],
    sign: str,
    words: str,
    role: str,
) -> Iterator[Row]:
    """Yield the findings of a weight by the numbers of their pages; those of the whole report come first.

    Faults in a table for which a sentence waits that stands before it come before all others, and their headings say so.
    """
    placed = [(_page(find, one), one) for one in findings]
    placed.sort(key=lambda one: numbers.get(one[0], -1) if one[0] else -1)  # in a page as the checks say them
    early = set(causes([one for _, one in placed]))
    for lead, part in ((_FIRST, early), ("", set(range(len(placed))) - early)):
        own_part = [placed[number] for number in sorted(part)]
        for page, group in groupby(own_part, key=lambda one: one[0]):
            title = title_of(session.template, session.report, page) if page else _WHOLE
            own = [one for _, one in group]
            yield _heading(FindingLine("text", f"{lead}{title}（{len(own)}）", of_page=True))
            yield from _lines(session, own, sign, words, role, title)


def _heading(line: FindingLine, *, folds: bool = False) -> Row:
    return Row(line, line.place, folds=folds)


def _lines(
    session: Session, findings: list[Finding], sign: str, words: str, role: str, title: str = ""
) -> Iterator[Row]:
    """Yield the lines of findings; `title` is that of their page, "" where they are of several."""
    for finding in findings:
        place = place_words(session, finding, title)
        short = without_place(finding.message, place)
        line = FindingLine(role, f"{sign} {place}", finding.message, finding.rule, verb(finding), short=short)
        yield Row(line, f"{words}：{place}：{finding.message}", finding)


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
