"""What can be done about the chosen finding: its remedy, its next place, keeping it with a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.checks.model import Finding
from gui.panes.finding_items import next_words, verb
from gui.panes.own_places import IT_IS_OURS, NO_LONGER, is_noted
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.wrapping import bound

TAKE_BACK = "撤回保留"
_KEEP = "保留并说明原因"
_KEEP_ERROR = "没有错，保留并说明原因"
_LEAST_NAME = 8  # letters


class Remedies(QWidget):
    """The buttons below the list of findings, and what the chosen one rests on.

    Signals:
        fix_wanted(): make the change that it suggests.
        place_wanted(int): go to its place of that number, from 0.
        kept(str): it is verified and kept, for that reason.
        taken_back(): it is no longer kept.
        place_turned(): the place that it takes for another's is the office's own, or a noted one is no longer.
    """

    fix_wanted = Signal()
    place_wanted = Signal(int)
    kept = Signal(str)
    taken_back = Signal()
    place_turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._finding: Finding | None = None
        self._is_kept = False
        self._place_number = 0
        self._came_from: QWidget | None = None
        self._named = ElidingLabel("chosenFinding", widest=_LEAST_NAME)
        self._basis = QLabel()
        self._basis.setTextFormat(Qt.TextFormat.PlainText)
        self._basis.setWordWrap(True)
        self._basis.setProperty("quiet", True)
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        buttons = (self._fix, self._next_place, self._own_place, self._keep)
        for widget in (self._named, self._basis, *buttons, self._reason):
            layout.addWidget(widget)

    def _make_buttons(self) -> None:
        self._fix = ElidingButton(keeps_end=True)  # where it ends stands the figure that it puts
        self._fix.setObjectName("fixButton")
        self._fix.setProperty("primary", True)
        self._next_place = ElidingButton()
        self._next_place.setObjectName("nextPlaceButton")
        self._own_place = ElidingButton()
        self._own_place.setObjectName("ownPlaceButton")
        self._keep = ElidingButton(_KEEP)
        self._keep.setObjectName("keepButton")
        self._reason = QLineEdit()
        self._reason.setObjectName("keepReason")
        self._reason.setPlaceholderText("写明原因后按回车，如：已与司法所核对")
        self._reason.setAccessibleName("保留的原因")
        self._fix.clicked.connect(self.fix_wanted)
        self._next_place.clicked.connect(self.go_on)
        self._own_place.clicked.connect(self.place_turned)
        self._keep.clicked.connect(self.keep)
        self._reason.returnPressed.connect(self._give_reason)
        give_up = QShortcut(QKeySequence("Esc"), self._reason, context=Qt.ShortcutContext.WidgetShortcut)
        give_up.activated.connect(self._give_up)

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what the buttons in sight say and do, from the top."""
        buttons = (self._fix, self._next_place, self._own_place, self._keep)
        return [(one.accessibleName(), one.click) for one in buttons if not one.isHidden()]

    def show_finding(self, finding: Finding | None, reason: str = "") -> None:
        """Offer what can be done about a finding, None for none; `reason` is why it was kept, "" where it was not."""
        self._finding, self._is_kept = finding, bool(reason)
        self._place_number = 0
        self.setVisible(finding is not None)
        self._reason.hide()
        if finding is None:
            return
        self._name_place(finding)
        self._named.show_words(finding.message)
        self._basis.setText(bound(_ground(finding, reason)))
        self._basis.setVisible(bool(self._basis.text()))
        self._fix.show_words(verb(finding))
        self._fix.setVisible(bool(verb(finding)) and not reason)
        self._own_place.show_words(NO_LONGER if is_noted(finding) else IT_IS_OURS)
        self._own_place.setVisible(bool(finding.other_place) and (is_noted(finding) or not reason))
        keep = _KEEP_ERROR if finding.severity == "error" else _KEEP
        self._keep.show_words(TAKE_BACK if reason else keep)
        self._keep.setVisible(not is_noted(finding))

    def _name_place(self, finding: Finding) -> None:
        self._next_place.show_words(next_words(finding, self._place_number))
        self._next_place.setVisible(len(finding.where) > 1)

    def go_on(self) -> bool:
        """Go to the next of the places that the finding names; False where there is no other."""
        if not self._finding or len(self._finding.where) < 2:
            return False
        self._place_number = (self._place_number + 1) % len(self._finding.where)
        self._name_place(self._finding)
        self.place_wanted.emit(self._place_number)
        return True

    def keep(self) -> bool:
        """Ask why the finding is kept, or where it is kept take that back; False where neither is offered."""
        if not self._finding or self._keep.isHidden():
            return False
        if self._is_kept:
            self.taken_back.emit()
            return True
        if not self._reason.hasFocus():
            self._came_from = QApplication.focusWidget()
        self._reason.clear()
        self._reason.show()
        self._reason.setFocus()
        return True

    def _give_up(self) -> None:
        """Keep nothing; the keys go back to where they were, if that is still there."""
        before = self._came_from if isValid(self._came_from) else None
        (before if before and before.isVisible() else self._keep).setFocus()
        self._reason.hide()

    def _give_reason(self) -> None:
        if reason := self._reason.text().strip():
            self.kept.emit(reason)


def _ground(finding: Finding, reason: str) -> str:
    """Return what a finding rests on, or why it is no longer told."""
    if is_noted(finding):
        return reason
    words = [f"保留的原因：{reason}"] if reason else [finding.hint]
    words.append(f"依据：{finding.basis}" if finding.basis and not reason else "")
    return "\n".join(word for word in words if word)
