"""A tool bar whose buttons show icons beside their words where there is much room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from gui.widgets.icons import icon, icon_size
from gui.widgets.looks_again import LooksAgain

_LOOKS = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.DevicePixelRatioChange,
)
_ROOM = 90  # letters: with fewer the steps between may need it all, whatever they say

_WITH_ICONS, _WORDS_ALONE = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonTextOnly,
)


class WordBar(LooksAgain, QToolBar):
    """Words are always there; icons where the bar is wide for its writing, so that they do not come and go while one types."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._icons: dict[QAction, str] = {}
        self.setToolButtonStyle(_WORDS_ALONE)

    def give_icon(self, action: QAction, name: str) -> None:
        """Show an icon beside the words of an action on the bar, not in menus: there stand many more, and words alone."""
        self._icons[action] = name
        action.setIconVisibleInMenu(False)
        self._draw_icons()

    def event(self, event: QEvent) -> bool:
        """Draw anew in another size of writing, in other colours, for another screen."""
        heard = super().event(event)
        if event.type() in _LOOKS:
            self._draw_icons()
        return heard

    def _draw_icons(self) -> None:
        size = icon_size(self.fontMetrics())
        for action, name in self._icons.items():
            action.setIcon(icon(name, size, self.devicePixelRatioF()))

    def fit(self) -> None:
        """Show icons where the bar is wide for its writing."""
        measure = self.fontMetrics()
        self.setIconSize(icon_size(measure))
        has_room = self.width() >= _ROOM * measure.horizontalAdvance("年")
        self.setToolButtonStyle(_WITH_ICONS if has_room else _WORDS_ALONE)
