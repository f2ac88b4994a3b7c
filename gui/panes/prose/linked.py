"""A linked number in words, and what can be done about it under the right button."""

from collections.abc import Callable

from core import cell_names, links
from core.checks.model import CellPlace
from core.report import Link
from gui.panes.prose.menu import Offer
from gui.session import Session


def cell_words(session: Session, cell: str) -> str:
    """Return the name of a cell in the clerk's words: 表三“自然人·予以公开”."""
    known = session.template.cells.get(cell)
    if known is None:
        return "已经没有的一格"
    table = session.template.tables_by_id[known.table].name
    return f"{table}“{cell_names.short(session.template, known).replace(' · ', '·')}”"


def link_words(session: Session, link: Link) -> str:
    """Return what hovering over a linked number says."""
    value = links.shown(session.report.text(link.cell))
    return f"这个数连着{cell_words(session, link.cell)}，那里是 {value}；表格里改了，这里一起变。"


def link_offers(
    session: Session, section: str, index: int, link: Link, go: Callable[[CellPlace], object]
) -> list[Offer]:
    """Return what can be done about a linked number of a paragraph; `go` shows its cell."""

    def part() -> None:
        session.edit(links.part(session.report, section, index, link))

    def show() -> None:
        go(CellPlace(link.cell, ""))

    offers: list[Offer] = [("取消连接", part)]
    if link.cell in session.template.cells:
        offers.append((f"到那一格：{cell_words(session, link.cell)}", show))
    return offers
