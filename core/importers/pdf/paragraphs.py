"""Paragraphs put together from lines: a line goes on from one that is full, an indent or a short line parts them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.importers.pdf.annex_names import AnnexNames
from core.importers.pdf.line_ends import CLOSING, is_short
from core.importers.pdf.lines import BROKEN_NUMBER, Line, joint, parts_figure
from core.importers.pdf.table import both
from core.importers.recognise.lines import level

ODD_WRAP = "这一段的换行处不规则，可能接错了行"
CUT_OFF = "上一段快写满一行，末尾没有标点，这一段可能是接着它的"
_STOPS = "。！？!?"
_ENDS = "。！？；：…!?;:"
_INDENT = 1.2
_WIDEST_INDENT = 6.0
_NEARLY = 3.0  # so many characters before the margin a line that breaks off may yet be full
_OTHER_SIZE = 0.12
_WIDE_GAP = 1.3
_INDENTED_STYLE = 0.05
_MOST_BLANKS = 0.3
_FEW = 3
_ENOUGH = 5  # ends of paragraphs, and lines within them, that show how far both are apart
_ROOM = 2.0  # points
_UNFINISHED = 4.5  # lines that a full page may lack: a signature of five takes the last one along
_TITLE_ENDS = ("报告", "年报")
_WITHIN = "，。；：、,;:"  # signs of a sentence
_TITLE = 1.15
_TITLE_STEP = 2.2


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a page begin and end; not `sure` where too few lines show it."""

    left: float
    right: float
    sure: bool = True


@dataclass
class Paragraph:
    """A paragraph: its page, its first line's place, its words, why they are not sure."""

    page: int
    top: float
    text: str
    doubt: str = ""
    lines: int = 1


@dataclass
class Setting:
    """How a document is set: margins of each page, usual step of lines of each size, usual size, where pages end.

    `indented` says whether paragraphs are. Where room between them parts all of them, a step above `apart` begins one;
    it is None where it says nothing. `blanks` says that a blank at the end of a line is one of the text, not of the
    program that wrote the file and ends all lines so.
    """

    margins: dict[int, Margins]
    steps: dict[int, float]
    size: float
    foot: float
    indented: bool
    blanks: bool
    apart: float | None = None

    def step(self, size: float) -> float:
        """Return the usual step of lines of that size; those of a table are smaller and closer than the text's."""
        return self.steps.get(round(size), 0.0)


