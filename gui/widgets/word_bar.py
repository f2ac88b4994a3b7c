"""A tool bar whose buttons show icons beside their words as long as that takes no room from what stands between them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar

from gui.widgets.icons import icon, icon_size

_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
_BETWEEN = 4  # an icon and its words, as the style puts them

_WITH_ICONS, _WORDS_ALONE = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonTextOnly,
)


class WordBar(QToolBar):
    """Words are always there; icons only where everything else has all the room that it asks for."""

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
        """Look again where words have another length, and draw anew for another screen."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
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
        size = icon_size(self.fontMetrics())
        if self.iconSize() != size:
            self.setIconSize(size)
        icons = sum(not action.icon().isNull() for action in self.actions())
        more = 0 if self.toolButtonStyle() == _WITH_ICONS else icons * (size.width() + _BETWEEN)
        style = _WITH_ICONS if self.sizeHint().width() + more <= self.width() else _WORDS_ALONE
        if self.toolButtonStyle() != style:
            self.setToolButtonStyle(style)
