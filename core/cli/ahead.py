"""Processes that get ready while the command that needs them is still being loaded; nothing else is imported here."""

import argparse
import os
from contextlib import nullcontext

_WITH_PAGES = {"pdf", "package"}


def reader(_arguments: argparse.Namespace) -> None:
    """Start the process that reads other people's files."""
    from core.importers import child

    child.warm()


def typesetter(arguments: argparse.Namespace) -> None:
    """Start the process that writes files too, where there are pages to set and the computer can do two things at once."""
    arguments.formats = [one.strip().lower() for one in arguments.to.split(",")]
    has_pages = not _WITH_PAGES.isdisjoint(arguments.formats)
    arguments.helper = nullcontext()
    if has_pages and (os.cpu_count() or 1) > 1:
        from core.export.beside import FilesBeside

        arguments.helper = FilesBeside()
