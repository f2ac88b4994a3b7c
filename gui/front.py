"""What is done on the home page beside opening reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from core import recent
from core.recent import RecentReport
from core.settings import Settings
from gui import keeping
from gui.keys import bare
from gui.messages import Messages
from gui.panes.home import HomePage
from gui.remembered import keep_options

if TYPE_CHECKING:  # most starts need no hints
    from gui.panes.tour import Tour

Say = Callable[[str], object]


def connect(
    home: HomePage, options: Settings, messages: Messages, say: Say, show_recent: Callable[[], object]
) -> None:
    """Let the list be tidied and the unit be named on the home page; `show_recent` shows the list on that of now."""
    home.unwanted.connect(lambda report: _take_off(report, messages, say, show_recent))
    home.office_named.connect(lambda name: _name_office(options, name, say))


def _take_off(report: RecentReport, messages: Messages, say: Say, show_recent: Callable[[], object]) -> None:
    """Take a report off the list, and tell that nothing is lost."""

    def done() -> None:
        show_recent()
        say(f"已从列表里去掉 {report.year} 年报告，文件没有动：{report.path}")

    keeping.keep(partial(recent.forget, report.path), done, messages.show)


def _name_office(options: Settings, name: str, say: Say) -> None:
    """Keep the name of the unit for new reports."""
    options.office = name
    options.offices = list(dict.fromkeys([*options.offices, name]))
    keep_options(options)
    say(f"已记下单位：{name}")


def lead_to_draft(review: QWidget, say: Say) -> None:
    """Bring the keys to the button of a review that makes the draft, and say so."""
    button = review.findChild(QPushButton, "forwardButton")
    if button:
        button.setFocus()
        say(f"看过读到的内容，再点“{bare(button.text())}”。")


class Guide:
    """The sample, and the hints that lead through it the first time."""

    def __init__(
        self,
        window: QWidget,
        pages: QStackedWidget,
        options: Settings,
        samples: Sequence[Path],
        read: Callable[[Path], object],
    ) -> None:
        self._window = window
        self._pages = pages
        self._options = options
        self._samples = samples
        self._read = read

    @cached_property
    def _tour(self) -> Tour:
        from gui.panes.tour import Tour

        tour = Tour(self._window, self._options)
        self._pages.currentChanged.connect(tour.page_changed)
        return tour

    def show(self) -> None:
        """Show the hints on what is open, on the home page with the sample."""
        self._tour.begin()
        if self._pages.currentWidget().objectName() == "homePage" and self._samples:
            self._read(self._samples[0])

    def try_sample(self) -> None:
        """Read the sample, the first time with hints."""
        if self._options.tour_seen:
            self._read(self._samples[0])
        else:
            self.show()
