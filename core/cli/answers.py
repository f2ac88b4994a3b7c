"""What commands print: data for programs, lines for people."""

import json
import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from typing import TextIO


def print_json(data: object) -> None:
    """Print data on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def print_line(data: object) -> None:
    """Print data on one line at once: many follow one another, and somebody may be reading along."""
    print(json.dumps(data, ensure_ascii=False), flush=True)


def say(text: str, *, data_asked: bool) -> None:
    """Print a line for a person; where data was asked for, standard output is for the data alone."""
    print(text, file=sys.stderr if data_asked else sys.stdout)


def complain(line: str) -> None:
    """Print what is wrong on standard error; where that takes nothing, the exit status alone tells."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        _send_nowhere(sys.stderr)


def flush() -> None:
    """Let all that was printed arrive, or raise OSError; a program without standard output has printed nothing."""
    if sys.stdout:
        sys.stdout.flush()


def give_up() -> None:
    """Print nothing more: standard output takes nothing, and Python would try once more at the end."""
    _send_nowhere(sys.stdout)


def _send_nowhere(stream: TextIO) -> None:
    with suppress(UnsupportedOperation):  # what stands in for it has no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
