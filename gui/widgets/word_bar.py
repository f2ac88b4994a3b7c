"""A tool bar whose buttons show icons beside their words as long as that takes no room from what stands between them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar

from gui.widgets.icons import icon_size

_BETWEEN = 4  # an icon and its words, as the style puts them

_WITH_ICONS, _WORDS_ALONE = (
    Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    Qt.ToolButtonStyle.ToolButtonTextOnly,
)


class WordBar(QToolBar):
    """Words are always there; icons only where everything else has all the room that it asks for."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setToolButtonStyle(_WORDS_ALONE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again where words have another length."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Go by the size of the writing."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        size = icon_size(self.fontMetrics())
        if self.iconSize() != size:
            self.setIconSize(size)
        icons = sum(not action.icon().isNull() for action in self.actions())
        more = 0 if self.toolButtonStyle() == _WITH_ICONS else icons * (size.width() + _BETWEEN)
        style = _WITH_ICONS if self.sizeHint().width() + more <= self.width() else _WORDS_ALONE
        if self.toolButtonStyle() != style:
            self.setToolButtonStyle(style)
