"""Lines that were broken at a fixed width, put together into the paragraphs they were."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from core.importers.document import Element, Text
from core.importers.recognise import lines
from core.importers.recognise.lines import SENTENCE_END

_SHORTEST = 20
_FEWEST = 6
_MOST = 0.6
_FEWEST_CUT = 3
_SHARE_CUT = 0.25
_SLACK = 3
_CLOSING = "”’」』）)》"
Measure = Callable[[str], float]


@dataclass
class Joined:
    """The elements with wrapped lines joined, and of each joined one, by its place, all the lines it takes."""

    elements: list[Element] = field(default_factory=list)
    lines: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def texts(self) -> dict[int, Text]:
        """The lines of text by their places among the elements."""
        return {place: one for place, one in enumerate(self.elements) if isinstance(one, Text)}

    def lengthen(self, text: Text) -> None:
        """Add the line to the text put in last."""
        place = len(self.elements) - 1
        before = self.elements[place]
        if isinstance(before, Text):
            doubt = before.doubt or text.doubt
            self.elements[place] = replace(before, text=before.text + text.text.strip(), doubt=doubt)
            self.lines[place] = (*self.lines.get(place, (before.line,)), text.line)


@dataclass(frozen=True, slots=True)
class _Setting:
    """The width at which lines are broken and how it is measured; whether paragraphs are indented."""

    width: float
    measure: Measure
    indented: bool

    def is_full(self, text: Text) -> bool:
        """Return whether the line reaches the width and may go on; at its very end a sentence may end as well."""
        plain = text.text.rstrip()
        room = self.width - self.measure(plain)
        if text.heading or len(plain.strip()) < _SHORTEST or room > _SLACK:
            return False
        return not _is_ended(plain) or (self.indented and room < 1)


def joined(elements: Sequence[Element]) -> Joined:
    """Return the elements with wrapped lines joined, where the lines are evidently of one width."""
    setting = _setting([element.text.rstrip() for element in elements if isinstance(element, Text)])
    result = Joined()
    if setting is None:
        result.elements = list(elements)
        return result
    open_line = 0
    for element in elements:
        if not isinstance(element, Text):
            open_line = 0
            result.elements.append(element)
            continue
        goes_on = result.elements and element.line == open_line + 1 and _goes_on(element, setting)
        open_line = element.line if setting.is_full(element) else 0
        if goes_on:
            result.lengthen(element)
        else:
            result.elements.append(element)
    return result


def _setting(texts: Sequence[str]) -> _Setting | None:
    """Return how lines are broken, None where they are not: most lines cut within a sentence are of one width.

    Editors count characters, or columns of which a Chinese character takes two.
    """
    for measure in (_characters, _columns):
        lengths = [measure(text) for text in texts if len(text.strip()) >= _SHORTEST]
        cut = Counter(
            measure(text) for text in texts if len(text.strip()) >= _SHORTEST and not _is_ended(text)
        )
        if len(lengths) < _FEWEST or not cut:
            continue
        width = max(cut, key=lambda length: (cut[length], length))
        near = sum(count for length, count in cut.items() if abs(length - width) <= 2)
        often = cut.total() >= max(_FEWEST_CUT, _SHARE_CUT * len(lengths))
        if often and near >= _MOST * cut.total() and max(lengths) <= width + 2:
            indented = sum(text[:1].isspace() for text in texts) >= _FEWEST_CUT
            return _Setting(width, measure, indented)
    return None


def _characters(text: str) -> float:
    """Return how many characters the text has."""
    return float(len(text))


def _columns(text: str) -> float:
    """Return the width of the text in Chinese characters, others taking half of one."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def _is_ended(text: str) -> bool:
    plain = text.rstrip(_CLOSING)
    return plain[-1] in SENTENCE_END if plain else True


def _goes_on(text: Text, setting: _Setting) -> bool:
    """Return whether the line may be the rest of one: it is neither indented nor styled, nor numbered, nor a signature.

    Where paragraphs are indented, "（2）" at the beginning of a line that is not stands within a sentence.
    """
    plain = text.text.strip()
    if text.text[:1].isspace() or text.heading or lines.is_signature(plain):
        return False
    return lines.level(plain) == 0 or (setting.indented and lines.level(plain) == 4)
