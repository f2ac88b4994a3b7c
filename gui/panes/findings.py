"""What the checks say, grouped by weight; a click goes to the place, the fix is a button."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.checks.model import Finding, Severity
from core.edits import Decide
from gui.panes import finding_items
from gui.panes.finding_delegate import FindingDelegate, FindingLine
from gui.panes.finding_items import FINDING, verb
from gui.panes.finding_list import FindingList
from gui.session import Session
from gui.theme import Theme
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.wrapping import bound

_GROUPS: tuple[tuple[Severity, str, str, str], ...] = (
    ("error", "✖", "必须改", "error"),
    ("warning", "!", "请核对", "warning"),
    ("info", "·", "提示", "quiet_text"),
)
_KEEP, _TAKE_BACK = "保留并说明原因", "撤回保留"
_NOTHING = "还没有发现问题。填写数据后，这里会随时告诉您哪里对不上。"
_FOLD = Qt.ItemDataRole.UserRole + 2


class FindingsPanel(QWidget):
    """The findings of the open report, and what can be done about the chosen one.

    Signals:
        place_chosen(Place): the clerk wants to see that place.
    """

    place_chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("findingsPanel")
        self._session = session
        self._row_before = 0
        self._was_error = False
        self._kept: dict[str, str] = {}
        self._shows_kept = False
        self._place_number = 0
        self._nothing = QLabel(_NOTHING)
        self._nothing.setObjectName("noFindings")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list = FindingList()
        self._list.setObjectName("findingsList")
        self._list.setAccessibleName("检查结果")
        self._list.setItemDelegate(FindingDelegate(self._list, theme))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._make_remedies()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._remedies)
        self._list.itemClicked.connect(self._chosen_by_hand)
        self._list.itemActivated.connect(self._chosen_by_hand)
        self._list.currentItemChanged.connect(self._offer)
        self._list.itemSelectionChanged.connect(self._offer)
        self.show_findings()

    def _make_remedies(self) -> None:
        self._remedies = QWidget()
        self._basis = QLabel()
        self._basis.setTextFormat(Qt.TextFormat.PlainText)
        self._basis.setWordWrap(True)
        self._basis.setProperty("quiet", True)
        self._fix = ElidingButton()
        self._fix.setObjectName("fixButton")
        self._fix.setProperty("primary", True)
        self._next_place = ElidingButton()
        self._next_place.setObjectName("nextPlaceButton")
        self._keep = ElidingButton(_KEEP)
        self._keep.setObjectName("keepButton")
        self._reason = QLineEdit()
        self._reason.setObjectName("keepReason")
        self._reason.setPlaceholderText("写明原因后按回车，如：已与司法所核对")
        self._reason.setAccessibleName("保留的原因")
        layout = QVBoxLayout(self._remedies)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._basis, self._fix, self._next_place, self._keep, self._reason):
            layout.addWidget(widget)
        self._fix.clicked.connect(self._fix_pressed)
        self._next_place.clicked.connect(self._go_to_next_place)
        self._keep.clicked.connect(self._keep_or_take_back)
        self._reason.returnPressed.connect(self._keep_finding)

    def show_findings(self) -> None:
        """Show the findings as they are now; the chosen one stays chosen while it is there."""
        chosen = self.chosen()
        row = self._list.currentRow()
        findings = self._session.findings
        with QSignalBlocker(self._list):
            self._list.clear()
            for severity, sign, words, role in _GROUPS:
                group = [one for one in findings if one.severity == severity]
                self._add_group(group, sign, words, role)
            kept = self._session.kept()
            self._kept = {one.finding.key: one.reason for one in kept}
            self._add_kept([one.finding for one in kept])
            self._choose_again(chosen, row)
        self._nothing.setVisible(not self._list.count())
        self._list.setVisible(bool(self._list.count()))
        self._offer()

    def _add_group(self, findings: list[Finding], sign: str, words: str, role: str) -> None:
        if not findings:
            return
        self._add_heading(FindingLine(role, f"{sign} {words}（{len(findings)}）"))
        pages: dict[str, list[Finding]] = {}
        for finding in findings:
            pages.setdefault(finding_items.page_words(self._session, finding), []).append(finding)
        for page, own in pages.items():
            self._add_heading(FindingLine("text", f"{page}（{len(own)}）", of_page=True))
            self._add_lines(own, sign, words, role)

    def _add_kept(self, findings: list[Finding]) -> None:
        """Add what was kept under a heading that folds and unfolds it."""
        if not findings:
            return
        sign = "▾" if self._shows_kept else "▸"
        heading = self._add_heading(FindingLine("quiet_text", f"{sign} 已保留（{len(findings)}）"))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        heading.setData(_FOLD, True)
        if self._shows_kept:
            self._add_lines(findings, "○", "已保留", "quiet_text")

    def _add_heading(self, line: FindingLine) -> QListWidgetItem:
        heading = finding_items.heading(line)
        self._list.addItem(heading)
        return heading

    def _add_lines(self, findings: list[Finding], sign: str, words: str, role: str) -> None:
        for finding in findings:
            place = finding_items.place_words(self._session, finding)
            line = FindingLine(role, f"{sign} {place}", finding.message, finding.rule, verb(finding))
            self._list.addItem(finding_items.line(finding, line, f"{words}：{place}：{finding.message}"))

    def _choose_again(self, chosen: Finding | None, row: int) -> None:
        """Choose the same finding, or where it is gone keep the place in the list without choosing another."""
        for item in self._items():
            if chosen and item.data(FINDING).key == chosen.key:
                self._list.setCurrentItem(item)
                return
        if chosen:
            self._row_before, self._was_error = row, chosen.severity == "error"

    def _open_items(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.data(FINDING).key not in self._kept]

    def _items(self) -> list[QListWidgetItem]:
        every = (self._list.item(row) for row in range(self._list.count()))
        return [item for item in every if item.data(FINDING) is not None]

    def chosen(self) -> Finding | None:
        """Return the chosen finding, or None: what has only the focus of the keys is not marked as chosen."""
        item = self._list.currentItem()
        finding = item.data(FINDING) if item and item.isSelected() else None
        return finding if isinstance(finding, Finding) else None

    def step(self, by: int) -> bool:
        """Choose the next finding, or with -1 the one before, and go to its place; False where there is none.

        After the last comes the first again.
        """
        items = self._open_items()
        if not items:
            return False
        rows = [self._list.row(item) for item in items]
        if by > 0 and self._was_error and not self.chosen():
            errors = [
                row for row, item in zip(rows, items, strict=True) if item.data(FINDING).severity == "error"
            ]
            rows = errors or rows  # one of them was mended: the others come before what is to be looked at
        current = self._list.currentRow() if self.chosen() else self._row_before - (by > 0)
        after = (
            [row for row in rows if row > current] if by > 0 else [row for row in rows if row < current][::-1]
        )
        row = after[0] if after else rows[0 if by > 0 else -1]
        self._list.setCurrentRow(row)
        self._go(self._list.item(row))
        return True

    def _chosen_by_hand(self, item: QListWidgetItem) -> None:
        """Go to the place of a finding; unfold or fold what was kept."""
        if item.data(_FOLD):
            self._shows_kept = not self._shows_kept
            self.show_findings()
            rows = range(self._list.count())
            self._list.setCurrentRow(next(row for row in rows if self._list.item(row).data(_FOLD)))
        else:
            self._go(item)

    def _go_to_next_place(self) -> None:
        """Go to the next of the places that the chosen finding names."""
        finding = self.chosen()
        if finding and finding.where:
            self._place_number = (self._place_number + 1) % len(finding.where)
            self._name_place(finding)
            self.place_chosen.emit(finding.where[self._place_number])

    def _name_place(self, finding: Finding) -> None:
        count = len(finding.where)
        self._next_place.show_words(f"它的下一处（{self._place_number + 1}/{count}）")
        self._next_place.setVisible(count > 1)

    def _go(self, item: QListWidgetItem) -> None:
        finding = item.data(FINDING)
        if isinstance(finding, Finding) and finding.where:
            self.place_chosen.emit(finding.where[0])

    def _offer(self) -> None:
        """Offer what can be done about the chosen finding."""
        finding = self.chosen()
        self._remedies.setVisible(finding is not None)
        self._reason.hide()
        self._place_number = 0
        if finding is None:
            return
        self._name_place(finding)
        reason = self._kept.get(finding.key, "")
        words = [f"保留的原因：{reason}"] if reason else [finding.hint]
        words.append(f"依据：{finding.basis}" if finding.basis and not reason else "")
        self._basis.setText(bound("\n".join(word for word in words if word)))
        self._basis.setVisible(bool(self._basis.text()))
        self._fix.show_words(verb(finding))
        self._fix.setVisible(bool(verb(finding)) and not reason)
        self._keep.show_words(_TAKE_BACK if reason else _KEEP)
        self._keep.setVisible(finding.severity != "error")  # what is wrong is mended, not kept

    def apply_fix(self) -> bool:
        """Make the change that the chosen finding suggests; return whether it suggests one."""
        finding = self.chosen()
        return finding is not None and self._session.mend(finding)

    def _fix_pressed(self) -> None:
        self._list.setFocus()  # the button may go with its finding, and the focus with it
        self.apply_fix()

    def _keep_or_take_back(self) -> None:
        finding = self.chosen()
        if finding and finding.key in self._kept:
            self._list.setFocus()
            self._session.edit(Decide(finding.key, None, _TAKE_BACK))
            self._session.check()
        else:
            self._ask_reason()

    def _ask_reason(self) -> None:
        self._reason.clear()
        self._reason.show()
        self._reason.setFocus()

    def _keep_finding(self) -> None:
        finding = self.chosen()
        reason = self._reason.text().strip()
        if finding and reason:
            self._list.setFocus()
            self._session.edit(Decide(finding.key, reason))
            self._session.check()
