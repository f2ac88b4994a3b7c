"""The child process in which a stranger's file is read: it limits itself first, then reads, then answers in JSON.

`python -m core.importers.worker` takes the kind of an order and the order on standard input (see `core.importers.child`) and prints one
object: {"reading": …}, {"picture": …} or {"error": "the sentence for the clerk"}. Nothing of the file can
reach further.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.importers import limits

if TYPE_CHECKING:
    from core.template import Library

Answer = dict[str, Any]


def answer(order: Answer) -> Answer:
    """Return the reading of the file that the order names, as data, or the error as a sentence."""
    from core import importers
    from core.errors import AppError, YearWantedError

    library = _library()
    try:
        reading = importers.read_with_counts(
            Path(order["path"]), library, template_id=order["template"], year=order["year"]
        )
    except AppError as error:
        wanted = isinstance(error, YearWantedError)
        return {"error": str(error), "status": error.exit_status, "year_wanted": wanted}
    return {"reading": reading.data()}


def picture(order: Answer) -> Answer:
    """Return the page of a PDF that the order names as a picture with its words, or the error as a sentence."""
    import base64

    from core.errors import AppError
    from core.importers import gate
    from core.importers.pdf.pictures import page_with_words

    try:
        data = gate.load(Path(order["path"])).data
        found = page_with_words(data, order["dpi"], order["first"])
    except AppError as error:
        return {"error": str(error), "status": error.exit_status}
    if found is None:
        return {}
    png, words = found
    drawn = base64.b64encode(png).decode("ascii")
    return {"picture": {"png": drawn, "signs": words.signs, "boxes": words.boxes}}


def safely(work: Callable[[Answer], Answer], order: Answer) -> Answer:
    """Return the answer to an order; whatever breaks down in a reader is one sentence, with nothing of the file in it."""
    from core.importers import gate

    try:
        return work(order)
    except RecursionError:
        error = gate.too_deep(Path(order["path"]).name)
    except Exception:  # the last line, for whatever a library raises at a damaged file
        error = gate.unsafe(Path(order["path"]).name)
    return {"error": str(error), "status": error.exit_status}


@cache
def _library() -> "Library":
    from core.template import installed

    return installed()


def _get_ready() -> None:
    """Load what every reading needs: the child may have been started before there is an order."""
    import_module("core.importers.reading")
    _library()


def main() -> None:
    """Get ready, take the order, confine this process, answer."""
    if sys.stdin.buffer.readline().strip() == b"read":
        _get_ready()
    line = sys.stdin.buffer.readline()
    if not line:
        return  # nobody has anything to read after all
    order = json.loads(line)
    answers = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get into the answer
    limits.confine()
    said = safely(picture if "first" in order else answer, order)
    data = json.dumps(said, ensure_ascii=True, allow_nan=False).encode("ascii")
    with contextlib.closing(os.fdopen(answers, "wb")) as pipe:
        pipe.write(data)


if __name__ == "__main__":
    main()
