"""Builds the corpus and measures how well it is read.

`build FOLDER [--seed N] [--count N]`, `measure FOLDER`; `keep FOLDER` renews the slice that is kept with the tests.
"""

import argparse
import sys
from pathlib import Path

from tests.corpus.build import build
from tests.corpus.keep import keep
from tests.corpus.measure import listed, measure, table


def main() -> int:
    """Run the command that the arguments name; measuring ends with 1 where a wrong figure came without a word."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build")
    building.add_argument("folder", type=Path)
    building.add_argument("--seed", type=int, default=1)
    building.add_argument("--count", type=int, default=450)
    measuring = commands.add_parser("measure")
    measuring.add_argument("folder", type=Path)
    measuring.add_argument("--most", type=int, default=3, help="failures listed of a file and a kind")
    commands.add_parser("keep").add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.command == "keep":
        print(f"{len(keep(arguments.folder, Path(__file__).parent / 'files'))} files")
        return 0
    if arguments.command == "build":
        entries = build(arguments.folder, arguments.seed, arguments.count)
        print(f"{len(entries)} files")
        return 0
    return _measured(arguments.folder, arguments.most)


def _measured(folder: Path, most: int) -> int:
    found = measure(folder)
    for score in found.values():
        for line in listed(score.failures, most):
            print(line)
    print(table(found))
    silent = sum(score.silent for score in found.values())
    return int(silent > 0)


if __name__ == "__main__":
    sys.exit(main())
