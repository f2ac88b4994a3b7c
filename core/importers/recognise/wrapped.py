"""Lines that were broken at a fixed width, put together into the paragraphs they were."""

from collections import Counter
from collections.abc import Iterable, Sequence

from core.importers.document import Element, Text
from core.importers.recognise import lines
from core.importers.recognise.lines import SENTENCE_END

_SHORTEST = 20
_FEWEST = 6
_MOST = 0.6
_CLOSING = "”’」』）)》"


def joined(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Return the elements with wrapped lines joined, where the lines are evidently of one width."""
    width = _width(element.text.strip() for element in elements if isinstance(element, Text))
    if not width:
        return tuple(elements)
    result: list[Element] = []
    open_line = 0
    for element in elements:
        before = result[-1] if result else None
        if not isinstance(element, Text):
            open_line = 0
        elif isinstance(before, Text) and element.line == open_line + 1 and _goes_on(element.text):
            result[-1] = Text(before.line, before.text + element.text.strip())
            open_line = element.line if _is_full(element.text, width) else 0
            continue
        else:
            open_line = element.line if _is_full(element.text, width) else 0
        result.append(element)
    return tuple(result)


def _width(texts: Iterable[str]) -> int:
    """Return the width at which lines are broken, 0 where they are not: most long lines share it, none is longer."""
    lengths = Counter(len(text) for text in texts if len(text) >= _SHORTEST)
    total = sum(lengths.values())
    if total < _FEWEST:
        return 0
    width = max(lengths, key=lambda length: lengths[length])
    near = sum(count for length, count in lengths.items() if abs(length - width) <= 2)
    return width if near >= _MOST * total and max(lengths) <= width + 2 else 0


def _is_full(text: str, width: int) -> bool:
    plain = text.strip()
    ended = plain.rstrip(_CLOSING)[-1:] in SENTENCE_END if plain.rstrip(_CLOSING) else True
    return len(plain) >= max(_SHORTEST, width - 3) and not ended


def _goes_on(text: str) -> bool:
    """Return whether the line may be the rest of one: it neither is indented nor bears a number."""
    indented = text[:1].isspace()
    return not indented and lines.level(text.strip()) == 0
