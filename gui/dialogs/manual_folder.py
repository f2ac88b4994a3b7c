"""The folder into which a page of the manual is saved: where the last one went, as long as the window is open."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui.places import documents, is_so

_FOLDER = "manualFolder"


def folder_for(manual: QWidget) -> Path:
    """Return where the last page went, or the clerk's own folder where there was none or its folder is gone."""
    noted = _lowest(manual).property(_FOLDER)
    return Path(noted) if noted and is_so(Path(noted).is_dir) else documents()


def note_folder(manual: QWidget, name: str) -> None:
    """Note where a page goes, with the window beneath all: it outlives the manual."""
    _lowest(manual).setProperty(_FOLDER, str(Path(name).parent))


def _lowest(widget: QWidget) -> QWidget:
    while below := widget.parentWidget():
        widget = below
    return widget
