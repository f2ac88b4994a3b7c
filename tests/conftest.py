"""What every test may use: the templates, the five real reports (where they lie beside the project)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from core.template import Library, built_in

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a display
if (
    "NIANBAO_HOME" not in os.environ
):  # what is written late, when its test is over, must not reach the clerk's folder
    os.environ["NIANBAO_HOME"] = tempfile.mkdtemp(prefix="nianbao-tests-")
    atexit.register(shutil.rmtree, os.environ["NIANBAO_HOME"], ignore_errors=True)

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def library() -> Library:
    """The templates that ship with the program."""
    return built_in()


@pytest.fixture(scope="session")
def seeds() -> dict[str, Path]:
    """The five real reports by their three-figure numbers; skips where they are not there."""
    found = {path.name[:3]: path for path in SEEDS.glob("0*.txt")}
    if not found:
        pytest.skip("the five real reports do not lie beside the project")
    return found


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder of the test's own, so that none touches the clerk's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("NIANBAO_HOME", str(home))
    return home
