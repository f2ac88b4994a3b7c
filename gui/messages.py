"""The one place that tells the clerk of errors: expected ones as a plain notice, faults calmly and with a copy."""

import datetime
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from core import atomic, paths
from core.errors import AppError

if TYPE_CHECKING:  # the home page must not wait for what is needed with a message
    from PySide6.QtWidgets import QMessageBox

    from core.store import ReportFile

_LOG_NAME = "nianbao.log"
_LOG_BYTES = 1_000_000
_BESIDE_BOX, _WIDEST_BOX = 480, 1000  # pixels that Qt leaves beside a message box, and its most
_AROUND_WORDS = 100
_LOST = "现在离开，没存下来的内容会丢失。"


def plain_box(parent: QWidget | None, text: str, name: str) -> "QMessageBox":
    """Return a message box that takes the text literally, whatever stands in it."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setWindowTitle("年报通")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    _make_room(box, text.split("\n")[1:])
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def _make_room(box: "QMessageBox", names: list[str]) -> None:
    """Let names of files stand whole, each in its line below the sentence, as far as such a box may be wide."""
    from PySide6.QtWidgets import QLabel

    label = box.findChild(QLabel, "qt_msgbox_label")
    if names and isinstance(label, QLabel):
        most = min(box.screen().availableSize().width() - _BESIDE_BOX, _WIDEST_BOX) - _AROUND_WORDS
        longest = max(label.fontMetrics().horizontalAdvance(name) for name in names)
        label.setMinimumWidth(max(0, min(longest, most)))


@dataclass(frozen=True)
class Choice:
    """A button of a question: its words, its object name, what it does, and its role among the others."""

    words: str
    name: str
    act: "Callable[[], object] | None" = None
    role: Literal["Accept", "Action", "Destructive", "Reject"] = "Action"


CANCEL = Choice("取消", "cancelButton", role="Reject")


def ask(parent: QWidget | None, text: str, name: str, *choices: Choice, default: int = 0) -> "QMessageBox":
    """Ask a question over a window; Enter means the `default` choice, Esc the one whose role is "Reject".

    Return the box, which is open.
    """
    box = plain_box(parent, text, name)
    for number, choice in enumerate(choices):
        button = box.addButton(choice.words, box.ButtonRole[f"{choice.role}Role"])
        button.setObjectName(choice.name)
        if choice.act:
            button.clicked.connect(partial(_press, choice.act))
        if number == default:
            box.setDefaultButton(button)
        if choice.role == "Reject":
            box.setEscapeButton(button)
    box.open()
    return box


def _press(act: "Callable[[], object]", _checked: bool = False) -> None:
    act()


class Messages:
    """Shows errors over the window. `open_file` gives the report at hand, which a fault must not cost."""

    def __init__(self, parent: QWidget, open_file: "Callable[[], ReportFile | None]") -> None:
        self._parent = parent
        self._open_file = open_file
        self._fault_shown = False

    def show(self, error: BaseException) -> None:
        """Show an expected error as its sentence; anything else is logged and the report copied aside."""
        if isinstance(error, AppError):
            self.notice(str(error))
        else:
            self._fault(error)

    def notice(self, text: str) -> None:
        """Show one sentence to be read and closed."""
        box = plain_box(self._parent, text, "noticeBox")
        box.setStandardButtons(box.StandardButton.Ok)
        box.button(box.StandardButton.Ok).setText("知道了")
        box.open()

    def ask_to_save(self, why: str, answer: Callable[[str], None]) -> "QMessageBox":
        """Ask who leaves what could be kept nowhere, and `why`; `answer` hears "save" or "discard", nothing from who stays.

        Return the box, which is open.
        """
        return ask(
            self._parent,
            f"{why}{_LOST}",
            "askToSaveBox",
            Choice("另存为(&A)…", "saveButton", partial(answer, "save"), "Accept"),
            Choice("不保存，离开(&D)", "discardButton", partial(answer, "discard"), "Destructive"),
            Choice("留在这里(&K)", "cancelButton", role="Reject"),
        )

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stand in for `sys.excepthook`: no error is ever lost, and the program goes on."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(error.with_traceback(trace))

    def _fault(self, error: BaseException) -> None:
        log(error)
        copy = self._copy_aside()
        if self._fault_shown:
            return
        self._fault_shown = True
        safe = f"报告的副本已存到：\n{copy}\n" if copy else ""
        box = plain_box(
            self._parent,
            f"程序遇到一个意外情况，刚才这一步可能没有做完。\n{safe}请先保存，再继续；如果又出现，请重新打开程序。",
            "faultBox",
        )
        box.setStandardButtons(box.StandardButton.Ok)
        box.button(box.StandardButton.Ok).setText("知道了")
        box.finished.connect(self._fault_read)
        box.open()

    def _fault_read(self) -> None:
        self._fault_shown = False

    def _copy_aside(self) -> Path | None:
        file = self._open_file()
        if file is None:
            return None
        from core import store
        from core.export import file_stem

        path = paths.home() / "recovered" / f"{file_stem(file.report)}{store.SUFFIX}"
        try:
            atomic.save(path, store.to_bytes(file))
        except AppError:
            logging.getLogger(__name__).exception("the recovery copy could not be written")
            return None
        return path


def log(error: BaseException) -> None:
    """Write an error to the log of the clerk's folder, as far as it can be written."""
    text = "".join(traceback.format_exception(error))
    path = paths.home() / "log" / _LOG_NAME
    stamp = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{stamp}\n{text}\n")
    except OSError:
        logging.getLogger(__name__).error("no log can be written\n%s", text)
