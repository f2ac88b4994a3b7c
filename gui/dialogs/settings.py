"""The clerk's choices: how the window looks, when the report is due, for which units it is used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.settings import Settings
from gui import theme as themes
from gui.theme import Theme
from gui.widgets.late_keys import LateKeys
from gui.widgets.still_boxes import ChoiceBox, NumberBox

_SCALES = tuple((f"{percent}%", percent) for percent in range(100, 201, 25))
_PAGE_SCALES = (("标准", 100), ("大", 125), ("特大", 150))
_MOST_CHARACTERS = 20_000
_STEP = 100
_OFFICE_LINES, _OFFICE_LETTERS = 3, 22
_AROUND_LINES = 16
PAUSE_MS = 120  # longer than between two strokes of an arrow key held down


class SettingsDialog(QDialog):
    """Every choice counts at once; there is nothing to take over and nothing to cancel.

    Of looks chosen in quick succession the window shows the last one alone: to dress it takes its time.

    Signals:
        look_changed(): the options name another look of the window.
        limits_changed(): the options name another date or another number of characters.
        office_changed(): the options propose another unit for new reports.
    """

    look_changed = Signal()
    limits_changed = Signal()
    office_changed = Signal()

    def __init__(self, options: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle("设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options = options
        self._shown = (themes.chosen(options).id, options.scale, options.page_scale)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        looks = [(Theme.load(one).name, one) for one in themes.names()]
        self._theme = _choice("settingsTheme", "颜色", looks, themes.chosen(options).id)
        self._scale = _choice("settingsScale", "界面大小", _SCALES, options.scale)
        self._page = _choice("settingsPage", "正文字号", _PAGE_SCALES, options.page_scale)
        self._month = _number("settingsDueMonth", "报送截止月份", options.due_month, " 月", 1, 12)
        self._day = _number("settingsDueDay", "报送截止日", options.due_day, " 日", 1, 31)
        self._limit = _number(
            "settingsLimit", "第一部分的字数上限", options.section_limit, " 字", 0, _MOST_CHARACTERS
        )
        self._limit.setSingleStep(_STEP)
        self._limit.setSpecialValueText("不限")
        self._offices = QPlainTextEdit("\n".join(options.offices))
        self._offices.setObjectName("settingsOffices")
        self._offices.setAccessibleName("用本机填报的单位，每行一个")
        self._offices.setPlaceholderText("只有一个单位可以不填")
        self._offices.setTabChangesFocus(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._fit_offices()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        form, foot = QFormLayout(), QHBoxLayout()
        layout.addLayout(form)
        layout.addLayout(foot)
        form.setVerticalSpacing(12)
        form.addRow("颜色(&T)：", self._theme)
        form.addRow("界面大小(&Z)：", self._scale)
        form.addRow("正文字号(&P)：", self._page)
        due_label = QLabel("报送截止(&D)：")
        due_label.setBuddy(self._month)
        due = QHBoxLayout()
        form.addRow(due_label, due)
        due.setSpacing(8)
        for widget in (QLabel("报告年度的下一年"), self._month, self._day):
            due.addWidget(widget)
        due.addStretch(1)
        form.addRow("第一部分字数上限(&L)：", self._limit)
        form.addRow("填报单位(&U)：\n（每行写一个全称）", self._offices)
        close = QPushButton("关闭(&C)")
        close.setObjectName("closeSettings")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        said = QLabel("改了就生效，报告里写的、填的都不会动。")
        said.setProperty("quiet", True)
        foot.addWidget(said, 1)
        foot.addWidget(close)

    def _connect(self) -> None:
        for choice in (self._theme, self._scale, self._page):
            choice.currentIndexChanged.connect(self._take_look)
        self._pause.timeout.connect(self._show_chosen)
        for number in (self._month, self._day, self._limit):
            number.valueChanged.connect(self._take_numbers)
        self._offices.textChanged.connect(self._take_offices)

    def done(self, result: int) -> None:
        """Show a look that waits, once the keys are back in the window, and take no more.

        Keys struck after Esc while the window is being dressed still come here; they are handed on.
        """
        is_waiting = self._pause.isActive()
        self._pause.stop()
        for part in self.findChildren(QWidget):
            part.blockSignals(True)
        LateKeys(self)
        super().done(result)
        if is_waiting:
            self._show_look()

    def _take_look(self) -> None:
        """Note what was chosen; it is shown after a pause in choosing."""
        options = self._options
        options.theme = self._theme.currentData()
        options.scale = self._scale.currentData()
        options.page_scale = self._page.currentData()
        self._pause.start()

    def _show_chosen(self) -> None:
        if QApplication.activePopupWidget():  # the next choice is being made in an open list
            self._pause.start()
        elif self._show_look():
            self._fit_offices()
            self.adjustSize()

    def _show_look(self) -> bool:
        """Have the window dressed as the options say; False where it stands so already."""
        options = self._options
        look = (options.theme, options.scale, options.page_scale)
        if look == self._shown:
            return False
        self._shown = look
        self.look_changed.emit()
        return True

    def _fit_offices(self) -> None:
        """Give the units room for a few lines of their names, in the size of writing of now."""
        metrics = self._offices.fontMetrics()
        self._offices.setFixedHeight(metrics.lineSpacing() * _OFFICE_LINES + _AROUND_LINES)
        self._offices.setMinimumWidth(metrics.horizontalAdvance("国" * _OFFICE_LETTERS))

    def _take_numbers(self) -> None:
        options = self._options
        options.due_month, options.due_day = self._month.value(), self._day.value()
        options.section_limit = self._limit.value()
        self.limits_changed.emit()

    def _take_offices(self) -> None:
        lines = (line.strip() for line in self._offices.toPlainText().splitlines())
        options, before = self._options, self._options.office
        offices = list(dict.fromkeys(line for line in lines if line))
        if not before or (before in options.offices and before not in offices):
            options.office = _in_place_of(before, options.offices, offices)  # it was corrected or struck out
        options.offices = offices
        if options.office != before:
            self.office_changed.emit()


def _in_place_of(office: str, before: list[str], now: list[str]) -> str:
    """Return the unit in the line where that one stood, the first where lines came or went, "" where there is none."""
    if len(before) == len(now) and office in before:
        return now[before.index(office)]
    return now[0] if now else ""


def _choice(name: str, words: str, entries: Sequence[tuple[str, str | int]], chosen: str | int) -> QComboBox:
    box = ChoiceBox()
    box.setObjectName(name)
    box.setAccessibleName(words)
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _number(name: str, words: str, value: int, unit: str, least: int, most: int) -> QSpinBox:
    box = NumberBox()
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setRange(least, most)
    box.setSuffix(unit)
    box.setValue(value)
    return box