@dataclass
class Joiner:
    """Takes lines in reading order; `done` are the paragraphs so far."""

    setting: Setting
    done: list[Paragraph] = field(default_factory=list)
    _last: tuple[int, Line] | None = None
    _annexes: AnnexNames = field(default_factory=AnnexNames)

    def take(self, page: int, line: Line) -> None:
        """Take the next line in."""
        last, self._last = self._last, (page, line)
        doubt = line.doubt
        if last is not None:
            goes_on, odd = self._goes_on(last, (page, line))
            if goes_on:
                self._add(line, odd)
                return
            if odd:
                doubt = both(CUT_OFF, doubt)
        self._annexes.begin(line)
        self.done.append(Paragraph(page, line.base - line.size, line.text, doubt))

    def part(self) -> None:
        """Say that something stands between the last line and the next."""
        self._last = None

    def _add(self, line: Line, odd: bool) -> None:
        paragraph = self.done[-1]
        text = line.text
        doubts = [ODD_WRAP if odd else "", line.doubt]
        if paragraph.text[-1:].isdigit() and parts_figure(paragraph.text, text):
            doubts.append(BROKEN_NUMBER)
        kept = self.setting.blanks and line.glyphs[0].spaced
        blank = " " if kept else joint(paragraph.text, text)
        paragraph.text += blank + text
        paragraph.lines += 1
        for doubt in doubts:
            paragraph.doubt = both(paragraph.doubt, doubt)

    def _goes_on(self, above: tuple[int, Line], below: tuple[int, Line]) -> tuple[bool, bool]:
        """Return whether the line goes on from the one above, and whether that is odd."""
        (page, before), (next_page, line) = above, below
        margins, next_margins = self.setting.margins[page], self.setting.margins[next_page]
        if page == next_page and (
            self._is_wrapped_title(before, line, margins) or self._is_wrapped_annex(before, line, margins)
        ):
            return True, False
        open_end = before.text.rstrip("”’）)》")[-1:] not in _ENDS
        numbered = level(line.text) > 0
        if self._is_parted(above, below):
            return False, open_end and not numbered and self._is_cut_off(above, below)
        if len(self.done) == 1 and _is_title(self.done[0].text):
            return False, False
        stopped = before.text.rstrip("”’）)》")[-1:] in _STOPS
        if not open_end and (not margins.sure or level(line.text) == 1 or (stopped and numbered)):
            return False, False
        indent = (line.left - next_margins.left) / before.size
        if indent >= _INDENT:
            hangs = open_end and not numbered and indent <= _WIDEST_INDENT and self._hangs(before, line)
            return hangs, hangs
        if self.setting.indented or open_end:
            return True, False
        known = self.setting.apart is not None and page == next_page
        return not numbered, not (numbered or known)

    def _is_parted(self, above: tuple[int, Line], below: tuple[int, Line]) -> bool:
        """Return whether size, distance or the end of the line above show that another paragraph begins."""
        (page, before), (next_page, line) = above, below
        margins, step = self.setting.margins[page], self.setting.step(before.size)
        if abs(line.size - before.size) > _OTHER_SIZE * before.size:
            return True
        wide = max(step * _WIDE_GAP, 1.2 * before.size)
        if page == next_page and line.base - before.base > min(wide, self.setting.apart or wide):
            return True
        if page != next_page and before.base < self.setting.foot - _UNFINISHED * step:
            return True
        aside = before.left - margins.left > _WIDEST_INDENT * before.size
        return aside or is_short(before, line, margins.right)

    def _is_cut_off(self, above: tuple[int, Line], below: tuple[int, Line]) -> bool:
        """Return whether a line without a sign at its end is nearly full, and the next begins like one that goes on.

        A title has no sign at its end either.
        """
        (page, before), (next_page, line) = above, below
        margins, size = self.setting.margins[page], before.size
        if _is_title(self.done[-1].text) or not margins.sure or abs(line.size - size) > _OTHER_SIZE * size:
            return False
        indented = line.left - self.setting.margins[next_page].left >= _INDENT * size
        aside = before.left - margins.left > _WIDEST_INDENT * size
        return not (indented or aside or is_short(before, line, margins.right - _NEARLY * size))

    def _hangs(self, above: Line, below: Line) -> bool:
        """Return whether an indented line may belong to the one above: below its number, or below its words."""
        if self.done[-1].lines == 1:
            return level(above.text) > 0 and below.left > above.left + 0.5 * above.size
        return abs(below.left - above.left) <= 0.3 * above.size

    def _is_wrapped_title(self, above: Line, below: Line, margins: Margins) -> bool:
        """Return whether both are lines of one title: larger than the text, full, the rest centred below."""
        middle = (margins.left + margins.right) / 2
        centred = all(abs((one.left + one.right) / 2 - middle) <= one.size for one in (above, below))
        large = min(above.size, below.size) > self.setting.size * _TITLE
        close = below.base - above.base <= _TITLE_STEP * above.size
        return centred and large and close and not is_short(above, below, margins.right)

    def _is_wrapped_annex(self, above: Line, below: Line, margins: Margins) -> bool:
        """Return whether a full line of the name of an annex has the next one right under the name."""
        alike = abs(below.size - above.size) <= _OTHER_SIZE * above.size
        close = below.base - above.base <= max(self.setting.step(above.size) * _WIDE_GAP, 1.2 * above.size)
        full = margins.sure and not is_short(above, below, margins.right)
        return alike and close and full and self._annexes.hangs(below)


def _is_title(text: str) -> bool:
    """Return whether a paragraph may be the title of a report, as large as the text or not."""
    return text.endswith(_TITLE_ENDS) and not any(sign in text for sign in _WITHIN)


