"""The first page: open last year's report, begin a blank one, or go on with one worked on lately."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.recent import RecentReport
from gui.theme import Theme

_WIDEST = 860
_SCALE = 1.4
_PATH = Qt.ItemDataRole.UserRole
KINDS = ("Word", "WPS", "PDF", "Excel", "网页", "纯文本")
_NO_RECENT = "做过的报告会列在这里。打开去年的报告，就能得到今年的草稿。"


class HomePage(QWidget):
    """What is shown while no report is open.

    Signals:
        last_year_wanted(), new_wanted(), sample_wanted(), help_wanted(): a choice was made.
        report_chosen(Path): a report of the list was chosen.
    """

    last_year_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    help_wanted = Signal()
    report_chosen = Signal(object)

    def __init__(self, theme: Theme, *, has_sample: bool) -> None:
        super().__init__()
        self.setObjectName("homePage")
        self._theme = theme
        last_year = _Choice(
            "homeLastYear",
            "打开去年的报告(&L)",
            f"{'、'.join(KINDS)}都能打开，\n也可以拖进窗口，或按 Ctrl+V 粘贴",
            primary=True,
        )
        new = _Choice(
            "homeNew", "新建空白报告(&B)", "没有去年的电子文件时，\n按官方格式从头填写", primary=False
        )
        self._list = QListWidget()
        self._list.setObjectName("recentList")
        self._list.setAccessibleName("做过的报告")
        self._list.setSpacing(4)
        self._nothing = QLabel(_NO_RECENT)
        self._nothing.setProperty("quiet", True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        sample = QPushButton("用示例报告试一试(&T)")
        sample.setObjectName("homeSample")
        sample.setVisible(has_sample)
        guide = QPushButton("使用说明(&G)")
        guide.setObjectName("homeHelp")
        self._arrange((last_year, new), (guide, sample))
        last_year.button.clicked.connect(self.last_year_wanted)
        new.button.clicked.connect(self.new_wanted)
        sample.clicked.connect(self.sample_wanted)
        guide.clicked.connect(self.help_wanted)
        self._list.itemActivated.connect(self._choose)

    def _arrange(self, choices: "tuple[_Choice, ...]", links: tuple[QPushButton, ...]) -> None:
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setSpacing(16)
        head = QLabel("年报通")
        head.setFont(_larger(head.font()))
        column.addWidget(head)
        row = QHBoxLayout()
        row.setSpacing(16)
        for choice in choices:
            row.addWidget(choice, 1)
        column.addLayout(row)
        recent = QLabel("做过的报告（双击或按回车打开）(&R)")
        recent.setBuddy(self._list)
        column.addWidget(recent)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._list, 1)
        end = QHBoxLayout()
        for link in links:
            end.addWidget(link)
        end.addStretch(1)
        column.addLayout(end)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)

    def show_recent(self, reports: list[RecentReport]) -> None:
        """List the reports worked on lately, those whose file is there."""
        self._list.clear()
        present = [one for one in reports if one.exists]
        for one in present:
            path = Path(one.path)
            item = QListWidgetItem(
                f"{one.office}　{one.year}年报告\n{one.verdict}　·　{path.name}　·　{path.parent}"
            )
            item.setData(_PATH, one.path)
            self._list.addItem(item)
        if present:
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(present))
        self._nothing.setVisible(not present)

    def _choose(self, item: QListWidgetItem) -> None:
        self.report_chosen.emit(Path(item.data(_PATH)))


class _Choice(QWidget):
    """A large button with a line of explanation under it."""

    def __init__(self, name: str, words: str, explanation: str, *, primary: bool) -> None:
        super().__init__()
        self.button = QPushButton(words)
        self.button.setObjectName(name)
        self.button.setProperty("primary", primary)
        self.button.setFont(_larger(self.button.font()))
        self.button.setMinimumHeight(72)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        below = QLabel(explanation)
        below.setProperty("quiet", True)
        below.setWordWrap(True)
        below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(below)


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * _SCALE)
    return larger
