"""The steps from last year's file to this year's, each a button; the one to take now stands out."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from gui.widgets.style_properties import set_style_properties

if TYPE_CHECKING:
    from gui.progress import Progress

_REVIEW = "reviewLast"
_NUMBERS = "①②③④⑤⑥"
_WORDS = {
    "openLastYear": "打开去年",
    _REVIEW: "核对读到的",
    "nextToLookAt": "逐处核对",
    "nextBlank": "填写数据",
    "nextFinding": "检查",
    "exportReport": "导出报送",
}
_FEW = {
    "openLastYear": "打开",
    _REVIEW: "读到的",
    "nextToLookAt": "核对",
    "nextBlank": "填写",
    "nextFinding": "检查",
    "exportReport": "导出",
}
_NEXT_DRAFT = "，生成今年"
_ORDER = list(_WORDS)
_NONE: frozenset[str] = frozenset()


class _Way(NamedTuple):
    """How the bar is shown: which steps say less, and which only their number."""

    few: frozenset[str] = _NONE
    bare: frozenset[str] = _NONE


class Steps(QWidget):
    """The bar of steps. Where there is little room, the others say less, and then only their number.

    Signals:
        step_chosen(str): the name of the command of a step.
    """

    step_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._current = "openLastYear"
        self._counts: dict[str, str] = {}
        self._few_counts: dict[str, str] = {}  # where there is little room
        self._meant: dict[str, str] = {}  # what more there is to say of a count
        self._buttons: dict[str, QPushButton] = {}
        self._widths: dict[_Way, int] = {}
        layout = QHBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is short is chosen here
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        for command in _ORDER:
            if self._buttons:
                between = QLabel("─")
                between.setProperty("quiet", True)
                between.setMinimumWidth(1)  # gives way first where the window is narrow
                layout.addWidget(between)
            self._buttons[command] = self._button(command)
            layout.addWidget(self._buttons[command])
        layout.addStretch(1)
        self._show()

    def _button(self, command: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"step_{command}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space in the work must never take a step
        button.clicked.connect(lambda: self.step_chosen.emit(command))
        return button

    def show_progress(self, progress: "Progress") -> None:
        """Show how far the work on the open report is."""
        before = self._current, self._counts, self._meant
        left = progress.to_mend or progress.unwritten
        what = "必须改" if progress.to_mend else "没写完"
        self._current = progress.step
        self._counts = {
            "nextToLookAt": f" {progress.looked_at}/{progress.carried}" if progress.carried else "",
            "nextBlank": f" 还差 {progress.blank}" if progress.blank else "",
            "nextFinding": f" {left} 处{what}" if left else "",
        }
        self._few_counts = {"nextFinding": f" {left} 处" if left else ""}
        named = "" if progress.to_mend else progress.unwritten_words
        self._meant = {"nextFinding": named and f"：{named}"}
        if before != (self._current, self._counts, self._meant) or before[0] == _REVIEW:
            self._show(can_go=True)

    def show_review(self) -> None:
        """Show that what was read from last year's file is being looked over, out of which the draft is made."""
        self._current, self._counts = _REVIEW, {_REVIEW: _NEXT_DRAFT}
        self._few_counts, self._meant = {}, {}
        self._show(can_go=False)

    def _show(self, *, can_go: bool = True) -> None:
        self._widths.clear()
        for command, button in self._buttons.items():
            is_current = command == self._current
            button.setEnabled(can_go or is_current)
            set_style_properties(button, primary=is_current)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room there is."""
        super().showEvent(event)
        self._widths.clear()  # the look comes with the first showing
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where the writing has another size."""
        super().changeEvent(event)
        self._widths.clear()

    def sizeHint(self) -> QSize:
        """Ask for the room of all words."""
        return QSize(self._width(_Way()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room: the words of the step at hand, the numbers of the others."""
        return QSize(self._width(_ways(self._current)[-1]), super().sizeHint().height())

    def _fit(self) -> None:
        """Give each button the words for which there is room; the whole is always said aloud and on hover."""
        ways = _ways(self._current) if self.isVisible() else (_Way(),)
        way = next((one for one in ways if self._width(one) <= self.width()), ways[-1])
        for command, button in self._buttons.items():
            words = self._words(command, way)
            if button.text() != words:
                button.setText(words)
            whole = self._words(command, _Way())
            done = "（已完成）" if _ORDER.index(command) < _ORDER.index(self._current) else ""
            meant = self._meant.get(command, "")
            button.setAccessibleName(whole + meant + done)
            button.setToolTip(whole + meant + done if words != whole or meant else "")

    def _words(self, command: str, way: _Way) -> str:
        number = _NUMBERS[_ORDER.index(command)]
        is_short = command in way.few
        words = (_FEW if is_short else _WORDS)[command]
        counts = self._counts | self._few_counts if is_short else self._counts
        return f"{number}{'' if command in way.bare else f' {words}'}{counts.get(command, '')}"

    def _width(self, way: _Way) -> int:
        """Return how wide the bar is when it is shown in that way; asked for again and again at each new layout."""
        if way not in self._widths:
            button = self._buttons[self._current]
            around = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text())
            words = sum(button.fontMetrics().horizontalAdvance(self._words(one, way)) for one in _ORDER)
            margins = self.contentsMargins().left() + self.contentsMargins().right() + 16
            self._widths[way] = words + len(_ORDER) * around + (len(_ORDER) - 1) * 9 + margins
        return self._widths[way]


@cache
def _ways(current: str) -> tuple[_Way, ...]:
    """Return the ways to show the bar at a step, for ever less room.

    What is done gives way first, to the bare number all of it.
    """
    at = _ORDER.index(current)
    others = frozenset(_ORDER) - {current}
    done = [frozenset(_ORDER[: number + 1]) for number in range(at)]
    last = frozenset(_ORDER[:at]) | {"exportReport"} - {current}
    ways = [_Way(), *(_Way(one) for one in done), _Way(others), _Way(frozenset(_ORDER))]
    return (*ways, *(_Way(others, one) for one in (*done[-1:], last, others)))
