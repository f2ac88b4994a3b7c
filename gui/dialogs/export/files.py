"""What is to be written: the formats, the check sheet and the package, each a box to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from core.export import DRAFT, FORMATS, PACKAGE, PACKAGE_SUFFIX, SHEET, Format
from gui.theme import scaled

_COLUMNS = 2
_SHEET_NAME = "自查表"
_SHEET_SUFFIXES = (".docx", ".pdf")
_WORKBOOK = "xlsx"
_INDENT = 24
_LETTERS = {"docx": "W", "pdf": "P", "xlsx": "X", "html": "H"}  # with Alt; no others of the dialog


class FileChoices(QWidget):
    """The boxes, two beside each other, and below that of the workbook whether it shows the checks.

    `is_draft` says whether the files are named as those of a draft: they never replace those that can be handed in.

    Signals:
        changed(): something else is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, *, is_draft: bool) -> None:
        super().__init__(parent)
        self.is_draft = is_draft
        self._boxes = {one.id: QCheckBox(_words(one)) for one in FORMATS}
        self._boxes[SHEET] = QCheckBox("自查表：检查结果（.docx、.pdf）(&C)")
        self._boxes[PACKAGE] = QCheckBox("报送包：全部文件和清单（.zip）(&Z)")
        self._checks = QCheckBox("Excel 里带“自查”工作表（本单位留存用）(&S)")
        self._checks.setObjectName("workbookChecks")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        below = list(self._boxes).index(_WORKBOOK) // _COLUMNS + 1
        for number, (one, box) in enumerate(self._boxes.items()):
            box.setObjectName(f"format_{one}")
            box.toggled.connect(self._follow)
            row, column = divmod(number, _COLUMNS)
            grid.addWidget(box, row + (row >= below), column)
        indented = QHBoxLayout()
        indented.setContentsMargins(scaled(_INDENT), 0, 0, 0)
        grid.addLayout(indented, below, 0, 1, _COLUMNS)
        indented.addWidget(self._checks)

    def _follow(self) -> None:
        """Ask for the checks where there is a workbook to show them: that of the package never does."""
        self._checks.setEnabled(_WORKBOOK in self.ticked)
        self.changed.emit()

    def tick(self, ids: Iterable[str], *, shows_checks: bool) -> None:
        """Tick these boxes alone, and whether the workbook shows the checks."""
        wanted = set(ids)
        for one, box in self._boxes.items():
            box.setChecked(one in wanted)
        self._checks.setChecked(shows_checks)
        self._follow()

    @property
    def shows_checks(self) -> bool:
        """Whether the workbook is to show the checks."""
        return self._checks.isChecked()

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
        return [name for one in self.ticked for name in self.names_of(one, stem)]

    def all_names(self, stem: str) -> list[str]:
        """Return the names of all files that may lie there from an export before, drafts among them."""
        return [*(name for one in self._boxes for name in self.names_of(one, stem)), *self.drafts(stem)]

    def others(self, stem: str) -> dict[str, list[str]]:
        """Return the names of the files that will not be written, by what would have to be ticked for them."""
        return {one: self.names_of(one, stem) for one in self._boxes if one not in self.ticked}

    def drafts(self, stem: str) -> list[str]:
        """Return the names that the files of a draft have, none where these are such files themselves."""
        return [] if self.is_draft else [name for one in self._boxes for name in _names(one, stem, DRAFT)]

    def tick_also(self, ids: Iterable[str]) -> None:
        """Tick these boxes besides."""
        for one in ids:
            self._boxes[one].setChecked(True)

    def names_of(self, one: str, stem: str) -> list[str]:
        """Return the names of the files that a box stands for."""
        return _names(one, stem, DRAFT if self.is_draft else "")


def _names(one: str, stem: str, mark: str) -> list[str]:
    if one == SHEET:
        return [stem + _SHEET_NAME + mark + suffix for suffix in _SHEET_SUFFIXES]
    if one == PACKAGE:
        return [stem + mark + PACKAGE_SUFFIX]
    return [stem + mark + known.suffix for known in FORMATS if known.id == one]


def _words(one: Format) -> str:
    letter = _LETTERS.get(one.id)
    return f"{one.name}（{one.suffix}）" + (f"(&{letter})" if letter else "")
