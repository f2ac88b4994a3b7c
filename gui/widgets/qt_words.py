"""Words of Qt's own dialogs that its Chinese calls otherwise than clerks do."""

from PySide6.QtCore import QTranslator

_WORDS = {("QFileSystemModel", "Size"): "大小"}


class QtWords(QTranslator):
    """Says these few words; asked before Qt's own translation, which says all others."""

    def translate(  # type: ignore[override] # None lets the next translation speak
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the word for one of Qt's, None for all that are well said already."""
        return _WORDS.get((context, source))

    def isEmpty(self) -> bool:  # noqa: N802 - the name is Qt's
        """Say that there are words: an empty translation is never asked."""
        return False
