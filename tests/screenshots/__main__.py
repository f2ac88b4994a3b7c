"""`python -m tests.screenshots FOLDER`: pictures of every page and dialog, to be looked at with fresh eyes."""

import os
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """Take the pictures on a screen that is not there; return the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from core.template import built_in
    from gui.app import application
    from tests.screenshots.taking import take

    app = application()
    taken = [*take(folder, built_in())]
    app.processEvents()
    print(f"{len(taken)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python -m tests.screenshots FOLDER")
    sys.exit(main(Path(sys.argv[1])))
