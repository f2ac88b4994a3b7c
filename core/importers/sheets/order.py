"""The sheets of a workbook put into the order of a report: what a part of the prose points to stands right there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.importers.document import Element, Grid, Remark, Text, cells_of, rows_of
from core.importers.keys import keys
from core.importers.sheets.prose import SEE
from core.labels import plain_words

_AIDS = re.compile(
    r"(填报|填表|填写|使用|操作|编制|导入|制表|报表|表格)?(说明|须知|帮助|指南)|(指标|名词|口径)(解释|说明)"
    r"|目录|封面|(年报)?自查表?|走势图\d{0,2}|(数据)?(检查|校验|审核|核对)(表|结果|公式|关系)?|勾稽关系|字典|参数|选项|下拉(列表|选项)?"
)
_AID_TITLE = re.compile(r".{0,60}(自查表|填报说明|填表说明|填写说明|指标解释|使用说明)")
_NUMBER = re.compile(r"附?表?\s*[一二三四五\d]?\s*[、.．:：]?\s*")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]")
_SHOWN_OF_AN_AID = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet as its lines and tables."""

    name: str
    elements: tuple[Element, ...]

    @property
    def has_table(self) -> bool:
        """Whether a table stands on it."""
        return any(not isinstance(one, Text) for one in self.elements)


def without_aids(pages: Sequence[Page]) -> tuple[list[Page], list[Remark]]:
    """Return the sheets that are the report, and a remark on each that only helps to fill it in."""
    aids = [page for page in pages if page.elements and _is_aid(page)]
    if len(aids) == len([page for page in pages if page.elements]):
        return list(pages), []
    remarks = [
        Remark(f"工作表“{page.name}”看来是说明或检查用的，不是报告的内容，没有读入。", _words(page))
        for page in aids
    ]
    return [page for page in pages if page not in aids], remarks


def _is_aid(page: Page) -> bool:
    if _AIDS.fullmatch(plain_words(page.name)):
        return True
    first = page.elements[0]
    return isinstance(first, Text) and bool(_AID_TITLE.fullmatch(plain_words(first.text)))


def _words(page: Page) -> str:
    words = []
    for one in page.elements:
        words += [one.text] if isinstance(one, Text) else [cell.text for cell in cells_of(one) if cell.text]
    return " ".join(words)[:_SHOWN_OF_AN_AID]


def in_order(pages: Sequence[Page]) -> list[Element]:
    """Return the elements of all sheets as one document."""
    home = max(pages, key=_prose)
    held = list(home.elements)
    before: list[Element] = []
    behind: list[Element] = []
    seen_home = False
    for page in pages:
        if page is home:
            seen_home = True
        elif not _place(held, page):
            (behind if seen_home else before).extend(page.elements)
    return [*before, *held, *behind]


def _prose(page: Page) -> int:
    """Return how many numbered headings and how much text a sheet has: the one with most holds the prose."""
    texts = [one.text for one in page.elements if isinstance(one, Text)]
    return 10_000 * sum(bool(_SECTION.match(text)) for text in texts) + min(9_999, sum(map(len, texts)))


def _place(held: list[Element], page: Page) -> bool:
    """Put a sheet with a table where the prose points to it, or below the heading that it repeats."""
    for at, one in enumerate(held):
        see = SEE.fullmatch(one.text.strip()) if isinstance(one, Text) else None
        if see and see["name"] == page.name:
            held[at : at + 1] = _without_heading(page, _heading_above(held, at))
            return True
    titles = {_title(page.name), *(_title(one.text) for one in _above_table(page))} - {""}
    for at, one in enumerate(held):
        if page.has_table and isinstance(one, Text) and _is_heading(one) and _title(one.text) in titles:
            held[at + 1 : at + 1] = _without_heading(page, one)
            return True
    return False


def _heading_above(held: Sequence[Element], at: int) -> Text | None:
    above = (one for one in reversed(held[:at]) if isinstance(one, Text) and _is_heading(one))
    return next(above, None)


def _is_heading(one: Text) -> bool:
    return bool(one.heading or _SECTION.match(one.text.strip()))


def _above_table(page: Page) -> list[Text]:
    """Return the lines of a sheet before its first table."""
    found: list[Text] = []
    for one in page.elements:
        if not isinstance(one, Text):
            break
        found.append(one)
    return found


def _without_heading(page: Page, heading: Text | None) -> list[Element]:
    """Return the elements of a sheet without the line that says the heading once more."""
    if heading is None:
        return list(page.elements)
    same = _title(heading.text)
    above = _above_table(page)
    repeats = [one for one in above if _title(one.text) == same and same]
    return [one for one in page.elements if not (isinstance(one, Text) and one in repeats)]


def _title(text: str) -> str:
    """Return the words of a heading as they are compared: without its number."""
    plain = _SECTION.sub("", text.strip(), count=1)
    return keys(_NUMBER.sub("", plain, count=1))[1]


def numbered(elements: Sequence[Element]) -> list[Element]:
    """Return the elements with their lines counted through the whole document."""
    lines: dict[tuple[int, int], int] = {}
    result: list[Element] = []
    for at, one in enumerate(elements):
        if isinstance(one, Text):
            result.append(replace(one, line=lines.setdefault((at, one.line), len(lines) + 1)))
            continue
        rows = tuple(
            tuple(replace(cell, line=lines.setdefault((at, cell.line), len(lines) + 1)) for cell in row)
            for row in rows_of(one)
        )
        result.append(Grid(rows))
    return result
