"""The home page among the pages of the window, made anew in each look."""

from __future__ import annotations

from collections.abc import Callable

from core import recent
from gui.panes.home import HomePage
from gui.widgets.page_stack import PageStack


class HomeShown:
    """Holds the home page of now, `page`; `make` makes one in the look of now, with all its ways out connected."""

    def __init__(self, pages: PageStack, make: Callable[[], HomePage]) -> None:
        self._pages = pages
        self._make = make
        self.page = self._put()

    def _put(self, before: HomePage | None = None) -> HomePage:
        """Return one that is new, on its place; it goes on with what was typed on the one before."""
        page = self._make()
        if before:
            page.go_on_from(before)
        page.show_recent(recent.load())
        self._pages.insertWidget(0, page)
        return page

    def dress(self) -> None:
        """Make it anew; in sight it stays so."""
        is_shown = self._pages.currentWidget() is self.page
        before = self.page
        self._pages.removeWidget(before)
        self.page = self._put(before)
        before.deleteLater()
        if is_shown:
            self.come()

    def come(self) -> None:
        """Bring it into sight, as at the start."""
        self._pages.setCurrentWidget(self.page)
        self.page.begin_on_top()

    def show_recent(self) -> None:
        """Show what was worked on lately."""
        self.page.show_recent(recent.load())
