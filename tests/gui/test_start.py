"""What the start loads, in a process of its own: nothing that the first painting does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import recent
from core.recent import RecentReport

ROOT = Path(__file__).resolve().parents[2]
LATER = {"pydantic", "gui.desk", "gui.bars", "core.checks", "core.template", "PySide6.QtPrintSupport"}
CARDS = "gui.panes.home_known"

# PySide makes a class when it is first touched: until then its module does not have it.
PAINT = """
import sys
from PySide6 import QtCore, QtGui, QtWidgets
from gui import app
app._WARM_AFTER_MS = 600_000
application = app.application()
window = app.build(application)
window.show()
application.processEvents()  # with the keys on their first place
made = [name for module in (QtCore, QtGui, QtWidgets) for name in vars(module)]
print(*sys.modules, *(f"made:{name}" for name in made))
"""

SLOW = """
import time
from PySide6.QtCore import QEvent, QObject
from gui import app
order = []
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            order.append("painted")
        return False
def begun(*_):
    order.append("warming")
    application.quit()
app._warm_up = begun
application = app.application()
window = app.build(application)
watch = Watch()
window._home.installEventFilter(watch)
time.sleep(3 * app._WARM_AFTER_MS / 1000)
window.show()
application.exec()
print(order[0])
"""

WARM = """
import linecache, sys, threading
from gui import app, warming
home = threading.current_thread()
where = {}
class Watch:
    def find_spec(self, name, path=None, target=None):
        where.setdefault(name, threading.current_thread() is home)
sys.meta_path.insert(0, Watch())
application = app.application()
window = app.build(application)
window.show()
kept = ["nobody told"]
def told(*_):
    kept[:] = linecache.cache
    application.quit()
warming._tell_of_own_files = told
application.exec()
before = set(sys.modules)
window.desk
print(*(f"{'screen' if here else 'beside'}:{name}" for name, here in where.items()))
print(*(set(sys.modules) - before))
print(*kept)
"""

COLLECT = """
import gc
import main
gui = main.starting()
from gui import collecting, rehearsal, warming
print(gc.isenabled())
if FAILS:
    warming._BENEATH = ("core.nothing_of_that_name",)
begun = []
collecting.begin = begun.append
def told(*_):
    print(gc.isenabled(), begun == [window])
    application.quit()
rehearsal.begin = told
application = gui.application()
window = gui.build(application)
window.messages.show = told
window.show()
print(gc.isenabled(), bool(begun))
application.exec()
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a program without a screen and returns its lines as sets of words."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def run(program: str) -> list[set[str]]:
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ,
            capture_output=True,
            check=True,
            timeout=120,
        )
        return [set(line.split()) for line in done.stdout.decode("utf-8").split("\n")]

    return run


def test_the_first_home_page_is_painted_without_what_comes_later(run):
    # when
    loaded = run(PAINT)[0]

    # then: nor are the classes made that take PySide longest
    assert "gui.panes.home" in loaded
    assert not loaded & (LATER | {CARDS})
    assert not loaded & {"made:Qt", "made:QStyle", "made:QEvent", "made:QMessageBox", "made:QIcon"}


def test_with_reports_their_cards_are_all_that_comes_on_top(run, tmp_path):
    # given
    recent.remember(RecentReport(str(tmp_path / "柳河镇.nianbao"), "清溪县柳河镇人民政府", 2024, "还没填完"))

    # when
    loaded = run(PAINT)[0]

    # then
    assert CARDS in loaded
    assert not loaded & LATER
    assert not loaded & {"made:Qt", "made:QStyle", "made:QEvent", "made:QMessageBox", "made:QIcon"}


def test_a_slow_computer_paints_the_home_page_before_it_loads_more(run):
    # when
    first = run(SLOW)[0]

    # then
    assert first == {"painted"}


def test_beside_the_home_page_all_is_loaded_and_what_is_qts_on_the_screens_thread(run):
    # when
    where, at_the_first_report, sources, *_ = run(WARM)

    # then
    assert {"beside:core.opening", "beside:core.aspects", "screen:gui.desk", f"screen:{CARDS}"} <= where
    assert not [name for name in where if name.startswith(("beside:gui", "beside:PySide6"))]
    assert at_the_first_report == set()
    assert sources == set()  # which PySide reads of all that is loaded


@pytest.mark.parametrize("fails", [False, True])
def test_the_collector_of_garbage_rests_until_all_is_loaded(run, fails):
    # when
    loaded, shown, after, *_ = run(COLLECT.replace("FAILS", str(fails)))

    # then
    assert (loaded, shown, after) == ({"False"}, {"False"}, {"False", "True"})
