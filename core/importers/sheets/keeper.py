"""The cells of a workbook as they come in: kept within measure, with what is said of errors and cut texts."""

from core.importers.document import Remark
from core.importers.sheets.errors import too_much
from core.importers.sheets.model import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_MERGED,
    Area,
    Cell,
    Place,
    Sheet,
    cell_name,
)
from core.importers.sheets.shown import Shown

_MOST_ERRORS = 20
_UNCOUNTED = "是公式，但文件里没有计算结果，已留空；请用 Excel 或 WPS 打开它、保存一次，再读入"


class Keeper:
    """Puts the cells of one workbook into its sheets; InputError where there are more than any report has."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0
        self._characters = 0
        self._errors = 0

    def keep(self, sheet: Sheet, place: Place, shown: Shown) -> None:
        """Put a cell into its sheet, or count it where it stands beyond what is read."""
        if not sheet.is_within(place):
            sheet.leave_outside(place)
            return
        text, doubt = shown.text, shown.doubt
        if len(text) > LONGEST_CELL:
            text, doubt = text[:LONGEST_CELL], f"这一格的文字过长，只读取了前 {LONGEST_CELL} 个字，请核对。"
            sheet.tell(f"的文字过长，只读取了前 {LONGEST_CELL} 个字", place)
        if shown.happened:
            sheet.tell(shown.happened, place)
        self._cells += 1
        self._characters += len(text)
        if self._cells > MOST_CELLS or self._characters > MOST_CHARACTERS:
            raise too_much(self._name)
        sheet.cells[place] = Cell(text, doubt)

    def keep_uncounted(self, sheet: Sheet, place: Place) -> None:
        """Keep a formula without a result as a blank in doubt."""
        if sheet.is_within(place):
            sheet.tell(_UNCOUNTED, place)
        self.keep(sheet, place, Shown("", "原文这一格是公式，没有计算结果，已留空。"))

    def keep_error(self, sheet: Sheet, place: Place, words: str) -> None:
        """Keep an error value as a blank in doubt."""
        if sheet.is_within(place):
            self._errors += 1
            self._tell_error(sheet, place, words)
        self.keep(sheet, place, Shown("", f"原文这一格是错误值 {words}，已留空。"))

    def _tell_error(self, sheet: Sheet, place: Place, words: str) -> None:
        if self._errors > _MOST_ERRORS:
            sheet.tell("是错误值，已留空待填", place)
            return
        message = f"工作表“{sheet.name}”的 {cell_name(place)} 是错误值 {words}，已留空待填。"
        sheet.remarks.append(Remark(message, words))


def merge(sheet: Sheet, area: Area) -> None:
    """Add a merged area to a sheet, as long as there are not more than any sheet has."""
    if len(sheet.merged) <= MOST_MERGED:
        sheet.merged.append(area)


def close(sheet: Sheet) -> None:
    """Empty a sheet whose merged areas are beyond all measure, with a remark."""
    if len(sheet.merged) > MOST_MERGED or any(area.is_endless for area in sheet.merged):
        sheet.cells, sheet.merged, sheet.framed = {}, [], set()
        sheet.remarks.append(Remark(f"工作表“{sheet.name}”的合并单元格不对，没有读入这个工作表，请核对。"))
