"""A large button with a line of explanation under it: one of the ways to go on from the home page."""

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import scaled
from gui.widgets.low_screen import is_on_very_low_screen
from gui.widgets.plain import plain

_SCALE = 1.4
_AROUND, _CLOSE_AROUND = 36, 16  # a button's words; the second where the screen is very low
_BESIDE_WORDS = 34  # what the style puts around an icon and words
_ROOM_FOR_ICONS = 880  # three choices beside each other


class Choice(QWidget):
    """A choice; `name` is that of its button, `primary` says that it stands out as the one thing to do next.

    `explanation` is what is said of it.
    """

    def __init__(self, name: str, words: str = "", explanation: str = "", *, primary: bool = False) -> None:
        super().__init__()
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setProperty("primary", primary)
        self.button.setAutoDefault(True)
        self.button.setFont(larger(self.button.font()))
        around = _CLOSE_AROUND if is_on_very_low_screen(self) else _AROUND
        self.button.setMinimumHeight(self.button.fontMetrics().height() + around)
        self._has_icon = _has_room_for_icons()  # the style sheet knows it by the name of the button
        self.button.setProperty("pictured", self._has_icon)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.below = QLabel()
        self.below.setProperty("quiet", True)
        self.below.setProperty("place", "below")
        self.below.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self.below, 1)
        self.explanation = ""
        self._is_short = False
        self.show_words(words, explanation)

    def show_words(self, words: str, explanation: str) -> None:
        """Show other words on the button and under it."""
        self.button.setText(words)
        if self._has_icon:  # with its icon the style sheet asks for no more room than without
            measure = self.button.fontMetrics()
            around = measure.height() + _BESIDE_WORDS
            self.button.setMinimumWidth(measure.horizontalAdvance(words.replace("&", "")) + around)
        self.button.setAccessibleDescription(explanation)
        self.below.setText(explanation)
        self.explanation = explanation
        self._tell_on_hover()

    def be_short(self, is_short: bool) -> None:
        """Explain on hover alone, or below the button."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.below.setVisible(not is_short)
            self._tell_on_hover()

    def _tell_on_hover(self) -> None:
        self.button.setToolTip(plain(self.explanation) if self._is_short else "")

    def set_primary(self, primary: bool) -> None:
        """Let it stand out, or not."""
        if self.button.property("primary") == primary:
            return
        self.button.setProperty("primary", primary)
        if self.window().isVisible():  # else it is dressed later, before it is seen
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)


def _has_room_for_icons() -> bool:
    """Return whether the screen has room for them beside the words, in the size of the interface of now."""
    return QGuiApplication.primaryScreen().availableSize().width() >= scaled(_ROOM_FOR_ICONS)


def larger(font: QFont) -> QFont:
    """Return the font in the size of what stands out on the home page."""
    more = QFont(font)
    more.setPointSizeF(font.pointSizeF() * _SCALE)
    return more
