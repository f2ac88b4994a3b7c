"""Paragraphs moved from section to section: levels lowered by one, numbers written anew."""

import re
from collections.abc import Iterable, Iterator

from core import links, numbers
from core.report import Paragraph

_NUMBER = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]\s*|\d{1,2}\s*[.．、]\s*|[（(]\s*\d{1,2}\s*[）)]\s*)"
)


def bare(text: str) -> str:
    """Return a paragraph's text without its number."""
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def numbered(level: int, number: int, text: str) -> str:
    """Return the text under a number of that level: "（一）", "1." or "（1）"."""
    mark = {2: f"（{numbers.to_chinese(number)}）", 3: f"{number}.", 4: f"（{number}）"}.get(level, "")
    return mark + text


def lowered(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs one level further in; the fourth level stays the last."""
    counts = {3: 0, 4: 0}
    for paragraph in paragraphs:
        level = {2: 3, 3: 4, 4: 4}.get(paragraph.level, 0)
        if not level:
            yield paragraph
            continue
        counts[level] += 1
        if level == 3:
            counts[4] = 0
        text = numbered(level, counts[level], bare(paragraph.text))
        moved = links.moved(links.links_of(paragraph), paragraph.text, text)
        yield paragraph.model_copy(update={"level": level, "text": text, "links": moved})


def next_number(paragraphs: Iterable[Paragraph]) -> int:
    """Return the number that the next "（一）" of a section has."""
    return 1 + sum(paragraph.level == 2 for paragraph in paragraphs)
