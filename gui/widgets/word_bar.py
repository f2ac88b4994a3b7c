"""A tool bar whose buttons show icons beside their words where there is much room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar

from gui.widgets.icons import icon, icon_size

_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
_ROOM = 90  # letters: with fewer the steps between may need it all, whatever they say

_WITH_ICONS, _WORDS_ALONE = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonTextOnly,
)


class WordBar(QToolBar):
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Draw anew for another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_icons()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Go by the size of the writing and by the colours."""
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._draw_icons()
            self._fit()

    def _draw_icons(self) -> None:
        size = icon_size(self.fontMetrics())
        for action, name in self._icons.items():
            action.setIcon(icon(name, size, self.devicePixelRatioF()))

    def _fit(self) -> None:
        measure = self.fontMetrics()
        self.setIconSize(icon_size(measure))
        has_room = self.width() >= _ROOM * measure.horizontalAdvance("年")
        self.setToolButtonStyle(_WITH_ICONS if has_room else _WORDS_ALONE)
