"""What was read from a file, shown for looking over on top of the home page or of the open report, and the way out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.widgets.page_stack import PageStack

if TYPE_CHECKING:  # the home page must not wait for what is needed later
    from gui.panes.review import ReviewPage

Act = Callable[[], object]


class ReviewOver:
    """Holds the one review in sight; `page` is None where there is none.

    `ended` is called once it is put away, `back` then leads to what lies beneath where nothing else takes its place.
    """

    def __init__(self, pages: PageStack, ended: Act, back: Act) -> None:
        self._pages = pages
        self._ended = ended
        self._back = back
        self.page: ReviewPage | None = None

    @property
    def is_begun(self) -> bool:
        """Whether there is something in it to be kept before it goes."""
        return self.page is not None and self.page.is_begun()

    def show(self, page: ReviewPage) -> None:
        """Show this one, in place of another."""
        self.drop()
        self.page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop(self) -> None:
        """Put it away; something else is shown."""
        if self.page is not None:
            self._pages.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._ended()

    def leave(self) -> None:
        """Go back to where the clerk was before the file was read."""
        self.drop()
        self._back()

    def leave_then(self, then: Act) -> None:
        """Go on, out of a review where one is open; what was decided in it is kept."""

        def leave() -> None:
            self.leave()
            then()

        if self.page:
            self.page.leave_then(leave)
        else:
            then()
