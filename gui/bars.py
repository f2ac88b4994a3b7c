"""The bars around a report: the tool bar with the steps above it, the line below; the home page comes first and has none."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar

from core.settings import Settings
from gui.panes.status import StatusLine
from gui.panes.steps import Steps
from gui.step_words import follow_review
from gui.widgets.word_bar import WordBar

if TYPE_CHECKING:
    from gui.panes.review import ReviewPage
    from gui.progress import Progress, Verdict

_BUTTONS = {"goHome": "首页", "save": "保存", "undo": "撤销", "redo": "重做"}
_AT_THE_END = {"preview": "预览"}
_ICONS = {"goHome": "home"}  # the others are called as the command


class Bars:
    """The bars of a window, in their places; `take_step` hears which step was chosen.

    The tools are out of sight until a page is shown to which they belong.
    """

    def __init__(
        self,
        window: QMainWindow,
        options: Settings,
        actions: Mapping[str, QAction],
        take_step: Callable[[str], object],
    ) -> None:
        self.status = StatusLine(options)
        self.status.findings_wanted.connect(partial(take_step, "nextFinding"))
        window.setStatusBar(self.status)
        self.steps = Steps()
        self.steps.step_chosen.connect(take_step)
        self._actions = actions
        self.tools = _tool_bar(actions, self.steps)
        window.addToolBar(self.tools)
        self.show(with_report=False)

    def show(self, *, with_report: bool) -> None:
        """Show what belongs to a report, or leave the room to the home page."""
        self.tools.setVisible(with_report)
        self.status.be_quiet(not with_report)

    def show_review(self, page: "ReviewPage") -> None:
        """Show what belongs to a review, and nothing of the report beneath it."""
        follow_review(self._actions, page)
        self.show(with_report=True)
        self.steps.show_review()
        self.status.show_nothing()
        # it would be empty, and the review needs the height; what is told it tells itself, so that nothing moves for it
        self.status.be_quiet(True, silent=True)

    def go(self) -> None:
        """Leave the room to the home page: no report is open."""
        self.status.show_nothing()
        self.show(with_report=False)

    def show_judged(self, verdict: "Verdict", progress: "Progress", report_year: int) -> None:
        """Show what the checks say of the report of a year and how far it is."""
        self.status.show_verdict(verdict)
        self.status.show_progress(progress, report_year)
        self.steps.show_progress(progress)
        # what the findings moved is laid out before the painting that waits, or all would be painted twice
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _tool_bar(actions: Mapping[str, QAction], steps: Steps) -> QToolBar:
    bar = WordBar("工具栏")
    bar.setObjectName("toolBar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name, words in (_BUTTONS | _AT_THE_END).items():
        actions[name].setIconText(words)
        bar.give_icon(actions[name], _ICONS.get(name, name))
    for name in _BUTTONS:
        bar.addAction(actions[name])
    bar.addSeparator()
    bar.addWidget(steps)
    for name in _AT_THE_END:
        bar.addAction(actions[name])
    return bar
