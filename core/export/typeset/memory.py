"""What need not be made again: all that was made for the last document, and single values looked up once."""

from collections.abc import Callable, Hashable
from typing import TypeVar, TypeVarTuple, cast

_Given = TypeVarTuple("_Given")
_Made = TypeVar("_Made")
_Key = TypeVar("_Key")


class Memory:
    """What functions made for the last document and this one, which after a key is nearly the same.

    They depend on what they are given and on nothing else. What a document had no need of is forgotten after it, so
    there is never more than two have. For one thread at a time.
    """

    def __init__(self) -> None:
        self._last: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def of(self, make: Callable[[*_Given], _Made], *given: *_Given) -> _Made:
        """Return what the function makes of what it is given, or made of it before."""
        key = (make, given)
        if key not in self._now:
            self._now[key] = self._last[key] if key in self._last else make(*given)
        return cast(_Made, self._now[key])

    def turn(self) -> None:
        """End a document."""
        self._last, self._now = self._now, {}


class Once(dict[_Key, _Made]):
    """Values that are looked up when first asked for."""

    def __init__(self, look_up: Callable[[_Key], _Made]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: _Key) -> _Made:
        """Return the value of a new key."""
        value = self[key] = self._look_up(key)
        return value
