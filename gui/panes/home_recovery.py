"""On top of the home page: what the clerk left in no file or looked over by half, and what was open when the program broke off."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.low_screen import is_on_low_screen, is_on_very_low_screen
from gui.widgets.named_button import named_button
from gui.widgets.plain import plain

if TYPE_CHECKING:
    from core.autosave import Left
    from core.kept_reviews import KeptReview

_IN_SIGHT = 3
_BETWEEN = 8
_NO_FILE = "还没有存成文件"
_BROKEN_OFF, _DRAFT, _REFUSED = "上次没来得及保存：", "上次没保存到文件的草稿：", "上次没能存进文件："
_HALF = "核对到一半："
_SAFE = "修改没有丢。"
_THIS_FILE = "这个文件"
_LEAST_WHY = 9  # letters
_FILE = "recoveryFile"
_OTHERS, _OTHERS_TOLD = "还有 {} 份(&Y)", "没做完的还有 {} 份，按一下都列出来"
_LETTER = re.compile(r"\(&.\)")


class LeftBehind(QScrollArea):
    """A card for each, newest first, with the two things that can be done with it; many are scrolled.

    On a low screen one card is in sight at a time, and the others come when the clerk asks for them.

    Signals:
        recover_wanted(Left): the clerk wants to go on with it.
        unwanted(Left): the clerk does not want it.
        review_wanted(KeptReview), review_unwanted(KeptReview): the same of what was looked over by half.
    """

    recover_wanted = Signal(object)
    unwanted = Signal(object)
    review_wanted = Signal(object)
    review_unwanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recoveryCards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN)
        self.setWidget(inside)
        self._cards: list[_Card] = []
        self._others = named_button("", "otherRecoveries")
        self._others.clicked.connect(self._unfold)
        self._is_unfolded = False
        self.hide()

    @property
    def keys(self) -> list[QWidget]:
        """What the tabulator key reaches here, in that order."""
        buttons: list[QWidget] = [button for card in self._cards for button in (card.recover, card.drop)]
        return [*buttons[:2], self._others, *buttons[2:]] if len(self._cards) > 1 else buttons

    def show_left(self, left: Sequence[Left], reviews: Sequence[KeptReview] = ()) -> None:
        """Show these: what was left in no file before what was looked over by half."""
        self._others.setParent(self)  # the card that it stands on goes
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [*map(self._card, left), *map(self._review_card, reviews)]
        for number, card in enumerate(self._cards):
            self._column.addWidget(card)
            card.have_letters(has=not number)  # one letter for two buttons would press neither
        self._fold()
        self.setVisible(bool(self._cards))
        self.updateGeometry()

    def begin_anew(self) -> None:
        """Begin at the first card again: the one with the keyboard is the one in sight."""
        self._is_unfolded = False
        self._fold()
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def _fold(self) -> None:
        """Leave the first card alone in sight on a low screen, with a button for the others."""
        rest = self._cards[1:]
        is_folded = bool(rest) and is_on_low_screen(self) and not self._is_unfolded
        self._others.setText(_OTHERS.format(len(rest)))
        self._others.setAccessibleDescription(_OTHERS_TOLD.format(len(rest)))
        if rest:
            self._cards[0].put(self._others)
            self._cards[0].have_letters(has=not self._is_unfolded)  # it may be scrolled out of sight then
        self._others.setVisible(is_folded)
        for card in rest:
            card.setVisible(not is_folded)

    def _unfold(self) -> None:
        """List them all, the keyboard at the second."""
        self._is_unfolded = True
        self._fold()
        self.updateGeometry()
        self._cards[1].recover.setFocus()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._cards[1], 0, 0))  # laid out by then

    def sizeHint(self) -> QSize:
        """Ask for room for a few cards, for one on a low screen until the others are asked for."""
        return self._room_for(1 if is_on_low_screen(self) and not self._is_unfolded else _IN_SIGHT)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for one card at least."""
        return self._room_for(1)

    def _room_for(self, number: int) -> QSize:
        sizes = [card.sizeHint() for card in self._cards[:number]]
        height = sum(size.height() for size in sizes) + _BETWEEN * max(len(sizes) - 1, 0)
        return QSize(max((card.minimumSizeHint().width() for card in self._cards), default=0), height)

    def _card(self, left: Left) -> _Card:
        words = "接着没存的做(&J)" if left.why is None else "接着做(&J)"
        card = _Card(words, _head(left), name_of(left), stopped_at(left), _where(left))
        card.recover.clicked.connect(lambda: self.recover_wanted.emit(left))
        card.drop.clicked.connect(lambda: self.unwanted.emit(left))
        return card

    def _review_card(self, kept: KeptReview) -> _Card:
        card = _Card("接着核对(&J)", _HALF, kept.source.name, stopped_at(kept), _line_of(kept))
        card.recover.clicked.connect(lambda: self.review_wanted.emit(kept))
        card.drop.clicked.connect(lambda: self.review_unwanted.emit(kept))
        return card


