"""`python -m tests.screenshots FOLDER`: pictures of every page and dialog, to be looked at with fresh eyes."""

import json
import os
import sys
import tempfile
from pathlib import Path

from tests.screenshots import SIZES


def main(folder: Path) -> int:
    """Take the pictures on a screen that is not there; return the exit status."""
    with tempfile.TemporaryDirectory() as own:
        screens = Path(own) / "screens.json"
        screens.write_text(json.dumps(_screens()), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        from core.template import built_in
        from gui.app import application
        from tests.screenshots.taking import take

        app = application()
        taken = [*take(folder, built_in())]
        app.processEvents()
    print(f"{len(taken)} pictures in {folder}")
    return 0


def _screens() -> dict[str, object]:
    """Return one screen for each size of the pictures, beside each other: Qt's own is too low for large dialogs."""
    screens, x = [], 0
    for width, height in SIZES:
        more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        screens.append(
            {"name": f"{width}x{height}", "x": x, "y": 0, "width": width, "height": height, **more}
        )
        x += width
    return {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens}


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("python -m tests.screenshots FOLDER")
    sys.exit(main(Path(sys.argv[1])))
