"""The command that writes the files to hand in."""

import argparse
from pathlib import Path

from core.cli import ahead
from core.cli.answers import print_json


def export_files(arguments: argparse.Namespace) -> int:
    """Write a report in the formats asked for, all or none."""
    wanted = [one.strip().lower() for one in arguments.to.split(",")]
    with ahead.typesetter(wanted) as helper:
        from core.cli.writing import write  # only here: the process beside gets ready while this is loaded

        paths = write(Path(arguments.report), wanted, Path(arguments.out), helper)
    if arguments.json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0
