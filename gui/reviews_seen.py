"""The reviews that were left while the program runs: who comes back to one has its steps again, and is where they were."""

from core.importers.reviewing import Review
from gui.panes.review import ReviewPage
from gui.panes.review_view import View

_MOST = 8  # each holds what was read of a file


class ReviewsSeen:
    """Knows the last of them; of what lies on the disk nothing is known here but that it stands as it was left."""

    def __init__(self) -> None:
        self._left: list[tuple[Review, View]] = []

    def remember(self, page: ReviewPage) -> None:
        """Remember a review that is left, with where the clerk is in it."""
        self._left = [(page.review, page.view), *self._left][:_MOST]

    def recall(self, review: Review) -> View | None:
        """Give a review the steps with which it was left, and return where the clerk was; None where it stands otherwise."""
        found = next((left for left in self._left if review.go_on_from(left[0])), None)
        if found is None:
            return None
        self._left.remove(found)
        return found[1]
