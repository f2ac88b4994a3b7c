"""What can be done about the chosen finding: its remedy, its next place, keeping it with a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.checks.model import Finding
from gui.models.short_messages import without_place
from gui.panes.finding_items import next_words, verb
from gui.panes.own_places import IT_IS_OURS, NO_LONGER, is_noted
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.wrapping import bound

TAKE_BACK = "撤回保留"
_KEEP = "保留并说明原因"
_KEEP_ERROR = "没有错，保留并说明原因"
_EXAMPLE = "如：已核对（写好按回车）"
_NEEDED = "! 请先写明原因，再按上面的按钮或回车。"
_LEAST_NAME = 8  # letters
_SHARE = 0.6  # of the height that list and remedies have together


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
        self._typed: dict[str, str] = {}  # the reasons begun, by the keys of their findings
        self._named = ElidingLabel("chosenFinding", widest=_LEAST_NAME)
        self._basis = QLabel()
        self._basis.setTextFormat(Qt.TextFormat.PlainText)
        self._basis.setWordWrap(True)
        self._basis.setProperty("quiet", True)
        self._make_buttons()
        self._inside = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        buttons = (self._fix, self._next_place, self._own_place, self._keep)
        for widget in (self._named, self._basis, *buttons, self._reason, self._needed):
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
        self._fix.clicked.connect(self.fix_wanted)
        self._next_place.clicked.connect(self.go_on)
        self._own_place.clicked.connect(self.place_turned)
        self._keep.clicked.connect(self._keep_pressed)
        self._make_reason()

    def _make_reason(self) -> None:
        self._reason = QLineEdit()
        self._reason.setObjectName("keepReason")
        self._reason.setPlaceholderText(_EXAMPLE)
        self._reason.setAccessibleName("保留的原因")
        self._reason.textChanged.connect(self._note_reason)
        self._reason.returnPressed.connect(self._give_reason)
        self._needed = QLabel(_NEEDED)
        self._needed.setObjectName("reasonNeeded")
        self._needed.setWordWrap(True)
        self._needed.setProperty("signal", "warning")
        give_up = QShortcut(QKeySequence("Esc"), self._reason, context=Qt.ShortcutContext.WidgetShortcut)
        give_up.activated.connect(self._give_up)

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return what the buttons in sight say and do, from the top."""
        buttons = (self._fix, self._next_place, self._own_place, self._keep)
        return [(one.accessibleName(), one.click) for one in buttons if not one.isHidden()]

    def show_finding(self, finding: Finding | None, reason: str = "", place: str = "") -> None:
        """Offer what can be done about a finding, None for none; `reason` is why it was kept, "" where it was not.

        `place` is the name of its place, which the list shows above its words.

        A reason that was begun for it stands there again.
        """
        before = self._finding.key if self._finding else ""
        self._finding, self._is_kept = finding, bool(reason)
        self._place_number = 0
        self.setVisible(finding is not None)
        if finding is None or reason:
            self._hide_reason()
        elif finding.key != before:
            self._come_to_reason(finding)
        if finding is None:
            return
        self._name_place(finding)
        self._named.show_words(without_place(finding.message, place))
        self._basis.setText(bound(_ground(finding, reason)))
        self._basis.setVisible(bool(self._basis.text()))
        self._fix.show_words(verb(finding))
        self._fix.setVisible(bool(verb(finding)) and not reason)
        self._own_place.show_words(NO_LONGER if is_noted(finding) else IT_IS_OURS)
        self._own_place.setVisible(bool(finding.other_place) and (is_noted(finding) or not reason))
        keep = _KEEP_ERROR if finding.severity == "error" else _KEEP
        self._keep.show_words(TAKE_BACK if reason else keep)
        self._keep.setVisible(not is_noted(finding))

    def fit(self, width: int, height: int) -> None:
        """Leave a part of so many pixels to the list above, in that width.

        What only explains gives way, at first what the list says too.
        """
        told = bool(self._basis.text())
        for named, ground in ((True, told), (False, told), (False, False)):
            self._named.setVisible(named)
            self._basis.setVisible(ground)
            if self._inside.totalHeightForWidth(width) <= height * _SHARE:
                return

    def _name_place(self, finding: Finding) -> None:
        self._next_place.show_words(next_words(finding, self._place_number))
        self._next_place.setVisible(len(finding.where) > 1)

    def go_on(self) -> bool:
        """Go to the next of the places that the finding names; False where there is no other than the one gone to."""
        if not self._finding or len(self._finding.where) < 2:
            self.place_wanted.emit(0)
            return False
        self._place_number = (self._place_number + 1) % len(self._finding.where)
        self._name_place(self._finding)
        if not self._reason.text():
            self._hide_reason()
        self.place_wanted.emit(self._place_number)
        return True

    def put_reason_away(self) -> bool:
        """Shut the field for the reason, which keeps what was typed; False where none is open."""
        is_open = self._reason.isVisible()
        self._hide_reason()
        return is_open

    @property
    def reasons_begun(self) -> dict[str, str]:
        """The reasons that were typed and not given yet, by the keys of their findings."""
        return dict(self._typed)

    def go_on_with(self, reasons: dict[str, str]) -> None:
        """Take over the reasons that were begun elsewhere."""
        self._typed = dict(reasons)
        if self._finding and not self._is_kept:
            self._come_to_reason(self._finding)

    def keep(self) -> bool:
        """Ask why the finding is kept, or keep it for what is typed just now; where it is kept take that back.

        Return False where neither is offered.
        """
        if not self._finding or self._keep.isHidden():
            return False
        if self._is_kept:
            self.taken_back.emit()
        elif self._reason.hasFocus():
            self._give_reason()
        else:
            self._ask(self._finding)
        return True

    def _keep_pressed(self) -> None:
        """Do so by the mouse, which took the keys from what is typed."""
        if self._is_kept or self._reason.isHidden():
            self.keep()
        else:
            self._give_reason()

    def _ask(self, finding: Finding) -> None:
        """Let the clerk type why the finding is kept beside the place it is about, or go on typing."""
        self._came_from = QApplication.focusWidget()
        if self._reason.isHidden():
            self.place_wanted.emit(self._place_number)
            self._come_to_reason(finding)
            self._reason.show()
        self._reason.setFocus()

    def _come_to_reason(self, finding: Finding) -> None:
        """Show what was typed for a finding, where something was."""
        self._hide_reason()
        self._reason.setText(self._typed.get(finding.key, ""))
        self._reason.setVisible(bool(self._reason.text()))

    def _hide_reason(self) -> None:
        self._reason.hide()
        self._needed.hide()

    def _note_reason(self, words: str) -> None:
        """Remember what is typed, so that a look at another finding does not lose it."""
        self._needed.hide()
        if self._finding:
            self._typed[self._finding.key] = words
            if not words.strip():
                del self._typed[self._finding.key]

    def _give_up(self) -> None:
        """Keep nothing; the keys go back to where they were, if that is still there."""
        before = self._came_from if isValid(self._came_from) else None
        (before if before and before.isVisible() else self._keep).setFocus()
        self._reason.clear()
        self._hide_reason()

    def _give_reason(self) -> None:
        """Keep the finding for what was typed, or say that this is wanted first."""
        reason = self._reason.text().strip()
        if reason:
            self._reason.clear()
            self.kept.emit(reason)
        else:
            self._needed.show()
            self._reason.setFocus()


def _ground(finding: Finding, reason: str) -> str:
    """Return what a finding rests on, or why it is no longer told."""
    if is_noted(finding):
        return reason
    words = [f"保留的原因：{reason}"] if reason else [finding.hint]
    words.append(f"依据：{finding.basis}" if finding.basis and not reason else "")
    return "\n".join(word for word in words if word)
