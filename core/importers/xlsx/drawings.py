"""What lies over the cells of a sheet: comments, text boxes, pictures, objects. They are counted, and named."""

from core.importers.document import Remark
from core.importers.packages import Package
from core.importers.sheets.model import Sheet
from core.importers.xlsx import parts, strings

_LONGEST_WORDS = 300
_SHAPES = {"pic": "pictures", "graphicFrame": "pictures"}
_OBJECTS = ("oleObject", "package", "control")
_COMMENTS = {"comments": "comment", "threadedComment": "threadedComment"}


def count(sheet: Sheet, package: Package, part: str) -> None:
    """Count what lies over the cells of a sheet; the words of text boxes go into a remark."""
    for link in package.relationships(part):
        if link.external or not package.has(link.target):
            continue
        if link.kind == "drawing":
            _take_drawing(sheet, package, link.target)
        elif link.kind in _COMMENTS:
            comments = package.parsed(link.target).iter(f"{{*}}{_COMMENTS[link.kind]}")
            sheet.comments = max(sheet.comments, sum(1 for _ in comments))
        elif link.kind in _OBJECTS:
            sheet.pictures += 1


def _take_drawing(sheet: Sheet, package: Package, part: str) -> None:
    words: list[str] = []
    for shape in package.parsed(part).iter("{*}pic", "{*}graphicFrame", "{*}sp"):
        if parts.local_name(shape) in _SHAPES:
            sheet.pictures += 1
            continue
        paragraphs = ("".join(t.text or "" for t in p.iter("{*}t")) for p in shape.iter("{*}p"))
        text = strings.plain("\n".join(paragraphs)).strip()
        if text:
            words.append(text)
    if words:
        where = f"工作表“{sheet.name}”里有 {len(words)} 个文本框，其中的文字没有放入报告，请核对。"
        sheet.remarks.append(Remark(where, "\n".join(words)[:_LONGEST_WORDS]))
