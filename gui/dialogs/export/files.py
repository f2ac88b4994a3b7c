"""What is to be written: the formats, the check sheet and the package, each a box to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from core.export import FORMATS, PACKAGE, PACKAGE_SUFFIX, SHEET, Format

_COLUMNS = 2
_SHEET_NAME = "自查表"
_SHEET_SUFFIXES = (".docx", ".pdf")


class FileChoices(QWidget):
    """The boxes, two beside each other.

    Signals:
        changed(): something else is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes = {one.id: QCheckBox(f"{one.name}（{one.suffix}）") for one in FORMATS}
        self._boxes[SHEET] = QCheckBox("自查表：检查结果（.docx、.pdf）")
        self._boxes[PACKAGE] = QCheckBox("报送包：全部文件和清单（.zip）")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        for number, (one, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"format_{one}")
            box.toggled.connect(self.changed)
            grid.addWidget(box, *divmod(number, _COLUMNS))

    def tick(self, ids: Iterable[str]) -> None:
        """Tick these boxes alone."""
        wanted = set(ids)
        for one, box in self._boxes.items():
            box.setChecked(one in wanted)

    @property
    def ticked(self) -> list[str]:
        """The ids of what is wanted."""
        return [one for one, box in self._boxes.items() if box.isChecked()]

    @property
    def formats(self) -> list[Format]:
        """The formats wanted."""
        return [one for one in FORMATS if self._boxes[one.id].isChecked()]

    def names(self, stem: str) -> list[str]:
        """Return the names of the files that will be written."""
        names = [stem + one.suffix for one in self.formats]
        if SHEET in self.ticked:
            names += [stem + _SHEET_NAME + suffix for suffix in _SHEET_SUFFIXES]
        return [*names, stem + PACKAGE_SUFFIX] if PACKAGE in self.ticked else names
