"""The title of a report found among the lines above its first section, on one line or wrapped over several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.importers.document import Text
from core.importers.recognise import lines, years

_TITLE = re.compile(r".*(报告|年报)([（(][^（）()]{1,12}[)）])?")
_SUBJECT = re.compile(r"信息公开|政务公开|年度报告|年度工作报告|年报")
_PART_ENDS = re.compile(r"(人民政府|政府|办事处|委员会|街道|[镇乡]|年|年度|公开|政务|信息|工作)$")
_PLACE = re.compile(r"[镇乡市县区旗]|街道")
_LONGEST = 60
_SEARCHED = 40


@dataclass(frozen=True, slots=True)
class Title:
    """The title as it stands in the source, and which of the lines it takes."""

    text: str = ""
    taken: tuple[int, ...] = ()


def find(above: Sequence[Text]) -> Title:
    """Return the title among the lines above the first section; an empty one where there is none."""
    best, best_weight = Title(), 0
    for first in range(min(len(above), _SEARCHED)):
        for parts in (1, 2, 3):
            title = _joined(above, first, parts)
            weight = _weight(title.text) if title else 0
            if title and weight > best_weight:
                best, best_weight = title, weight
    return best


def _joined(above: Sequence[Text], first: int, parts: int) -> Title | None:
    """Return that many lines as one title, if the upper ones break off as a wrapped title does."""
    taken = tuple(range(first, first + parts))
    if taken[-1] >= len(above):
        return None
    texts = [above[index].text.strip() for index in taken]
    if any(lines.is_page_head(text) or len(text) > _LONGEST for text in texts):
        return None
    if not all(_PART_ENDS.search(text) for text in texts[:-1]):
        return None
    return Title("".join(texts), taken)


def _weight(text: str) -> int:
    """Return how much speaks for a title; 0 where it cannot be one."""
    if len(text) > _LONGEST or any(sign in text for sign in "。；，,;") or not _TITLE.fullmatch(text):
        return 0
    if not _SUBJECT.search(text):
        return 0
    return 1 + 2 * (years.named(text) is not None) + bool(_PLACE.search(text))