class _Card(QFrame):
    """One report with its two buttons; where it lies is said on hover alone where the screen has no room for it."""

    def __init__(self, go_on: str, head: str, name: str, stopped: str, where: ElidingLabel) -> None:
        super().__init__()
        self.setObjectName("recoveryCard")
        self.setProperty("panel", True)
        self.recover = named_button(go_on, "recoverButton")
        self.drop = named_button("不要了(&X)", "dropRecoveryButton")
        words = ElidingLabel("recoveryWords", widest=60)
        words.show_words(head, f"{name}（停在 {stopped}）")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        # why it was not saved is told in any case
        is_one_row = where.objectName() == _FILE and is_on_very_low_screen(self)
        grid.addWidget(words, 0, 0, 2 if is_one_row else 1, 1)
        if is_one_row:
            self.setToolTip(plain(where.accessibleName()))
            words.setAccessibleDescription(where.accessibleName())
        else:
            grid.addWidget(where, 1, 0)
        grid.addWidget(self.recover, 0, 1, 2, 1)
        grid.addWidget(self.drop, 0, 2, 2, 1)
        grid.setColumnStretch(0, 1)
        self._lettered = {button: button.text() for button in (self.recover, self.drop)}
        for button in self._lettered:
            _describe(button, name)
        self._grid = grid

    def put(self, button: QPushButton) -> None:
        """Show a button behind its own two."""
        self._grid.addWidget(button, 0, 3, 2, 1)

    def have_letters(self, *, has: bool) -> None:
        """Have Alt with a letter press its buttons, or not: only a card that is surely in sight has letters."""
        for button, words in self._lettered.items():
            button.setText(words if has else _LETTER.sub("", words))


def _describe(button: QPushButton, name: str) -> None:
    button.setAutoDefault(True)
    button.setAccessibleDescription(name)


def _line_of(kept: KeptReview) -> ElidingLabel:
    """Return the line that says how far a review is, and where its file lies."""
    line = ElidingLabel(_FILE)
    line.setProperty("quiet", True)
    done = [f"改了 {kept.corrections} 处"] if kept.corrections else []
    done += [f"核对过 {kept.seen} 处"] if kept.seen else []
    done += [f"要写 {kept.next_year} 年"] if kept.next_year else []
    done += ["有一处改了还没采用"] if kept.half else []
    line.show_words("，".join(done), f"（{kept.source.path or '从剪贴板读入'}）")
    return line


def _head(left: Left) -> str:
    """Return why it is in no file: nobody closed it, it has none yet, or it could not be saved."""
    if left.why is None:
        return _BROKEN_OFF
    return _REFUSED if left.why else _DRAFT


def _where(left: Left) -> ElidingLabel:
    """Return the line that names its file, behind the reason where it could not be saved there."""
    if left.path and left.why:
        line = ElidingLabel("recoveryWhy", widest=_LEAST_WHY)
        why = left.why.replace(f"“{left.path.name}”", _THIS_FILE, 1)
        line.show_words(why + _SAFE, f"（{left.path}）")
    else:
        line = ElidingLabel(_FILE)
        line.setProperty("quiet", True)
        line.show_words("", str(left.path) if left.path else _NO_FILE)
    return line


def name_of(left: Left) -> str:
    """Return what the clerk calls the report."""
    report = left.file.report
    return f"{report.unit.short_name or '未填单位'} {report.year} 年报告"


def stopped_at(left: Left | KeptReview) -> str:
    """Return when it was kept aside, with the day where that is not today."""
    then = left.time
    today = then.date() == datetime.datetime.now().date()
    return f"{then:%H:%M}" if today else f"{then.month}月{then.day}日 {then:%H:%M}"
