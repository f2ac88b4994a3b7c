"""Processes that get ready while the command that needs them is still being loaded; nothing else is imported here."""

import argparse
import os
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.export.beside import FilesBeside

_WITH_PAGES = {"pdf", "package"}


def reader(_arguments: argparse.Namespace) -> None:
    """Start the process that reads other people's files."""
    from core.importers import child

    child.warm()


def typesetter(formats: Iterable[str]) -> "AbstractContextManager[FilesBeside | None]":
    """Return the process that writes files too, begun; none without pages to set, or where the computer does one thing at a time."""
    if _WITH_PAGES.isdisjoint(formats) or (os.cpu_count() or 1) == 1:
        return nullcontext()
    from core.export.beside import FilesBeside

    return FilesBeside()
