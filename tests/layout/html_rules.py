"""The rules of HTML that a page can break, read by the standard library's tokenizer, which mends nothing.

Nesting and allowed children, ids and references, tables as a browser lays them out, what is obsolete, what is remote.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"br", "col", "hr", "meta"}
FLOW = {"article", "p", "h1", "h2", "h3", "h4", "hr", "table"}
PHRASES = {"strong", "br"}
CHILDREN = {
    "": {"html"},
    "html": {"head", "body"},
    "head": {"meta", "title"},
    "title": set(),
    "body": FLOW,
    "article": FLOW,
    "p": PHRASES,
    **{f"h{level}": PHRASES for level in range(1, 5)},
    "strong": {"br"},
    "table": {"caption", "colgroup", "thead", "tbody"},
    "caption": PHRASES,
    "colgroup": {"col"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "th": PHRASES,
    "td": PHRASES,
}
WITH_WORDS = {"title", "p", "h1", "h2", "h3", "h4", "strong", "caption", "th", "td"}
NOT_EMPTY = WITH_WORDS - {"td"}
EVERYWHERE = {"style", "id"}
ATTRIBUTES = {
    "html": {"lang"},
    "meta": {"charset", "name", "content"},
    "th": {"scope", "colspan", "rowspan", "headers"},
    "td": {"colspan", "rowspan", "headers"},
}
ORDER = ("caption", "colgroup", "thead", "tbody")
REMOTE = re.compile(r"(?i)url\(|https?:|//|javascript:|expression\(|@import")


@dataclass
class Node:
    """An element with its attributes, its children and its words."""

    tag: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    words: str = ""

    def all(self, *tags: str) -> list["Node"]:
        """Return the elements of those names in it, in reading order."""
        found = [self] if self.tag in tags else []
        return found + [one for child in self.children for one in child.all(*tags)]

    @property
    def text(self) -> str:
        """All words in it."""
        return self.words + "".join(child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.root = Node("", {})
        self.stack = [self.root]
        self.doctypes: list[str] = []

    def handle_decl(self, decl):
        self.doctypes.append(decl)

    def handle_starttag(self, tag, attrs):
        parent = self.stack[-1]
        if tag not in CHILDREN.get(parent.tag, set()):
            self.faults.append(f"<{tag}> in <{parent.tag}>")
        names = [name for name, _ in attrs]
        allowed = EVERYWHERE | ATTRIBUTES.get(tag, set())
        self.faults += [f"<{tag} {name}>" for name in names if name not in allowed or names.count(name) > 1]
        self.faults += [f"<{tag} {name}> without a value" for name, value in attrs if not value]
        node = Node(tag, {name: value or "" for name, value in attrs})
        parent.children.append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_endtag(self, tag):
        if self.stack[-1].tag == tag:
            self.stack.pop()
        else:
            self.faults.append(f"</{tag}> closes <{self.stack[-1].tag}>")

    def handle_data(self, data):
        if data.strip() and self.stack[-1].tag not in WITH_WORDS:
            self.faults.append(f"words in <{self.stack[-1].tag}>: {data.strip()[:20]}")
        self.stack[-1].words += data

    def handle_comment(self, data):
        self.faults.append(f"comment {data[:20]}")

    def unknown_decl(self, data):
        self.faults.append(f"declaration {data[:20]}")


def parsed(page: bytes) -> Node:
    """Return the page as it is written."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    return reader.root


def faults(page: bytes) -> list[str]:
    """Return what is wrong with a page."""
    text = page.decode("utf-8")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    found = reader.faults + [f"<{one.tag}> is open at the end" for one in reader.stack[1:]]
    found += [] if reader.doctypes == ["DOCTYPE html"] and text.startswith("<!DOCTYPE html>") else ["doctype"]
    found += [
        f"unescaped: {one}" for one in re.findall(r"&(?!(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);)\S*", text)
    ]
    found += [
        f"character U+{ord(one):04X}" for one in set(re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text))
    ]
    root = reader.root
    return (
        found
        + _whole(root, page)
        + _names(root)
        + [one for table in root.all("table") for one in _table(table)]
    )


def _whole(root: Node, page: bytes) -> list[str]:
    """Return what is wrong with the frame of the page and its headings."""
    found = [] if [one.attributes.get("lang") for one in root.all("html")] == ["zh-CN"] else ["language"]
    found += [] if page.find(b'<meta charset="utf-8">') in range(1024) else ["charset"]
    found += [] if len(root.all("title")) == len(root.all("article")) == 1 else ["title or article"]
    found += [f"empty <{one.tag}>" for one in root.all(*NOT_EMPTY) if not one.text.strip()]
    depths = [int(one.tag[1]) for one in root.all("h1", "h2", "h3", "h4")]
    found += [f"h{after} after h{before}" for before, after in pairwise(depths) if after > before + 1]
    found += ["more than one h1"] if depths.count(1) > 1 else []
    styles = [one.attributes.get("style", "") for one in root.all(*CHILDREN)]
    return found + [f"remote: {style}" for style in styles if REMOTE.search(style)]


def _names(root: Node) -> list[str]:
    """Return ids that are no ids, and ids given twice."""
    ids = [one.attributes["id"] for one in root.all(*CHILDREN) if "id" in one.attributes]
    return [f"id {one}" for one in set(ids) if ids.count(one) > 1 or re.search(r"\s", one)]


def _table(table: Node) -> list[str]:
    """Return what is wrong with a table: its order, its grid, the heads that its cells name."""
    order = [ORDER.index(part.tag) for part in table.children if part.tag in ORDER]
    found = (
        []
        if order == sorted(order) and order.count(0) == order.count(1) == 1 and order.count(2) < 2
        else ["parts"]
    )
    width = len(table.all("col"))
    anchors: set[int] = set()
    for part in table.all("thead", "tbody"):
        taken, more = _laid(part, anchors)
        found += more
        rows = len(part.children)
        found += ["a row group without rows"] if not rows else []
        if taken != {(row, column) for row in range(rows) for column in range(width)}:
            found.append(f"{part.tag} is no rectangle of {rows} by {width}")
    return found + ([] if anchors == set(range(width)) else ["no cell begins in a column"]) + _referred(table)


def _laid(part: Node, anchors: set[int]) -> tuple[set[tuple[int, int]], list[str]]:
    """Return the places that the cells of a row group cover."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, line in enumerate(part.children):
        column = 0
        for cell in line.children:
            while (row, column) in taken:
                column += 1
            down, across = (int(cell.attributes.get(name, "1")) for name in ("rowspan", "colspan"))
            places = {(row + i, column + j) for i in range(down) for j in range(across)}
            found += [f"cells overlap in row {row}"] if places & taken else []
            anchors.add(column)
            taken |= places
    return taken, found


def _referred(table: Node) -> list[str]:
    """Return references to heads that are none, heads without a scope, and cells without heads."""
    heads = {one.attributes.get("id", "") for one in table.all("th")}
    found = [
        f"scope {one.text}" for one in table.all("th") if one.attributes.get("scope") not in ("row", "col")
    ]
    for cell in table.all("td", "th"):
        named = cell.attributes.get("headers", "").split()
        found += [f"headers {one}" for one in named if one not in heads or one == cell.attributes.get("id")]
    return found
