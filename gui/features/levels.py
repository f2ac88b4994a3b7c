"""The levels of a paragraph by keys: body text, "（一）", "1.", "（1）"."""

from collections.abc import Callable
from functools import partial

from gui.features.desk import AtDesk
from gui.panes.prose.levels import Level
from gui.panes.workspace import Workspace

_LEVELS: dict[str, Level] = {"levelBody": 0, "levelTwo": 2, "levelThree": 3, "levelFour": 4}
_NAMES: dict[Level, str] = {0: "正文", 2: "“（一）”这一级", 3: "“1.”这一级", 4: "“（1）”这一级"}


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands of the levels do."""
    return {
        name: desk.with_workspace(partial(_set_level, desk, level=level)) for name, level in _LEVELS.items()
    }


def _set_level(desk: AtDesk, work: Workspace, *, level: Level) -> None:
    if not work.page.prose:
        desk.say_for_now("请先把光标放到要改层级的那一段里。")
    elif not work.page.prose.set_level(level):
        desk.say_for_now(f"这里已经是{_NAMES[level]}了，没有改动。")
