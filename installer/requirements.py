"""Print what pip has to install, read from pyproject.toml: `requirements.py run` or `requirements.py test`."""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def requirements(group: str) -> list[str]:
    """Return the requirement lines of the program, and with "test" those of its tests as well."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = list(project["project"]["dependencies"])
    if group != "run":
        lines += project["dependency-groups"][group]
    return lines


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
