"""What speaks for a line being part of the frame of a page: links, buttons, the name of the part it stands in."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from core.importers.document import Text
from core.importers.html.pieces import Piece
from core.importers.recognise import lines
from core.labels import unspaced

_LISTED = re.compile(
    r"(索\s*引\s*号|发\s*布\s*(机\s*构|单\s*位|日\s*期|时\s*间)|(生|成|公)\s*[成文开]\s*(日\s*期|时\s*间|机\s*构)|文\s*号|(主题|信息|内容|体裁)分\s*类"
    r"|主\s*题\s*词|关\s*键\s*[词字]|有\s*效\s*性|(信息|文件)?(名\s*称|标\s*题)|内容概述|公开(方式|形式|范围|责任部门|时限)|来\s*源)\s*[:：]?"
)
_BESIDE = frozenset({"nav", "footer", "aside", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_OFFICE_PARTS = frozenset({"header", "footer"})  # as LibreOffice marks those of a page of paper
_FRAME_NAME = re.compile(
    r"(?:^|[-_\s])(nav|navi|navbar|navigation|menu|submenu|bread|breadcrumbs?|crumbs?|foot|footer|copyright|sidebar|"
    r"share|bdsharebuttonbox|pager?|pagination|toolbar|related|recommend|prevnext|search|login|weizhi|position|"
    r"friendlink|links)(?:$|[-_\s\d])",
    re.I,
)
_ATTACHED = re.compile(r"附.*|.*\.(docx?|xlsx?|wps|et|pdf|ofd|zip|rar)", re.I)
_SMALL_SHARE = 0.1


def is_listing(texts: Sequence[str]) -> bool:
    """Return whether a table lists what the site says of a document: its index number, publisher, date."""
    return sum(_LISTED.match(unspaced(text)) is not None for text in texts) >= 2


class Frame:
    """Tells which pieces without weight are frame; `held` is the weight within each element.

    An element that holds a good part of the report is no part beside it, whatever its name.
    """

    def __init__(self, held: Mapping[etree._Element, int]) -> None:
        self._held = held
        self._most = _SMALL_SHARE * max(held.values())
        self._beside: dict[etree._Element, bool] = {}

    def has(self, pieces: Sequence[Piece], at: int) -> bool:
        """Return whether something speaks for the piece at that place being frame."""
        piece = pieces[at]
        if not isinstance(piece.element, Text):
            return piece.is_link or is_listing(piece.texts)
        if piece.is_link and not _ATTACHED.fullmatch(piece.line):
            neighbours = (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2])
            return any(one.is_link for one in neighbours) or self._stands_beside(piece.node)
        return lines.is_page_end(piece.line) or self._stands_beside(piece.node)

    def _stands_beside(self, node: etree._Element) -> bool:
        """Return whether the element is a part of the page beside its text or stands in one."""
        for one in reversed([node, *node.iterancestors()]):
            if one not in self._beside:
                parent = one.getparent()
                above = parent is not None and self._beside[parent]
                self._beside[one] = above or (self._held.get(one, 0) <= self._most and _is_beside(one))
        return self._beside[node]


def _is_beside(node: etree._Element) -> bool:
    if node.tag in _BESIDE or node.get("role", "") in _ROLES or node.get("title", "") in _OFFICE_PARTS:
        return True
    return any(_FRAME_NAME.search(node.get(name, "")) is not None for name in ("class", "id"))
