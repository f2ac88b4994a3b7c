"""The folder into which a page of the manual is saved: where the last one went, before the first that of the reports."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from core.settings import Settings
from gui.places import OPTIONS, documents, is_so

_FOLDER = "manualFolder"


def folder_for(manual: QWidget) -> Path:
    """Return where the last page went, else where a report was opened last; the clerk's own folder where neither answers."""
    window = _lowest(manual)
    options = window.property(OPTIONS)
    known = (window.property(_FOLDER), options.open_folder if isinstance(options, Settings) else "")
    return next((Path(one) for one in known if one and is_so(Path(one).is_dir)), None) or documents()


def note_folder(manual: QWidget, name: str) -> None:
    """Note where a page goes, with the window beneath all: it outlives the manual."""
    _lowest(manual).setProperty(_FOLDER, str(Path(name).parent))


def _lowest(widget: QWidget) -> QWidget:
    while below := widget.parentWidget():
        widget = below
    return widget