def setting_of(pages: Sequence[tuple[int, Sequence[Line]]]) -> Setting:
    """Return how the lines of a document are set."""
    every = [line for _, lines in pages for line in lines]
    whole = _own_margins(every) if every else Margins(0.0, 0.0)
    margins = {page: _margins(lines, whole) for page, lines in pages}
    indents = [
        _INDENT * line.size <= line.left - margins[page].left <= 3 * line.size
        for page, lines in pages
        for line in lines
    ]
    size = _usual_size(every) if every else 0.0
    foot = max((line.base for line in every), default=0.0)
    blanks = sum(line.glyphs[0].spaced for line in every) <= _MOST_BLANKS * len(every)
    indented = sum(indents) > _INDENTED_STYLE * len(indents)
    apart = None if indented else _apart(pages, margins)
    return Setting(margins, _steps(pages), size, foot, indented, blanks, apart)


def _steps(pages: Sequence[tuple[int, Sequence[Line]]]) -> dict[int, float]:
    """Return the step that most lines of a size have to the next one."""
    counted: dict[int, Counter[int]] = {}
    for _, lines in pages:
        for above, below in pairwise(lines):
            if abs(below.size - above.size) < 1 and below.base - above.base < 4 * above.size:
                counted.setdefault(round(above.size), Counter())[round(below.base - above.base)] += 1
    return {size: float(min(steps, key=lambda one: (-steps[one], one))) for size, steps in counted.items()}


def _apart(pages: Sequence[tuple[int, Sequence[Line]]], margins: dict[int, Margins]) -> float | None:
    """Return the step above which a paragraph begins, None where not all paragraphs are set apart by room.

    They are if below every short line with a full stop the step is larger than below every full line without a sign.
    """
    within, between = [], []
    for page, lines in pages:
        right = margins[page].right
        for above, below in pairwise(lines) if margins[page].sure else ():
            if (
                abs(below.size - above.size) > _OTHER_SIZE * above.size
                or above.left > margins[page].left + above.size
            ):
                continue
            end, step = above.text.rstrip("”’）)》")[-1:], below.base - above.base
            if is_short(above, below, right - _NEARLY * above.size):
                between += [step] if end in _STOPS else []
            elif end not in _ENDS and not is_short(above, below, right):
                within.append(step)
    if len(between) < _ENOUGH or len(within) < _ENOUGH or min(between) < max(within) + _ROOM:
        return None
    return (min(between) + max(within)) / 2


def _margins(lines: Sequence[Line], whole: Margins) -> Margins:
    """Return where the lines of a page begin and end; a page of few lines is like the others."""
    if not lines:
        return whole
    own, size = _own_margins(lines), _usual_size(lines)
    left = whole.left if 0 < own.left - whole.left <= _WIDEST_INDENT * size else own.left
    if not own.sure and left > whole.left:  # a few lines on the right: a signature, no margin
        return Margins(whole.left, whole.right, whole.sure)
    if abs(left - whole.left) > size:
        return Margins(left, own.right, own.sure)
    return Margins(left, max(own.right, whole.right), own.sure or whole.sure)


def _own_margins(lines: Sequence[Line]) -> Margins:
    """Return where lines begin, and where several of them end; one alone may stand out.

    A sign at the end may hang over the margin, so lines are measured without it.
    """
    size = _usual_size(lines)
    rights = sorted((_unsigned_right(line) for line in lines), reverse=True)
    left = min(line.left for line in lines)
    for right in rights:
        ends = sum(right - size <= other <= right for other in rights)
        if ends >= _FEW:
            return Margins(left, right)
    return Margins(left, rights[0], sure=False)


def _unsigned_right(line: Line) -> float:
    """Return where a line ends without the one sign that may close it."""
    signed = len(line.glyphs) > 1 and line.glyphs[-1].text in CLOSING
    return line.glyphs[-2 if signed else -1].right


def _usual_size(lines: Sequence[Line]) -> float:
    return sorted(line.size for line in lines)[len(lines) // 2]
