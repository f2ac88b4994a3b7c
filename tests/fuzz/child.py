"""A process that reads damaged files one after the other, with the limits of the reading child but for its time.

Takes the first and the last number on standard input, a line each; prints one JSON line a file.
"""

import gc
import json
import os
import resource
import sys
import time
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from core import importers
from core.errors import AppError
from core.importers import limits
from core.template import Library, built_in
from tests.fuzz.mutators import mutated
from tests.fuzz.seeds import Seed, seeds


def outcome(path: Path, library: Library) -> dict[str, str]:
    """Read a file as the child of the program does, without its last net: what is untyped is said with its place."""
    try:
        reading = importers.read_with_counts(path, library)
        json.dumps(reading.report.model_dump(mode="json"), ensure_ascii=True, allow_nan=False)
    except AppError as error:
        said = str(error)
        fault = "" if path.name in said and "\n" not in said else f"no sentence: {said}"
        return {"said": said.replace(path.name, "…"), "fault": fault}
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        places = [one for one in traceback.extract_tb(error.__traceback__) if "/core/" in one.filename]
        place = places[-1] if places else last
        return {"said": "", "fault": f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"}
    return {"said": "read", "fault": ""}


def run(made: list[Seed], seed: int, numbers: range, folder: Path) -> None:
    """Damage and read the files of those numbers."""
    library = built_in()
    for number in numbers:
        file = mutated(made, seed, number)
        path = folder / f"年报{file.suffix}"
        path.write_bytes(file.data)
        print(json.dumps({"number": number, "begun": True}), flush=True)
        begin = time.process_time()  # wall time would count what else the machine does
        told = outcome(path, library)
        told |= {"number": number, "suffix": file.suffix, "seconds": round(time.process_time() - begin, 3)}
        told["megabytes"] = _peak_megabytes()
        path.unlink()
        print(json.dumps(told), flush=True)


def _peak_megabytes() -> int:
    """Return the most memory this process ever had; getrusage would count what its parent had at the start."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def confine() -> None:
    """Take the memory and file limits of the program's child; the parent watches the time of each file."""
    for what, limit in (
        (resource.RLIMIT_AS, limits.ADDRESS_SPACE),
        (resource.RLIMIT_FSIZE, limits.FILE_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))


def main() -> None:
    """Take the order and work on it."""
    order = json.loads(sys.stdin.readline())
    answers = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = os.fdopen(answers, "w", encoding="utf-8")
    made = seeds(*map(Path, order["folders"]))
    gc.collect()
    confine()
    with TemporaryDirectory() as folder:
        run(made, order["seed"], range(order["first"], order["last"]), Path(folder))


if __name__ == "__main__":
    main()
