"""What was read from a file, shown for looking over on top of the home page or of the open report, and the way out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.widgets.page_stack import PageStack

if TYPE_CHECKING:  # the home page must not wait for what is needed later
    from gui.panes.review import ReviewPage

Act = Callable[[], object]
STEPS = ("undo", "redo")  # the commands that are a review's where one is in sight


class ReviewOver:
    """Holds the one review in sight; `page` is None where there is none.

    `ended` is called once it is put away, `back` then leads to what lies beneath where nothing else takes its place.
    """

    def __init__(self, pages: PageStack, ended: Act, back: Act) -> None:
        self._pages = pages
        self._ended = ended
        self._back = back
        self.page: ReviewPage | None = None

    def show(self, page: ReviewPage) -> None:
        """Show this one, in place of another."""
        self.drop()
        self.page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def tell(self, words: str) -> None:
        """Tell something in passing on the review in sight."""
        if self.page is not None:
            self.page.tell(words)

    def step(self, name: str, beneath: Act) -> None:
        """Undo or redo in the review in sight, else beneath."""
        if self.page is None:
            beneath()
        else:
            self.page.steps.step(back=name == STEPS[0])

    def drop(self) -> None:
        """Put it away; something else is to be shown now.

        Until then it stays in sight: what lies beneath might have no room within the bars around it, and the window
        would grow.
        """
        if self.page is not None:
            page, self.page = self.page, None
            page.deleteLater()  # which takes it out of the pages
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
