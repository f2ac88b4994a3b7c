"""How a page is held so that most of its text runs from left to right, and places on it as then seen."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A page's visible box in its own places (left, bottom, right, top), and the quarter turns of its text."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """How wide the page is as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """How high the page is as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> Point:
        """Return a place of the file as one from the top left corner as seen."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def holds(self, place: Point) -> bool:
        """Return whether the place as seen lies on the page."""
        return -1 <= place[0] <= self.width + 1 and -1 <= place[1] <= self.height + 1

    def clipped(self, place: Point) -> Point:
        """Return the place as seen, or the nearest to it on the page."""
        return min(max(place[0], 0.0), self.width), min(max(place[1], 0.0), self.height)
