"""Lines that were broken at a fixed width, put together into the paragraphs they were."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from core.importers.document import Element, Text
from core.importers.recognise import lines
from core.importers.recognise.lines import SENTENCE_END

_SHORTEST = 20
_FEWEST = 6
_MOST = 0.6
_CLOSING = "”’」』）)》"


@dataclass
class Joined:
    """The elements with wrapped lines joined, and of each joined one, by its place, all the lines it takes."""

    elements: list[Element] = field(default_factory=list)
    lines: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def lengthen(self, text: Text) -> None:
        """Add the line to the text put in last."""
        place = len(self.elements) - 1
        before = self.elements[place]
        if isinstance(before, Text):
            doubt = before.doubt or text.doubt
            self.elements[place] = replace(before, text=before.text + text.text.strip(), doubt=doubt)
            self.lines[place] = (*self.lines.get(place, (before.line,)), text.line)


def joined(elements: Sequence[Element]) -> Joined:
    """Return the elements with wrapped lines joined, where the lines are evidently of one width."""
    width = _width(element.text.strip() for element in elements if isinstance(element, Text))
    result = Joined()
    if not width:
        result.elements = list(elements)
        return result
    open_line = 0
    for element in elements:
        if not isinstance(element, Text):
            open_line = 0
            result.elements.append(element)
            continue
        goes_on = result.elements and element.line == open_line + 1 and _goes_on(element)
        open_line = element.line if _is_full(element, width) else 0
        if goes_on:
            result.lengthen(element)
        else:
            result.elements.append(element)
    return result


def _width(texts: Iterable[str]) -> int:
    """Return the width at which lines are broken, 0 where they are not: most long lines share it, none is longer."""
    lengths = Counter(len(text) for text in texts if len(text) >= _SHORTEST)
    total = sum(lengths.values())
    if total < _FEWEST:
        return 0
    width = max(lengths, key=lambda length: lengths[length])
    near = sum(count for length, count in lengths.items() if abs(length - width) <= 2)
    return width if near >= _MOST * total and max(lengths) <= width + 2 else 0


def _is_full(text: Text, width: int) -> bool:
    plain = text.text.strip()
    ended = plain.rstrip(_CLOSING)[-1:] in SENTENCE_END if plain.rstrip(_CLOSING) else True
    return not text.heading and len(plain) >= max(_SHORTEST, width - 3) and not ended


def _goes_on(text: Text) -> bool:
    """Return whether the line may be the rest of one: it neither is indented nor bears a number or a style."""
    indented = text.text[:1].isspace()
    return not indented and not text.heading and lines.level(text.text.strip()) == 0
