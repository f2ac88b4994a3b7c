"""Damages files and has them read: `python -m tests.fuzz [--count N] [--seconds N] [--seed N] [--seeds FOLDER]`.

Prints the figures as JSON; ends with 1 where anything is above 0 that must not be. `--write N FILE` writes the damaged file
of that number instead.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from tests.fuzz.mutators import mutated
from tests.fuzz.pool import Figures, run
from tests.fuzz.seeds import seeds


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--seeds", type=Path, action="append", default=[], help="a folder with more sound files"
    )
    parser.add_argument("--write", nargs=2, metavar=("NUMBER", "FILE"))
    parser.add_argument("--progress", type=Path, help="a file for the figures so far")
    arguments = parser.parse_args()
    if arguments.write:
        number, path = arguments.write
        file = mutated(seeds(*arguments.seeds), arguments.seed, int(number))
        Path(path).with_suffix(file.suffix).write_bytes(file.data)
        return 0
    end = time.monotonic() + arguments.seconds
    figures = run(
        arguments.count, arguments.seed, *arguments.seeds, first=arguments.first, processes=arguments.processes,
        enough=lambda: time.monotonic() > end, progress=lambda so_far: _note(arguments.progress, so_far),
    )  # fmt: skip
    print(json.dumps(figures.data(), ensure_ascii=False, indent=1))
    return int(bool(figures.untyped or figures.died or figures.over_time or figures.over_memory))


def _note(path: Path | None, figures: Figures) -> None:
    if path:
        path.write_text(json.dumps(figures.data(), ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
