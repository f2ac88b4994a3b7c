"""The rows of words to be pasted: paragraphs that are put in, and what is left out; what is said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.pasting import Block
from core.report import Paragraph

LEFT_OUT = "不放"
_TABLE = "！表格"
_NAMES = {0: "正文", 1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


@dataclass(frozen=True, slots=True)
class Left:
    """Words that are not put into the report."""

    text: str


Row = Paragraph | Block | Left


def shown(row: Row) -> tuple[str, str]:
    """Return what a row shows: its level, or what becomes of it, and its words."""
    if isinstance(row, Block):
        return _TABLE, f"{LEFT_OUT}：{row.name}"
    return (LEFT_OUT, row.text) if isinstance(row, Left) else (_NAMES[row.level], row.text)


def said_of_rest(rows: Sequence[Row], *, web: int, deleted: int) -> str:
    """Return what is said of all that is not put in, "" where nothing is left out.

    So many lines of it as `web` are such as a web page prints around its text.
    """
    tables = sum(isinstance(row, Block) for row in rows)
    left = sum(isinstance(row, Left) for row in rows)
    said = ""
    if left:
        some = "" if web == left else f"有 {web} 段"
        kind = f"，{some}看着是网页上的按钮、日期这些" if web else ""
        said += f"另有 {left} 段标着“{LEFT_OUT}”，不放进报告{kind}；要放就选中它，再按“{LEFT_OUT}”。"
    said += f"其中 {tables} 个表格不放；表里的数请填到报告的表格里。" if tables else ""
    if deleted:
        said += f"原文开着修订，标为删除的 {deleted} 处没有带过来。"
    return said
