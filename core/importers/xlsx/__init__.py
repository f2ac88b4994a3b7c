"""Reads Excel workbooks (xlsx, xlsm) from their XML parts: cells as they are shown, nothing run, nothing fetched."""

from core.importers import packages, sheets
from core.importers.document import Document, Remark
from core.importers.kinds import Source
from core.importers.packages import Element, Package
from core.importers.sheets import errors
from core.importers.sheets.keeper import Keeper
from core.importers.sheets.model import Book, Sheet
from core.importers.xlsx import cells, drawings, parts, strings, styles
from core.importers.xlsx.cells import Ground

_WORKBOOK = "xl/workbook.xml"
_TRUE = ("1", "true")


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in a workbook; `known` are the bare words of the forms' tables."""
    return sheets.document(book(source), source.name, known)


def book(source: Source) -> Book:
    """Return the sheets of a workbook; InputError says why there are none."""
    package = packages.open_package(source)
    main = package.main(_WORKBOOK)
    if main.casefold().endswith(".bin"):
        raise errors.binary(source.name)
    root = package.parsed(main)
    ground = _ground(package, main, root)
    links = {link.id: link for link in package.relationships(main)}
    found: list[Sheet] = []
    remarks = list(package.remarks())
    for one in parts.children(root, "sheets", "sheet"):
        name = one.get("name", "")
        link = links.get(parts.attribute(one, "id"))
        if link is None or link.external or not package.has(link.target):
            remarks.append(Remark(f"工作表“{name}”在文件里找不到，没有读取，请核对。"))
        elif link.kind != "worksheet":
            remarks.append(Remark(f"工作表“{name}”是图表或宏，不是表格，没有读取。"))
        else:
            found.append(_sheet(package, link.target, ground, one))
    return Book(tuple(found), tuple(remarks))


def _ground(package: Package, main: str, root: Element) -> Ground:
    """Return what the cells of all sheets refer to: words, number formats, the first day of the calendar."""
    targets = {link.kind: link.target for link in package.relationships(main) if package.has(link.target)}
    from_1904 = any(one.get("date1904", "") in _TRUE for one in root if parts.local_name(one) == "workbookPr")
    words = strings.shared(package, targets["sharedStrings"]) if "sharedStrings" in targets else ()
    formats = styles.of(package, targets["styles"]) if "styles" in targets else styles.NONE
    return Ground(Keeper(package.name), words, formats, from_1904=from_1904)


def _sheet(package: Package, part: str, ground: Ground, entry: Element) -> Sheet:
    sheet = Sheet(entry.get("name", ""), hidden=entry.get("state", "visible") != "visible")
    cells.fill(sheet, package, part, ground)
    drawings.count(sheet, package, part)
    return sheet
