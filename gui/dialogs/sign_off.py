"""How far the report is on its way out of the house: draft, in review, signed, handed in; the clerk says which."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core import approval, checks, dates
from core.layout import sign_off
from core.signing import day_typed, why_no_date, written
from core.stages import ACTS, DRAFT, HANDED_IN, IN_REVIEW, NAMES, SIGNED, STAGES, is_before
from gui.progress import verdict_words
from gui.session import Session
from gui.widgets.named_button import named_button
from gui.widgets.plain_label import plain_label

_MEANS = {
    DRAFT: "还在填写、核对，随便怎么改。",
    IN_REVIEW: "打印好或导出来，交给领导审核。领导要改的，照样改。",
    SIGNED: "领导签字同意了，接着报送、公开。再改就要重新签发。",
    HANDED_IN: "已经报给上级了。首页不再提醒还有几天。",
}
_DATED = (SIGNED, HANDED_IN)
_WIDTH, _NOTE_LINES, _DAY_LETTERS = 36, 3, 13  # in letters and lines of the writing
_INDENT = 1.6
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_NO_DAY = "日期没看懂，请写成 2025-1-12 这样。"
_OTHER_DAY = "落款日期是{}，一般和签发是同一天，请看看哪个对。"
_LEFT = "检查说：{}。没改完也可以先标。"
_CHANGED = "{0}后又改过，现在的内容和{0}时不一样：撤销那些修改，或者选“{1}”，按现在的内容重新标。"


class SignOffDialog(QDialog):
    """Shows the stage of a report and lets the clerk choose another; what is left to mend is told and forbids nothing.

    Signals:
        marked(str): the stage was changed; what was done, one sentence.
    """

    marked = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("signOffDialog")
        self.setWindowTitle("送审、签发、报送")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._today = datetime.date.today()
        self._now = approval.stage_of(session.report)
        self._changed = approval.changed_since(session.report)
        self._after = approval.changed_after(session.report)
        self._choices = QButtonGroup(self)
        self._radios = {stage: self._radio(number, stage) for number, stage in enumerate(STAGES, 1)}
        self._day_words = QLabel()
        self._day = QLineEdit()
        self._day.setObjectName("signOffOn")
        self._day.setToolTip("写成 2025-1-12 也行")
        self._day_words.setBuddy(self._day)
        self._note = plain_label("signOffNote")
        self._mark = named_button("", "signOffMark")
        self._mark.setProperty("primary", True)
        self._mark.setDefault(True)
        self._close = named_button("关闭", "signOffClose")
        self._arrange()
        self._radios[self._now].setChecked(True)
        self._radios[self._now].setFocus()
        self._choose()
        self._choices.buttonToggled.connect(self._chosen)  # by mouse, letter or arrow
        self._day.textChanged.connect(self._look)
        self._mark.clicked.connect(self._finish)
        self._close.clicked.connect(self.reject)

    def _radio(self, number: int, stage: str) -> QRadioButton:
        day = approval.day_of(self._session.report, stage)
        taken = f"　{written(day)} {ACTS[stage]}" if day else ""
        here = "　（现在）" if stage == self._now else ""
        radio = QRadioButton(f"{NAMES[stage]}(&{number}){taken}{here}")
        radio.setObjectName(f"signOff_{stage}")
        radio.setAccessibleName(f"{NAMES[stage]}{taken}{here}")
        radio.setAccessibleDescription(_MEANS[stage])
        self._choices.addButton(radio)
        return radio

    def _arrange(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("国")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(2)
        for stage, radio in self._radios.items():
            means = plain_label(f"signOffMeans_{stage}")
            means.setText(_MEANS[stage])
            means.setProperty("quiet", True)
            means.setContentsMargins(int(_INDENT * letter), 0, 0, 4)
            means.setMinimumWidth(_WIDTH * letter)
            layout.addWidget(radio)
            layout.addWidget(means)
        self._day.setFixedWidth(_DAY_LETTERS * letter)
        kept = self._day.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # what stands below stays in its place
        self._day.setSizePolicy(kept)
        self._note.setProperty("signal", "warning")
        dated, buttons = QHBoxLayout(), QHBoxLayout()
        layout.addLayout(dated)
        layout.addSpacing(8)
        layout.addWidget(self._note)
        layout.addLayout(buttons)
        dated.addWidget(self._day_words)
        dated.addWidget(self._day)
        dated.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self._mark)
        buttons.addWidget(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the number that stands beside a choice; in the line for the day it is a figure."""
        stage = dict(zip("1234", STAGES, strict=True)).get(event.text())
        if stage is None or event.modifiers() not in _BARE:
            super().keyPressEvent(event)
            return
        self._radios[stage].setChecked(True)
        self._radios[stage].setFocus()

    @property
    def _stage(self) -> str:
        """The stage chosen."""
        return next(stage for stage, radio in self._radios.items() if radio.isChecked())

    def _known_day(self, stage: str) -> datetime.date | None:
        """Return the day on which the step was taken with what the report says now."""
        return None if stage in self._changed else approval.day_of(self._session.report, stage)

    @property
    def _chosen_day(self) -> datetime.date | None:
        """The day typed, None where it is none; for a step without a question the one known, or today."""
        if self._stage in _DATED:
            return day_typed(self._day.text())
        return self._known_day(self._stage) or self._today

    def _chosen(self, _button: QAbstractButton, on: bool) -> None:
        """Look once at a new choice: the button left tells as well."""
        if on:
            self._choose()

    def _choose(self) -> None:
        """Ask for the day of the stage chosen, where it has one."""
        stage = self._stage
        has_day = stage in _DATED
        for widget in (self._day_words, self._day):
            widget.setVisible(has_day)
        if has_day:
            self._day_words.setText(f"{ACTS[stage]}日期(&D)：")
            self._day.setAccessibleName(f"{ACTS[stage]}日期")
            self._day.setText(written(self._known_day(stage) or self._today))
        self._look()

    def _look(self) -> None:
        """Say what is to be known of the choice, and what the button would do."""
        words = "\n".join(filter(None, self._told()))
        self._note.setText(words)
        self._note.setMinimumHeight(self._note_height())
        self._mark.setText(self._action())
        self._mark.setAccessibleDescription(words)
        self._mark.setEnabled(self._chosen_day is not None and not self._is_as_it_is())

    def _note_height(self) -> int:
        """Return the room for what is told: nothing is cut, and seldom anything moves."""
        measure = self.fontMetrics()
        needed = self._note.heightForWidth(_WIDTH * measure.horizontalAdvance("国"))
        return max(needed, _NOTE_LINES * measure.lineSpacing())

    def _is_as_it_is(self) -> bool:
        """Return whether the choice is what holds already."""
        stage = self._stage
        known = stage == self._now and stage not in self._changed
        return known and (stage not in _DATED or self._chosen_day == self._known_day(stage))

    def _told(self) -> list[str]:
        """Return what is to be known of the choice, the nearest first."""
        stage, day, told = self._stage, self._chosen_day, []
        if day is None:
            told.append(why_no_date(self._day.text()) or _NO_DAY)
        elif stage in _DATED:
            told.append(
                approval.doubt(self._session.report, stage, day, self._today) or self._other_day(stage, day)
            )
        if self._after:
            told.append(_CHANGED.format(ACTS[self._after], NAMES[self._after]))
        waiting = self._session.report.waiting()
        if stage != DRAFT and not checks.is_ready(self._session.findings, waiting):
            told.append(_LEFT.format(verdict_words(self._session)))
        return told

    def _other_day(self, stage: str, day: datetime.date) -> str:
        """Return that the report is dated otherwise than it is signed, "" where it is not, or bears no day."""
        below = dates.read(sign_off(self._session.report)["date"]) if stage == SIGNED else None
        dated = below.whole() if below else None
        return _OTHER_DAY.format(written(dated)) if dated and dated != day else ""

    def _action(self) -> str:
        stage, name = self._stage, NAMES[self._stage]
        if self._is_as_it_is():
            return f"现在就是{name}"
        if stage in self._changed:
            return f"按现在的内容重新标为{name}(&S)"
        if stage == self._now:
            return "改日期(&S)"
        return f"改回{name}(&S)" if is_before(stage, self._now) else f"标为{name}(&S)"

    def _finish(self) -> None:
        day = self._chosen_day
        if day is None:
            return
        edit = approval.marking(self._session.report, self._stage, day)
        self.accept()
        self._session.end_stroke()
        self._session.edit(edit)
        self.marked.emit(f"已{edit.label}。保存以后，首页上也这样写。")
