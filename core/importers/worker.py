"""The child process in which a stranger's file is read: it limits itself first, then reads, then answers in JSON.

`python -m core.importers.worker` takes an order on standard input (see `core.importers.sandbox`) and prints one
object: {"report": …, counts} or {"error": "the sentence for the clerk"}. Nothing of the file can reach further.
"""

import contextlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

ADDRESS_SPACE = 1536 * 2**20
CPU_SECONDS = 15
FILE_BYTES = 50 * 2**20
OPEN_FILES = 64
_NO_NEW_PRIVILEGES = 38
_NEW_NETWORK = 0x40000000


def confine() -> None:
    """Give this process its limits: memory, processor time, sizes and number of files, no rights, no network.

    Linux only; elsewhere the parent's watch over time and memory remains.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes
    import resource

    for what, limit in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    libc.unshare(
        _NEW_NETWORK
    )  # allowed to root and in user namespaces alone; without it nothing connects either


def answer(order: dict[str, Any]) -> dict[str, Any]:
    """Return the report in the file that the order names, as data, or the error as a sentence."""
    from core import importers
    from core.errors import AppError
    from core.template import installed

    library = installed()
    try:
        reading = importers.read_with_counts(
            Path(order["path"]), library, template_id=order["template"], year=order["year"]
        )
    except AppError as error:
        return {"error": str(error), "status": error.exit_status}
    return {
        "report": reading.report.model_dump(mode="json"),
        "source_numbers": reading.source_numbers,
        "placed_numbers": reading.placed_numbers,
        "source_characters": reading.source_characters,
        "placed_characters": reading.placed_characters,
        "traces": [asdict(one) for one in reading.traces],
        "source": [asdict(one) for one in reading.source],
        "left_over": [asdict(one) for one in reading.left_over],
        "template_scores": [asdict(one) for one in reading.template_scores],
    }


def main() -> None:
    """Take the order, confine this process, answer."""
    order = json.loads(sys.stdin.buffer.read())
    answers = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get into the answer
    confine()
    data = json.dumps(answer(order), ensure_ascii=True, allow_nan=False).encode("ascii")
    with contextlib.closing(os.fdopen(answers, "wb")) as pipe:
        pipe.write(data)


if __name__ == "__main__":
    main()
