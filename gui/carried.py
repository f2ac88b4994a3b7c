"""What nobody has looked at of last year's words and figures, in the order of reading."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from core.carry import Item, is_worded_anew, led_to, source_name, to_look_at, with_source
from core.checks import is_unwritten
from core.checks.model import CellPlace, Place, TextPlace
from core.report import Paragraph, Report
from gui.pages import blank_cells, page_of, pages_of
from gui.progress import progress_of
from gui.session import Session

STATES = ("carried", "changed")  # that a paragraph shows

Order = tuple[int, int, int, int]
_NEW_FORM = "按新格式写好，未核对"
_NOTHING = "这份报告没有照抄的内容。"
_WORDS, _TABLE = 0, 1


def state_words(report: Report, paragraph: Paragraph) -> str:
    """Return how far the work on a paragraph is, "" where there is nothing to say of it."""
    if is_worded_anew(paragraph):
        return _NEW_FORM
    if paragraph.state == "carried":
        return with_source(report, "照抄") + "，未核对"
    return "已修改" if paragraph.state == "changed" else ""


def order_of(session: Session, place: Place) -> Order:
    """Return where a place stands in the report: its page, words before tables, its own number there, its words.

    A cell counts by its place in the form, so that the order stays while one cell after the other is confirmed.
    Chosen words come right behind a cursor that stands before them.
    """
    template, report = session.template, session.report
    pages = pages_of(template, report)
    page = page_of(template, report, place)
    number = pages.index(page) if page in pages else 0
    match place:
        case CellPlace(cell, _):
            return number, _TABLE, list(template.cells).index(cell), 0
        case TextPlace(_, paragraph, start, end, _):
            return number, _WORDS, paragraph, start + (end > start)
    return number, _TABLE, -1, 0


def place_of(item: Item) -> Place:
    """Return the place of something to look at: its very words, for a whole paragraph its beginning."""
    if item.cell:
        return CellPlace(item.cell, "")
    words = item.words if item.end > item.start else ""
    return TextPlace(item.section, item.paragraph, item.start, item.end, words)


def waiting(session: Session) -> list[tuple[Order, Place]]:
    """Return the places nobody has looked at, in order: of a paragraph what may have changed in it, if anything.

    Years that the program itself put right are passed over, and all that it moved on where something else is left.
    """
    template, report = session.template, session.report
    items = _on_the_way(report, to_look_at(template, report))
    detailed = {(one.section, one.paragraph) for one in items if one.end > one.start}
    pages = list(enumerate(pages_of(template, report)))
    sections = {page.section: number for number, page in pages if page.section}
    tables = {table: number for number, page in pages for table in page.tables}
    cells = {cell: number for number, cell in enumerate(template.cells)}
    found: list[tuple[Order, Place]] = []
    for one in items:
        if one.cell:
            order = (tables[template.cells[one.cell].table], _TABLE, cells[one.cell], 0)
        elif one.end > one.start or (one.section, one.paragraph) not in detailed:
            order = (sections.get(one.section, 0), _WORDS, one.paragraph, one.start + (one.end > one.start))
        else:
            continue
        found.append((order, place_of(one)))
    return sorted(found, key=lambda one: one[0])


def _on_the_way(report: Report, items: list[Item]) -> list[Item]:
    """Leave out the words in paragraphs to which one is not led."""
    led = {
        (section.id, number, one.start)
        for section, number, paragraph in report.paragraphs()
        for one in led_to(report, paragraph)
    }
    return [one for one in items if one.end <= one.start or (one.section, one.paragraph, one.start) in led]


def next_waiting(session: Session, here: Order) -> Place | None:
    """Return the next place nobody has looked at after a place, from the top again after the last; None: all done."""
    places = waiting(session)
    later = [place for order, place in places if order > here]
    return next(iter(later or [place for _, place in places]), None)


def first_waiting(session: Session) -> Place | None:
    """Return the first place in the report that nobody has looked at, None where all is done."""
    return next((place for _, place in waiting(session)), None)


def by_page(session: Session, items: list[Item]) -> Iterator[tuple[int, list[Item]]]:
    """Yield the number of each page on which something is to be looked at, with what it is."""
    template = session.template
    for number, page in enumerate(pages_of(template, session.report)):
        own = [
            one
            for one in items
            if (template.cells[one.cell].table in page.tables if one.cell else one.section == page.section)
        ]
        if own:
            yield number, own


def span_of(cursor: QTextCursor) -> tuple[int, int]:
    """Return the characters chosen in a paragraph, or twice the place of the cursor; 0, 0 over several paragraphs."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    if document.findBlock(cursor.selectionEnd()) != block:
        return 0, 0
    text = block.text()
    start, end = (
        _characters(text, one - block.position()) for one in (cursor.selectionStart(), cursor.selectionEnd())
    )
    return start, end


def _characters(text: str, units: int) -> int:
    """Return how many characters the first units of Qt are, where a rare character takes two."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def left_to_mend(session: Session, place: Place) -> str:
    """Return the sentence that says that what was just confirmed is still to be mended, "" where it is not."""
    errors = (one for one in session.findings if one.severity == "error")
    count = sum(any(_is_at(one, place) for one in finding.where) for finding in errors)
    what = "这个数" if isinstance(place, CellPlace) else "这一段"
    return f"核对过了，但是{what}还有 {count} 处必须改，按 F8 逐处改。" if count else ""


def _is_at(one: Place, place: Place) -> bool:
    """Return whether a place that a finding names is in the same cell or paragraph."""
    match one, place:
        case CellPlace(cell), CellPlace(here):
            return cell == here
        case TextPlace(section, paragraph), TextPlace(here, number):
            return (section, paragraph) == (here, number)
    return False


def after_last(session: Session) -> str:
    """Return the sentence that says what comes next, once everything of last year was looked at or there is nothing of it."""
    blank = sum(1 for _ in blank_cells(session))
    errors = sum(one.severity == "error" for one in session.findings)
    has_carried = progress_of(session).carried
    done = f"{source_name(session.report)}的内容都核对过了。" if has_carried else _NOTHING
    if blank:
        return f"{done}接着按 F6 填空着的 {blank} 格，再检查、导出。"
    if errors:
        return f"{done}接着按 F8 逐处看，还有 {errors} 处必须改。"
    if unwritten := sum(map(is_unwritten, session.findings)):
        return f"{done}接着按 F8 逐处看，还有 {unwritten} 处没写完。"
    return f"{done}没有必须改的地方，可以导出了（Ctrl+E）。"
