"""The finished document as one web page for the editor of the county's site: plain HTML, no script, nothing remote."""

from collections.abc import Iterator

from core.blocks import Annex, Block, Document, Figure, Heading, Paragraph, SignOff, TableBlock, Title
from core.export.chart.plot import draw
from core.export.chart.svg import svg
from core.export.markup import lines as _lines
from core.export.markup import words as _words
from core.export.web_tables import table_lines

_BODY = "max-width:50em;margin:0 auto;padding:1em;line-height:1.8;color:#000;background:#fff"
_CENTRE = "text-align:center"
_INDENT = "text-indent:2em"
_RIGHT = "text-align:right"
_FIGURE_WIDTH = 442.0  # pt, as on paper
_LONGEST_HEADING = 30
_SENTENCE_ENDS = tuple("。！？；：，、…")


def write(document: Document) -> bytes:
    """Return the page in UTF-8."""
    title = _words(document.title or f"{document.office}（{document.year}年度）")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *([f'<meta name="author" content="{_words(document.office)}">'] if document.office else []),
        f"<title>{title}</title>",
        "</head>",
        f'<body style="{_BODY}">',
        "<article>",
    ]
    page = _Page()
    for block in document.blocks:
        lines.extend(page.block(block))
    lines += ["</article>", "</body>", "</html>", ""]
    return "\n".join(lines).encode("utf-8")


class _Page:
    """Turns blocks into lines of the page; knows how many tables stand above, and of which level the last heading is."""

    def __init__(self) -> None:
        self._tables = 0
        self._depth = 0

    def block(self, block: Block) -> Iterator[str]:
        """Yield the lines of a block."""
        match block:
            case Title(text):
                yield f'<h1 style="{_CENTRE}">{_lines(text)}</h1>'
            case Heading(_, text):
                yield self._heading(2, text)
            case Paragraph():
                yield self._paragraph(block)
            case Annex():
                self._depth = 2
                yield from _annex(block)
            case TableBlock():
                self._tables += 1
                yield from table_lines(block, f"t{self._tables}")
            case Figure():
                yield from _figure(block)
            case SignOff(name, date):
                yield from (f'<p style="{_RIGHT}">{_lines(line)}</p>' for line in (name, date) if line)

    def _paragraph(self, block: Paragraph) -> str:
        """Return a heading where "（一）" or, below such a one, "1." stands alone, else a paragraph."""
        if block.is_heading and self._depth >= 2:
            return self._heading(3, block.text)
        if self._depth >= 3 and _stands_alone(block):
            return self._heading(4, block.text)
        if block.level == 2:
            self._depth = 2
        runs = (
            f"<strong>{_lines(run.text)}</strong>" if run.role == "heading2" else _lines(run.text)
            for run in block.runs
        )
        return f'<p style="{_INDENT}">{"".join(runs)}</p>'

    def _heading(self, depth: int, text: str) -> str:
        self._depth = depth
        return f"<h{depth}>{_lines(text)}</h{depth}>"


def _stands_alone(block: Paragraph) -> bool:
    """Return whether a "1." is the heading of what follows: short, and no sentence."""
    return (
        block.level == 3 and len(block.text) <= _LONGEST_HEADING and not block.text.endswith(_SENTENCE_ENDS)
    )


def _figure(block: Figure) -> Iterator[str]:
    """Yield a picture as drawn lines, with its title and source; who cannot see it is told the figures."""
    yield f'<figure style="margin:1em 0;{_CENTRE}">'
    yield svg(draw(block.trend, block.kind, _FIGURE_WIDTH), block.trend.words)
    yield f"<figcaption>{_words(block.caption)}<br>{_words(block.trend.source)}</figcaption>"
    yield "</figure>"


def _annex(block: Annex) -> Iterator[str]:
    yield "<hr>"
    if block.mark:
        yield f"<p>{_lines(block.mark)}</p>"
    if block.title:
        yield f'<h2 style="{_CENTRE}">{_lines(block.title)}</h2>'
    yield from (f"<p>{_lines(line)}</p>" for line in block.lines)
