"""The first page: go on with the report at hand, open last year's, begin a blank one, or take one of those known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.recent import RecentReport
from core.settings import Settings
from gui.panes.home_choice import Choice, larger
from gui.theme import Theme, scaled
from gui.widgets.due_words import awaited, due_words
from gui.widgets.low_screen import is_on_low_screen, is_on_very_low_screen
from gui.widgets.named_button import named_button
from gui.widgets.qt_numbers import PLAIN_TEXT

if TYPE_CHECKING:  # loaded where they are shown
    from gui.panes.home_known import KnownReports
    from gui.panes.home_office import OfficeQuestion

_WIDEST_LETTERS = 62
_SPACING, _CLOSE = 12, 8
_AROUND = 32, 16, 32
_BELOW, _KEPT_BELOW, _LEAST_BELOW = 16, 40, 8  # the second with room for the line of what is told in passing
_CLOSE_AROUND = 32, 8, 32, 8
KINDS = ("Word", "WPS", "PDF", "Excel", "网页", "纯文本")
_NO_RECENT = "做过的报告会列在这里。打开去年的报告，就能得到今年的草稿。\n{year} 年报告：{due}。"


class HomePage(QWidget):
    """What is shown while no report is open.

    Signals:
        last_year_wanted(), new_wanted(), sample_wanted(), help_wanted(): a choice was made.
        report_chosen(Path): a report of the list was chosen.
        next_wanted(Path): the draft of the year after is to be made of a report of the list.
        unwanted(RecentReport): a report is to be taken off the list.
        office_named(str): the clerk has said the name of the unit.
        begun(): the keyboard begins on top again; what stands there shows its beginning.
    """

    last_year_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    help_wanted = Signal()
    report_chosen = Signal(object)
    next_wanted = Signal(object)
    unwanted = Signal(object)
    office_named = Signal(str)
    begun = Signal()

    def __init__(self, theme: Theme, options: Settings, *, has_sample: bool) -> None:
        super().__init__()
        self.setObjectName("homePage")
        self._theme = theme
        self._options = options
        self._top_keys: Sequence[QWidget] = ()
        self._begun_at: QWidget | None = None
        self._last_year = Choice(
            "homeLastYear",
            "打开去年的报告(&L)",
            f"{'、'.join(KINDS)}都行，也可以拖进窗口或按 Ctrl+V 粘贴",
        )
        self._new = Choice("homeNew", "新建空白报告(&B)", "没有去年的电子文件时，按官方格式填写")
        self._nothing = QLabel()
        self._nothing.setObjectName("homeNothing")
        self._nothing.setProperty("quiet", True)
        self._nothing.setProperty("place", "top")
        self._sample = named_button("用示例报告试一试(&S)", "homeSample")
        self._help = named_button("使用说明(&G)", "homeHelp")
        self._arrange()
        self._sample.setVisible(has_sample)  # on its page: before, it would stand on the screen by itself
        self._connect()

    def _arrange(self) -> None:
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        if is_on_very_low_screen(self):
            self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._spacing)
        self._head = QLabel("年报通")
        self._head.setFont(larger(self._head.font()))
        self._column.addWidget(self._head)
        self._choices = QHBoxLayout()
        self._column.addLayout(self._choices)
        self._choices.setSpacing(16)
        for choice in (self._last_year, self._new):
            self._choices.addWidget(choice, 1)
        self._column.addWidget(self._nothing, 1)
        self._end = QHBoxLayout()
        self._column.addLayout(self._end)
        for link in (self._help, self._sample):
            self._end.addWidget(link)
        self._end.addStretch(1)
        outer = self._outer = QHBoxLayout(self)
        self.give_way()
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        self._middle.setMaximumWidth(_WIDEST_LETTERS * self.fontMetrics().horizontalAdvance("年"))

    def give_way(self, taken: int = 0) -> None:
        """Give a line below the page its room, so many pixels, out of what is kept for it: nothing else moves for it.

        On a low screen nothing is kept: each line of the list counts there.
        """
        if is_on_very_low_screen(self):
            self._outer.setContentsMargins(*_CLOSE_AROUND)
        else:
            below = _BELOW if is_on_low_screen(self) else max(_LEAST_BELOW, scaled(_KEPT_BELOW) - taken)
            self._outer.setContentsMargins(*_AROUND, below)

    @property
    def _spacing(self) -> int:
        return _CLOSE if is_on_very_low_screen(self) else _SPACING

    def _connect(self) -> None:
        self._last_year.button.clicked.connect(self.last_year_wanted)
        self._new.button.clicked.connect(self.new_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._help.clicked.connect(self.help_wanted)

    @cached_property
    def _question(self) -> OfficeQuestion:
        """The question for the unit, made where it is asked: at the first start."""
        from gui.panes.home_office import OfficeQuestion

        question = OfficeQuestion()
        question.answered.connect(self._answered)
        self._column.insertWidget(1, question)
        return question

    @cached_property
    def _said_of_next(self) -> QLabel:
        """The line below all choices that explains the one to do next, made where there is no room below each."""
        line = QLabel()
        line.setProperty("quiet", True)
        line.setProperty("place", "top")  # below the first choice, which is the one to do next
        line.setProperty("textFormat", PLAIN_TEXT)
        line.setWordWrap(True)
        self._column.insertWidget(self._column.indexOf(self._choices) + 1, line)
        return line

    @cached_property
    def _known(self) -> KnownReports:
        """What stands here once there are reports, made with the first."""
        from gui.panes.home_known import KnownReports

        known = KnownReports(self._theme, self._options, self._spacing)
        self._choices.insertWidget(0, known.going_on, 1)
        self._column.insertWidget(self._column.indexOf(self._nothing), known, 1)
        self._end.addWidget(known.take_off)
        known.report_chosen.connect(self.report_chosen)
        known.unwanted.connect(self.unwanted)
        known.next_wanted.connect(self.next_wanted)
        known.offer_changed.connect(self._follow_offer)
        return known

    def _made(self, part: str) -> bool:
        """Return whether a part that is made when it is first needed is there."""
        return part in self.__dict__

    def show_recent(self, reports: list[RecentReport]) -> None:
        """Show the reports worked on lately, and what to do next with the newest that is not finished."""
        if reports or self._made("_known"):
            self._known.show_reports(reports)
        is_begun = self._made("_question") and self._question.is_begun
        asks = not reports and (is_begun or not self._options.office)
        question = self._question if asks or self._made("_question") else None
        self._order_keys()
        year = awaited(self._options)
        self._nothing.setText(_NO_RECENT.format(year=year, due=due_words(year, self._options)))
        self._nothing.setVisible(not reports)
        if question:
            question.setVisible(asks)
        self._follow_offer()
        self._middle.updateGeometry()  # or before the window is shown it counts as tall as with all of these

    def go_on_from(self, before: HomePage) -> None:
        """Take over what was typed or answered on the page that this one stands for, in another look."""
        if before._made("_question"):
            self._question.go_on_from(before._question)

    def look_again(self) -> None:
        """Mark anew which of the reports on show are there."""
        if self._made("_known"):
            self._known.cards.look_again()

    def show_office(self) -> None:
        """Tell the name of the unit as the options say it now, where it was asked for and answered."""
        if self._made("_question"):
            self._question.tell(self._options.office)

    def put_on_top(self, widget: QWidget, keys: Sequence[QWidget]) -> None:
        """Show a widget above the choices; the keyboard begins at the first of `keys`, the tabulator key goes on in that order."""
        if self._column.indexOf(widget) < 0:
            self._column.insertWidget(1, widget)
        self._top_keys = keys
        self._begun_at = None  # it may have been one of those that stood there before
        self._order_keys()
        self._share_room()
        if self.isVisible():
            self.begin_on_top()

    def begin_on_top(self) -> None:
        """Bring the keyboard to what was put on top, else to what is to be done next; not while the unit is being typed."""
        field = self._question.field if self._made("_question") else None
        is_typing = field is not None and field.isVisibleTo(self) and field.isModified()
        if field is not None and is_typing:
            if self.focusWidget() is None:  # a page made anew
                field.setFocus()
        else:
            self.begun.emit()
            asked = self._question.keys if self._made("_question") else ()
            known = (self._known.going_on.button,) if self._made("_known") else ()
            shown = [one for one in (*asked, *known) if one.isVisibleTo(self)]
            self._begun_at = (*self._top_keys, *shown, self._last_year.button)[0]
            self._begun_at.setFocus()

    def _follow_offer(self) -> None:
        """Let what is to be done next stand out, and have the keyboard where the clerk has not moved it yet.

        The list may be written, and its files be found, after the page was shown; where the button with the keyboard is
        taken away, Qt gives the next one the keyboard.
        """
        self._last_year.set_primary(not self._has_offer)
        self._share_room()
        begun, at = self._begun_at, self.focusWidget()
        if begun and self.isVisible():
            is_gone = at is self._last_year.button and not begun.isVisibleTo(self)
            if at is begun or is_gone:
                self.begin_on_top()

    @property
    def _has_offer(self) -> bool:
        return self._made("_known") and self._known.has_offer

    def _share_room(self) -> None:
        """Let what only explains give way to the list and to what is on top, where the screen has no room for all.

        Then the explanation of what is to be done next stands below all choices, the others are said on hover.
        """
        has_list = self._nothing.isHidden()
        is_close = is_on_low_screen(self) if self._top_keys else has_list and is_on_very_low_screen(self)
        self._head.setVisible(not (has_list or is_close))
        choices = [self._last_year, self._new, *([self._known.going_on] if self._made("_known") else ())]
        for choice in choices:
            choice.be_short(is_close)
        if is_close:
            following = self._known.going_on if self._has_offer else self._last_year
            self._said_of_next.setText(following.explanation.replace("\n", "　"))
        if self._made("_said_of_next"):
            self._said_of_next.setVisible(is_close)

    def _order_keys(self) -> None:
        """Let the tabulator key go from top to bottom, whatever was made last."""
        choices: list[QWidget] = [self._last_year.button, self._new.button]
        end: list[QWidget] = [self._help, self._sample]
        if self._made("_known"):
            choices = [self._known.going_on.button, *choices, self._known.cards]
            end.append(self._known.take_off)
        asked = self._question.keys if self._made("_question") else ()
        first, *rest = (*asked, *self._top_keys, *choices, *end)
        for widget in reversed(rest):  # behind the first each: Qt moves nothing that seems to follow already
            QWidget.setTabOrder(first, widget)

    def _answered(self, name: str) -> None:
        if name:
            self.office_named.emit(name)
        self.begin_on_top()
