"""The fonts of the printed page on the screen: the computer's own by their names, else the bundled ones."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from core.paths import RESOURCES
from core.style import standard
from gui import theme


@cache
def families(name: str) -> tuple[str, ...]:
    """Return the installed families of a font of the standard ("fangsong", "kai", "hei"), best first."""
    font = standard().fonts[name]
    installed = set(QFontDatabase.families())
    own = [family for family in font.names if family in installed]
    return tuple(own or _bundled(font.bundled))


def page_font(name: str) -> QFont:
    """Return a font of the page at reading size."""
    font = QFont()
    known = families(name)
    if known:
        font.setFamilies([*known, *font.families()])
    font.setPointSizeF(theme.page_points())
    return font


def _bundled(file_name: str) -> list[str]:
    path = RESOURCES / "fonts" / file_name
    if not path.is_file():
        return []
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
