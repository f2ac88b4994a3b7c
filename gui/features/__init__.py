"""What can be done with the open report beside editing it: one module each, with a `commands(desk)` of its own.

To add a feature: a module here, its line in `_FEATURES`, its commands in gui/commands.py.
"""

from collections.abc import Callable

from gui.features import (
    cells,
    form_change,
    going,
    guide,
    levels,
    links,
    mended,
    panes,
    phrases,
    search,
    sign_off,
    typed_total,
    versions,
    wayfinding,
)
from gui.features.desk import AtDesk
from gui.panes.workspace import Workspace

Commands = dict[str, Callable[[], object]]
Feature = Callable[[AtDesk], Commands]

_FEATURES: tuple[Feature, ...] = (
    going.commands,
    cells.commands,
    search.commands,
    phrases.commands,
    links.commands,
    levels.commands,
    versions.commands,
    sign_off.commands,
    wayfinding.commands,
    guide.commands,
    form_change.commands,
    panes.commands,
)

_ON_DRESSING: tuple[Callable[[AtDesk, Workspace], object], ...] = (
    search.carry_over,
    guide.carry_over,
    form_change.carry_over,
    typed_total.follow_again,
)
_ON_OPENING: tuple[Callable[[AtDesk], object], ...] = (
    guide.offer,
    form_change.tell,
    typed_total.follow,
    mended.follow,
    sign_off.tell,
)


def commands(desk: AtDesk) -> Commands:
    """Return what the commands of all features do."""
    return {name: handler for feature in _FEATURES for name, handler in feature(desk).items()}


def dressed(desk: AtDesk, before: Workspace) -> None:
    """Let the features bring over what they had put into the panes that were shown before, in another look."""
    for carry_over in _ON_DRESSING:
        carry_over(desk, before)


def opened(desk: AtDesk) -> None:
    """Let the features see a report that was just opened."""
    for look in _ON_OPENING:
        look(desk)
