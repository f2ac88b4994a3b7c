"""The versions before of the open report, each beside what the report says now."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core import take_back, totals
from core.checks.model import Place
from core.compare import Difference, compare
from core.edits import Edit
from core.errors import InputError
from core.report import Report
from core.store import history
from core.store.history import Version
from gui.dialogs.versions import size
from gui.dialogs.versions.beside import BesideView
from gui.dialogs.versions.columns import Head
from gui.dialogs.versions.parts import Part, edit_for, parts_of, place_of
from gui.dialogs.versions.place_bar import PlaceBar
from gui.session import Session
from gui.theme import Theme
from gui.widgets.named_button import named_button

_NONE = "还没有旧版本。每次保存、每次导出，这里都会留一版。"
_SAME = "这一版和现在一样。"
_SAME_WORDS = "文字和数都和现在一样，只是核对到哪里不同。"
_LOST = "有 {} 个旧版本已损坏，不能看了；报告本身是完整的。"
_TAKEN = "已取回{}。关上这个窗口以后，按 Ctrl+Z 可以撤销。"
_MOST_NAMED = 3
_VERSION = Qt.ItemDataRole.UserRole
_PART = Qt.ItemDataRole.UserRole + 1


class VersionDialog(QDialog):
    """Lists the versions, compares one with now, and takes back a part or all of it as one step of undo.

    `taken` is where the part stands that was taken back last, None where none was.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("versionHistory")
        self.setWindowTitle("旧版本")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.taken: Place | None = None
        self._session = session
        self._minutes: Counter[str] = Counter()
        self._known: dict[Version, Report | InputError] = {}
        self._left = QWidget()
        self._versions = _list("versionList", "旧版本，新的在前")
        self._parts = _list("differenceList", "与现在不同的地方")
        self._view = BesideView(session.template, theme)
        self._note = QLabel()
        self._note.setObjectName("versionNote")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._take_part = _button("取回这一部分(&T)", "takeBackPart")
        self._take_all = _button("全部回到这一版(&A)", "takeBackAll")
        self._close = _button("关闭(&C)", "closeVersions")
        self._arrange()
        self._versions.currentRowChanged.connect(self._show_version)
        self._parts.currentRowChanged.connect(self._show_part)
        self._parts.itemClicked.connect(lambda _: self._view.show_place(0))
        self._take_part.clicked.connect(self._take_back_part)
        self._take_all.clicked.connect(self._take_back_all)
        self._close.clicked.connect(self.accept)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_next)
        self._list_versions()

    def _arrange(self) -> None:
        left = self._left
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for words, box, share in (
            ("版本，新的在前(&V)：", self._versions, 3),
            ("与现在不同的地方(&D)：", self._parts, 2),
        ):
            label = QLabel(words)
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box, share)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(PlaceBar(self._view))
        both.setStretchFactor(1, 1)
        self._both = both
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(both, 1)
        layout.addWidget(self._note)
        layout.addLayout(buttons)
        buttons.addWidget(self._take_part)
        buttons.addWidget(self._take_all)
        buttons.addStretch(1)
        buttons.addWidget(self._close)

    def _share(self) -> None:
        """Give the comparison the most."""
        self._both.setSizes([self.width() * 3 // 10, self.width() * 7 // 10])

    def _list_versions(self) -> None:
        versions = history.versions(self._session.file)
        size.begin(self, len(versions))
        self._share()
        self._left.setVisible(bool(versions))
        ends = set(history.last_of_days(versions))
        self._count_minutes(versions)
        for version in versions:
            item = QListWidgetItem(f"{self._words_for(version)}　{_why(version, ends)}")
            item.setData(_VERSION, version)
            self._versions.addItem(item)
        lost = self._session.file.lost
        self._note.setText(_LOST.format(lost) if lost else "")
        self._note.setVisible(bool(lost))
        self._unread = list(range(len(versions)))
        if versions:
            self._versions.setCurrentRow(0)
            self._timer.start(0)
        else:
            self._view.show_words(_NONE)
            self._allow(None, None)

    def _tell_next(self) -> None:
        """Say of one more version what it changed; all at once would hold up the window."""
        if not self._unread:
            self._timer.stop()
            return
        row = self._unread.pop(0)
        item = self._versions.item(row)
        item.setText(f"{item.text()}\n{self._changes(row)}")

    def _changes(self, row: int) -> str:
        """Return in words what a version changed since the one before it."""
        report = self._report(row)
        if isinstance(report, InputError):
            return "已损坏，打不开"
        before = self._report(row + 1) if row + 1 < self._versions.count() else None
        if not isinstance(before, Report):
            return "最早的版本" if before is None else ""
        names = [part.name for part in self._parts_of(compare(self._session.template, before, report))]
        if not names:
            return "只核对了内容"
        more = f" 等 {len(names)} 处" if len(names) > _MOST_NAMED else ""
        return "改了：" + "、".join(names[:_MOST_NAMED]) + more

    def _parts_of(self, difference: Difference) -> list[Part]:
        return parts_of(self._session.template, self._session.report, difference)

    def _report(self, row: int) -> Report | InputError:
        """Return the report of that version, read at its first use, or why it cannot be read."""
        version = self._versions.item(row).data(_VERSION)
        if version not in self._known:
            try:
                report = history.read(self._session.file, version)
                totals.settle(self._session.template, report)
                self._known[version] = report
            except InputError as error:
                self._known[version] = error
        return self._known[version]

    def _show_version(self, row: int) -> None:
        """List where the version differs from now, in words as they would come back."""
        self._parts.clear()
        report = self._report(row)
        if isinstance(report, InputError):
            self._view.show_words(str(report))
            self._allow(None, None)
            return
        if report.template != self._session.report.template:
            self._view.show_words("这一版用的是另一种格式，不能并排对照，也不能取回。")
            self._allow(None, None)
            return
        now = self._session.report
        difference = compare(self._session.template, take_back.told_now(now, report), now)
        for part in self._parts_of(difference):
            item = QListWidgetItem(f"{part.name}　{part.count} 处")
            item.setData(_PART, part)
            self._parts.addItem(item)
        self._allow(report, None, differs=not difference.is_empty)
        if self._parts.count():
            if size.make_room(self):
                self._share()
            self._parts.setCurrentRow(0)
        else:
            self._view.show_words(_SAME if difference.is_empty else _SAME_WORDS)

    def _allow(self, report: Report | None, part: Part | None, *, differs: bool = True) -> None:
        """Offer what can be taken back."""
        self._take_all.setEnabled(report is not None and differs)
        self._take_part.setEnabled(report is not None and self._edit(report, part) is not None)

    def _edit(self, report: Report, part: Part | None) -> Edit | None:
        if part is None:
            return None
        session = self._session
        label = f"取回“{part.name}”（{self._when()} 的版本）"
        return edit_for(session.template, session.report, report, part, label)

    def _when(self) -> str:
        return self._words_for(self._versions.currentItem().data(_VERSION))

    def _head(self) -> Head:
        """Return the heading over what the version said; a year of its own stands in its first line, which has room."""
        year, _, day = self._when().rpartition("年")
        return Head(f"那时（{year}年）" if year else "那时", day)

    def _count_minutes(self, versions: list[Version]) -> None:
        self._minutes = Counter(when(one.time) for one in versions)

    def _words_for(self, version: Version) -> str:
        """Return when a version was kept, to the second where another is of the same minute."""
        minute = when(version.time)
        return f"{minute}:{version.time:%S}" if self._minutes[minute] > 1 else minute

    def _show_part(self, row: int) -> None:
        report = self._report(self._versions.currentRow())
        if row < 0 or isinstance(report, InputError):
            return
        part = self._parts.item(row).data(_PART)
        self._view.show_part(part, self._head())
        self._allow(report, part)

    def _take_back_part(self) -> None:
        report = self._report(self._versions.currentRow())
        part = self._parts.currentItem().data(_PART)
        edit = None if isinstance(report, InputError) else self._edit(report, part)
        if edit is not None:
            self._take(edit, f"“{part.name}”")
            self.taken = place_of(part)

    def _take_back_all(self) -> None:
        report = self._report(self._versions.currentRow())
        if isinstance(report, InputError):
            return
        session = self._session
        label = f"全部回到 {self._when()} 的版本"
        edit = take_back.whole_edit(session.template, session.report, report, label)
        self._take(edit, f"{self._when()} 的整个版本")

    def _take(self, edit: Edit, name: str) -> None:
        self._session.end_stroke()
        self._session.edit(edit)
        self._versions.setFocus()  # the button may have nothing to take back any more, and the focus goes with it
        self._note.setText(_TAKEN.format(name))
        self._note.show()
        self._show_version(self._versions.currentRow())


def when(time: datetime) -> str:
    """Return a time as people say it; the year only where it is not this one."""
    year = "" if time.year == datetime.now().year else f"{time.year}年"
    return f"{year}{time.month}月{time.day}日 {time:%H:%M}"


def _why(version: Version, ends: set[Version]) -> str:
    words = "导出" if version.why == "export" else "保存"
    return f"{words}（当天最后）" if version in ends else words


def _list(name: str, words: str) -> QListWidget:
    box = QListWidget()
    box.setObjectName(name)
    box.setAccessibleName(words)
    box.setWordWrap(True)
    box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return box


def _button(words: str, name: str) -> QPushButton:
    button = named_button(words, name)
    button.setAutoDefault(False)
    return button
