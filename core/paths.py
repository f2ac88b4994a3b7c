"""Where things lie: what ships with the program, and the clerk's own folder."""

import os
from pathlib import Path

from platformdirs import user_data_path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def home() -> Path:
    """Return the folder of settings, autosaves, backups and own templates; it may not exist yet.

    `NIANBAO_HOME` overrides the platform's data folder.
    """
    named = os.environ.get("NIANBAO_HOME")
    return Path(named) if named else user_data_path("nianbao", appauthor=False)


def recovery() -> Path:
    """Return the folder of what was typed and is in no file of the clerk's yet; it may not exist yet."""
    return home() / "recovery"
