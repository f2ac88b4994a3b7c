"""The versions before: which there are, what differs from now, and taking back a part or all."""

from gui.dialogs.versions.dialog import VersionDialog

__all__ = ["VersionDialog"]
