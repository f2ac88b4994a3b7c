"""Exporting: which files, how they look, in which fonts, into which folder."""

from gui.dialogs.export.dialog import ExportDialog

__all__ = ["ExportDialog"]
