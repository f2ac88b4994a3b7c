"""A page's markup as a tree, complete or not at all."""

import re

from lxml import etree

from core.errors import InputError
from core.importers.document import Remark, size
from core.importers.html.scan import Scan, TooDeepError, scan
from core.importers.html.tags import RAW

# The parser drops whatever stands behind the end of the page; browsers show it, and frames pasted together have it.
_ENDS = re.compile(r"</(?:html|body)\s*>", re.I)


def parse(markup: str, name: str) -> tuple[etree._Element, list[Remark]]:
    """Return the root of the page, and remarks on what the parser could not read; InputError where nothing is sure."""
    markup = _ENDS.sub("<br>", markup)
    try:
        counted = scan(markup)
    except TooDeepError as error:
        raise too_deep(name) from error
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise _unreadable(name) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_deep(name)
    if root is None:
        raise _unreadable(name)
    return root, _remarks(root, counted)


def too_deep(name: str) -> InputError:
    """Return the error of a page that could be read only in part."""
    return InputError(
        f"“{name}”的内容嵌套过深或过于庞大，没有读入（不会只读入一半）；原文件没有改动。请用浏览器打开它，把正文复制到 Word 后再读入。"
    )


def _unreadable(name: str) -> InputError:
    return InputError(f"“{name}”不是完整的网页，没有读入任何内容。请用浏览器打开它，重新保存后再试。")


def _remarks(root: etree._Element, counted: Scan) -> list[Remark]:
    remarks = []
    if counted.broken_off:
        remarks.append(Remark("网页在末尾中断，可能没有复制完整，请核对最后的内容。"))
    lost = counted.characters - _characters(root)
    if lost > 0:
        remarks.append(Remark(f"网页的代码有错误，有 {lost} 个字没有读到，请对照原文核对。"))
    return remarks


def _characters(root: etree._Element) -> int:
    """Return how many characters the tree holds outside of raw elements."""
    total = 0
    for element in root.iter():
        if element.text and element.tag not in RAW:
            total += size(element.text)
        if element.tail:
            total += size(element.tail)
    return total
