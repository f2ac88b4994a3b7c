"""What was read from a file, to be looked over before anything is made of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.report import PREFACE, SIGNATURE, Note, Report
from core.template import Template


class ImportedDialog(QDialog):
    """Shows office, year, sections, figures and notes of what was read, and asks what is to be made of it.

    Signals:
        forward_wanted(): the next year's draft.
        open_wanted(): this report itself.
    """

    forward_wanted = Signal()
    open_wanted = Signal()

    def __init__(
        self, name: str, template: Template, report: Report, parent: QWidget, *, forward_first: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importedDialog")
        self.setWindowTitle("读到的内容")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(_facts(name, template, report))
        if report.notes:
            layout.addWidget(_plain(f"有 {len(report.notes)} 处没有把握，请对照原文核对："))
            layout.addWidget(_notes(report.notes))
        else:
            layout.addWidget(_plain("全部内容都读到了，没有拿不准的地方。"))
        layout.addWidget(self._choices(report.year, forward_first=forward_first))

    def _choices(self, year: int, *, forward_first: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        forward = QPushButton(f"生成 {year + 1} 年报告(&G)")
        forward.setObjectName("forwardButton")
        forward.setProperty("primary", forward_first)
        buttons.addButton(forward, QDialogButtonBox.ButtonRole.AcceptRole)
        only = QPushButton(f"只打开这份 {year} 年报告(&O)")
        only.setObjectName("openOnlyButton")
        only.setProperty("primary", not forward_first)
        buttons.addButton(only, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        first = forward if forward_first else only
        first.setDefault(True)
        first.setFocus()
        forward.clicked.connect(self.accept)
        forward.clicked.connect(self.forward_wanted)
        only.clicked.connect(self.accept)
        only.clicked.connect(self.open_wanted)
        buttons.rejected.connect(self.reject)
        return buttons


def _facts(name: str, template: Template, report: Report) -> QFormLayout:
    sections = sum(section.id not in (PREFACE, SIGNATURE) for section in report.sections)
    paragraphs = sum(1 for _ in report.paragraphs())
    facts = {
        "文件：": name,
        "单位：": report.unit.name or "没有读到，打开后请补上",
        "年度：": f"{report.year} 年",
        "格式：": template.name,
        "文字：": f"{sections} 个部分，{paragraphs} 段",
        "表格：": f"{len(report.values)} 个数" if report.values else "没有读到表格里的数",
    }
    form = QFormLayout()
    form.setVerticalSpacing(8)
    for words, fact in facts.items():
        form.addRow(words, _plain(fact))
    return form


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _notes(notes: list[Note]) -> QListWidget:
    shown = QListWidget()
    shown.setObjectName("importNotes")
    shown.setAccessibleName("请核对的地方")
    shown.setWordWrap(True)
    shown.setSelectionMode(QListWidget.SelectionMode.NoSelection)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for note in notes:
        line = f"第 {note.line} 行：" if note.line else ""
        source = f"\n“{note.source}”" if note.source else ""
        shown.addItem(f"{line}{note.message}{source}")
    return shown
