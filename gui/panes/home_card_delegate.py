"""How a report is drawn on the home page: a card with what is known of it, or the heading of an office."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.recent import READY, RecentReport
from core.stages import HANDED_IN, IN_REVIEW, SIGNED
from gui.theme import Theme
from gui.widgets.penless import cut, fill, frame, write
from gui.widgets.qt_numbers import DISPLAY_ROLE, USER_ROLE

CARD = USER_ROLE

_MARGIN = 12
_GAP = 4
_EDGE = 4
_RIGHT_LETTERS = 14
_AND = "　·　"
_STAGE_ROLES = {IN_REVIEW: "accent", SIGNED: "ok", HANDED_IN: "ok"}
_MISSING = "文件不在原来的地方，U 盘没插上？插上后照样打开。"
_MOVED = "移走、改名了的，到新的地方打开；不要了，按 Delete 去掉。"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Card:
    """What is shown of a report under its `title`.

    `due` says how many days are left, `is_there` whether its file is there, `is_next` whether it is the one to go on with.
    """

    report: RecentReport
    title: str
    due: str
    is_there: bool
    is_next: bool

    @property
    def stage_role(self) -> str:
        """The role of the colour in which its stage is told."""
        return "warning" if self.report.changed_after else _STAGE_ROLES.get(self.report.stage, "quiet_text")

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The lines under the title: role of the colour, and words."""
        if not self.is_there:
            return ("quiet_text", _MISSING), ("quiet_text", _MOVED), ("quiet_text", self.report.path)
        report = self.report
        told = _AND.join(filter(None, (report.told_verdict, report.told_step, report.told_export)))
        if report.changed_after:
            lines = [("warning", f"! {told}")]
        else:
            lines = [("ok", f"✓ {told}") if report.state == READY else ("text", told)]
        if report.to_do:
            lines.append(("text", f"接着：{report.to_do}"))
        return *lines, ("quiet_text", report.path)

    @property
    def has_progress(self) -> bool:
        """Whether it is told how much was looked at: nobody asks that where nothing comes next."""
        return bool(self.report.carried and self.report.to_do)

    @property
    def words(self) -> str:
        """All of it as text, for screen readers."""
        report, path = self.report, Path(self.report.path)
        progress = report.told_looked_at if self.has_progress else ""
        told = (report.told_verdict, report.told_step, report.told_export)
        known = (*told, report.stage_name, report.to_do, progress, self.due)
        parts = known if self.is_there else (_MISSING, _MOVED)
        words = _AND.join(filter(None, (*dict.fromkeys(parts), path.name, str(path.parent))))
        return f"{report.office}　{report.year} 年报告\n{words}"


class CardDelegate(QStyledItemDelegate):
    """Draws cards and headings as plain text, sized by the writing."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the lines of a card, or of a heading."""
        line = self._view.fontMetrics().lineSpacing()
        card = index.data(CARD)
        if not isinstance(card, Card):
            return QSize(0, line + _MARGIN)
        lines = 1 + len(card.lines)
        return QSize(0, lines * (line + _GAP) - _GAP + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card; the chosen one on the ground of a selection."""
        rect: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        card = index.data(CARD)
        painter.save()
        if isinstance(card, Card):
            ground = "selection" if self._view.selectionModel().isSelected(index) else "panel"
            self._ground(painter, rect, card, ground)
            left = rect.left() + _EDGE + _MARGIN
            inner = QRect(
                left, rect.top() + _MARGIN, rect.right() - left - _MARGIN, rect.height() - 2 * _MARGIN
            )
            self._draw(painter, inner, card, ground)
        else:
            painter.setFont(self._bold())
            below = (rect.height() - self._view.fontMetrics().lineSpacing()) // 2
            room = rect.adjusted(0, below, 0, 0)
            write(painter, room, str(index.data(DISPLAY_ROLE)), self._theme.colour("text"))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, card: Card, ground: str) -> None:
        frame(painter, rect, self._theme.colour("line"), self._theme.colour(ground))
        if card.is_next:
            edge = QRect(rect.left(), rect.top(), _EDGE, rect.height())
            fill(painter, edge, self._theme.colour("accent"))

    def _draw(self, painter: QPainter, inner: QRect, card: Card, ground: str) -> None:
        """Draw the words from top to bottom, and at the right the days left and how much was looked at."""
        measure = self._view.fontMetrics()
        right = min(_RIGHT_LETTERS * measure.horizontalAdvance("年"), inner.width() // 3)
        row = QRect(inner.left(), inner.top(), inner.width(), measure.lineSpacing())
        step = measure.lineSpacing() + _GAP
        beside = QRect(inner.right() - right, row.top(), right, row.height())
        left = row.adjusted(0, 0, -right - _MARGIN, 0)
        self._draw_title(painter, left, card, ground)
        last = len(card.lines)
        for number, (role, words) in enumerate(card.lines, 1):
            is_path = number == last  # it has the whole width, and stands below what is drawn at the right
            room = (row if is_path or not card.is_there else left).translated(0, number * step)
            shown = cut(words, measure, room.width(), in_middle=is_path)
            write(painter, room, shown, self._theme.colour(role))
        if card.is_there:
            self._draw_right(painter, beside, card.due)
            self._draw_progress(painter, beside.translated(0, step), card, step)

    def _draw_right(self, painter: QPainter, room: QRect, words: str) -> None:
        """Write quiet words that end where the room ends."""
        wide = self._view.fontMetrics().horizontalAdvance(words)
        at = room.adjusted(max(room.width() - wide, 0), 0, 0, 0)
        write(painter, at, words, self._theme.colour("quiet_text"))

    def _draw_title(self, painter: QPainter, room: QRect, card: Card, ground: str) -> None:
        """Draw the title, and behind it the stage in a frame."""
        bold = self._bold()
        stage = card.report.stage_name if card.is_there else ""
        wide = self._view.fontMetrics().horizontalAdvance(stage) + 2 * _MARGIN if stage else 0
        measure = QFontMetrics(bold)
        title = cut(card.title, measure, room.width() - wide - _MARGIN, in_middle=True)
        painter.setFont(bold)
        write(painter, room, title, self._theme.colour("text" if card.is_there else "quiet_text"))
        painter.setFont(self._view.font())
        if stage:
            at = room.left() + measure.horizontalAdvance(title) + _MARGIN
            tag = QRect(at, room.top(), wide, room.height())
            colour = self._theme.colour(card.stage_role)
            frame(painter, tag, colour, self._theme.colour(ground))
            write(painter, tag.adjusted(_MARGIN, 0, 0, 0), stage, colour)

    def _draw_progress(self, painter: QPainter, room: QRect, card: Card, step: int) -> None:
        """Draw how many places of last year were looked at, in figures and as a bar under them."""
        done, of = card.report.looked_at, card.report.carried
        if not card.has_progress:
            return
        self._draw_right(painter, room, card.report.told_looked_at)
        high = max(room.height() // 3, _GAP)
        bar = QRect(room.left(), room.top() + step + (room.height() - high) // 2, room.width(), high)
        frame(painter, bar, self._theme.colour("quiet_text"), self._theme.colour("hover"))
        full = bar.adjusted(1, 1, -1, -1)
        full.setWidth(full.width() * done // of)
        fill(painter, full, self._theme.colour("accent"))

    def _bold(self) -> QFont:
        bold = QFont(self._view.font())
        bold.setBold(True)
        return bold
