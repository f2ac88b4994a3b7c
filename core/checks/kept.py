"""What the rules read of a text is kept by its words: an edit changes one paragraph, and the others are as read."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_MOST = 512  # more paragraphs than a report has; each state of one that is typed takes a place too

T = TypeVar("T")


def read_once(read: "Callable[..., T]") -> "_lru_cache_wrapper[T]":
    """Let a function read each text once while the text stays; what it returns must never be changed."""
    return lru_cache(maxsize=_MOST)(read)
