"""Themes by role: every colour of the window is asked for by what it is for, never by itself."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template as Text
from types import MappingProxyType

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from core.paths import RESOURCES
from core.settings import Settings

_FOLDER = RESOURCES / "themes"
_ICONS = RESOURCES / "icons"
_FAMILIES = (
    "Microsoft YaHei UI",
    "微软雅黑",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_POINT_SIZE = 10.5
_PAGE_TO_INTERFACE = 4 / 3  # 14 pt where the interface is written in 10.5 pt
_SCALE, _PAGE_SCALE = "scale", "pageScale"  # what the program keeps them under, beside its font
# What the application is started with: `setStyle` would hand over a QStyle, and PySide takes 6 ms to learn what that is.
STYLE = ("-style", "Fusion")
_FONT = RESOURCES / "fonts" / "NianbaoHei.ttf"

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet_text",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
}


@dataclass(frozen=True)
class Theme:
    """A look of the window: `colours` by role as "#rrggbb", and the name the clerk chooses it by."""

    id: str
    name: str
    dark: bool
    colours: Mapping[str, str]

    @staticmethod
    def load(theme_id: str) -> "Theme":
        """Return the theme of that id; ValueError where there is none."""
        path = _FOLDER / f"{theme_id}.toml"
        if theme_id not in names():
            raise ValueError(f"no theme {theme_id!r}")
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        base = data["base"]
        colours = {role: base[colour] for role, colour in data["role"].items()}
        return Theme(theme_id, data["name"], data["dark"], MappingProxyType(colours))

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; KeyError where no theme knows it."""
        return QColor(self.colours[role])

    @property
    def style_sheet(self) -> str:
        """The one style sheet of the window in the colours of this theme."""
        text = (_FOLDER / "window.qss").read_text(encoding="utf-8")
        QDir.setSearchPaths("theme", [str(_FOLDER)])
        QDir.setSearchPaths("icons", [str(_ICONS)])
        tick = "tick-dark.svg" if self.dark else "tick-light.svg"
        named = {**self.colours, **_frame_sizes()}
        return Text(text).substitute(named, tick=tick, theme=self.id, caret=max(1, scaled(1)))

    @property
    def palette(self) -> QPalette:
        """The palette for what the style sheet does not reach."""
        palette = QPalette()
        for place, role in _PALETTE.items():
            palette.setColor(place, self.colour(role))
        disabled = self.colour("disabled_text")
        for place in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, disabled)
        return palette


def names() -> list[str]:
    """Return the ids of all themes, the light one first."""
    return sorted((path.stem for path in _FOLDER.glob("*.toml")), key=lambda name: (name != "light", name))


def interface_font(scale: int = 100) -> QFont:
    """Return the font of the interface at a scale in percent."""
    font = QFont()
    font.setFamilies([*_brought_along(), *_FAMILIES])
    font.setPointSizeF(_POINT_SIZE * scale / 100)
    return font


def _brought_along() -> tuple[str, ...]:
    """Return the family of the font that ships with the program where the computer has none for Chinese."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ()
    return _shipped()


@cache
def _shipped() -> tuple[str, ...]:
    return tuple(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_FONT))))


def scaled(length: int) -> int:
    """Return how many pixels a length takes in the size of the interface of now."""
    return round(length * _percent(_SCALE) / 100)


def _frame_sizes() -> dict[str, object]:
    """Return the widths of the frames that tell where the keys are, and what is left of the room within, in pixels.

    They grow with the interface, and what they are around does not: the room that they take is there without them too.
    """
    ring = max(2, scaled(2))
    return {
        "ring": ring,
        "spare": ring - 1,  # what there is beside a line of one pixel while the keys are elsewhere
        "within_5": 5 - ring,
        "within_9": 9 - ring,
        "within_13": 13 - ring,
        "within_tab": 4 - ring,
        "beside_tab": 8 - ring,
        # of the five pixels at the edge of a primary button, the third and the next one or two
        "ring_end": 0.8 if ring == 2 else 0.999,
        "ring_past": 0.801 if ring == 2 else 1,
    }


def page_points() -> float:
    """Return the size of the words on the sheet, in points: it grows with the interface and by its own scale."""
    return QGuiApplication.font().pointSizeF() * _PAGE_TO_INTERFACE * _percent(_PAGE_SCALE) / 100


def _percent(name: str) -> int:
    """Return a scale of the program, 100 where nothing was chosen."""
    app = QGuiApplication.instance()
    return (app.property(name) if app else None) or 100


def chosen(options: Settings) -> Theme:
    """Return the theme of the options, the first where there is none of that name."""
    return Theme.load(options.theme if options.theme in names() else names()[0])


def dress(options: Settings) -> Theme:
    """Dress the whole program as the options say, and return the theme."""
    theme = chosen(options)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, theme, scale=options.scale, page_scale=options.page_scale)
    return theme


def apply(app: QApplication, theme: Theme, *, scale: int = 100, page_scale: int = 100) -> None:
    """Dress the whole program in a theme; `scale` is the size of the writing in percent."""
    app.setProperty(_SCALE, scale)
    app.setProperty(_PAGE_SCALE, page_scale)
    app.setFont(interface_font(scale))
    app.setPalette(theme.palette)
    app.setStyleSheet(theme.style_sheet)
