"""What can be done with the open report beside editing it: one module each, with a `commands(desk)` of its own.

To add a feature: a module here, its line in `_FEATURES`, its commands in gui/commands.py.
"""

from collections.abc import Callable

from gui.features.desk import AtDesk

Commands = dict[str, Callable[[], object]]
Feature = Callable[[AtDesk], Commands]

_FEATURES: tuple[Feature, ...] = ()


def commands(desk: AtDesk) -> Commands:
    """Return what the commands of all features do."""
    return {name: handler for feature in _FEATURES for name, handler in feature(desk).items()}
