"""The title of a report found among the lines above its first section, on one line or wrapped over several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core import dates, divisions
from core.importers.document import Text
from core.importers.recognise import lines, offices, years
from core.labels import unspaced

_TITLE = re.compile(r".*(报告|年报)([（(][^（）()]{1,12}[)）])?")
_SUBJECT = re.compile(r"信息公开|政务公开|年度报告|年度工作报告|年报")
_PART_ENDS = re.compile(
    rf"(人民政府|政府|办事处|委员会|{divisions.TOWN_ENDINGS}|年|年度|公开|政务|信息|工作)$"
)
_PLACE = re.compile(rf"[市县区旗]|{divisions.TOWN_ENDINGS}")
_TOWN = rf"[\u4e00-\u9fff]{{2,8}}?(?:{divisions.TOWN_ENDINGS})(?!市)"
_TWO_TOWNS = re.compile(rf"{_TOWN}(?:人民政府|办事处)?{_TOWN}")
# A town before the name of a county or a city: two letters at least on either side, so not 新乡市 nor 镇江市.
_TOWN_BEFORE = re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{divisions.TOWN_ENDINGS})[\u4e00-\u9fff]{{2,}}")
_TOWN_ALONE = re.compile(rf"{_TOWN}(?P<office>人民政府|办事处)?")
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
            if title and (weight > best_weight or (weight == best_weight and _is_within(title, best))):
                best, best_weight = title, weight
    return best


def has_two_towns(title: str) -> bool:
    """Return whether two towns stand in a row in a title, ahead of its year: one of them is out of place."""
    plain = unspaced(title)
    year = next(dates.find(plain), None)
    ahead = plain[: year.start] if year else plain
    known = divisions.office(ahead if year else offices.of_title(plain))
    if known is None:
        return bool(_TWO_TOWNS.search(ahead))
    return bool(_TWO_TOWNS.search(known.town)) or any(map(_TOWN_BEFORE.search, known.above))


def _is_within(title: Title, best: Title) -> bool:
    """Return whether the title is a part of the best one and says as much: what is around it is something else."""
    return set(title.taken) < set(best.taken)


def _joined(above: Sequence[Text], first: int, parts: int) -> Title | None:
    """Return that many lines as one title, if the upper ones break off as a wrapped title does.

    A list of towns is a menu, and no part of a title.
    """
    taken = tuple(range(first, first + parts))
    if taken[-1] >= len(above):
        return None
    if parts > 1 and first and _is_listed(above[first - 1].text.strip(), above[first].text.strip()):
        return None
    texts = [above[index].text.strip() for index in taken]
    if any(lines.is_page_head(text) or len(text) > _LONGEST for text in texts):
        return None
    if not all(_PART_ENDS.search(text) for text in texts[:-1]):
        return None
    title = "".join(texts)
    return None if parts > 1 and has_two_towns(title) else Title(title, taken)


def _is_listed(before: str, text: str) -> bool:
    """Return whether two lines name towns in the same way, as a list does."""
    one, other = _TOWN_ALONE.fullmatch(before), _TOWN_ALONE.fullmatch(text)
    return one is not None and other is not None and (one["office"] is None) == (other["office"] is None)


def _weight(text: str) -> int:
    """Return how much speaks for a title; 0 where it cannot be one."""
    if len(text) > _LONGEST or any(sign in text for sign in "。；，,;") or not _TITLE.fullmatch(text):
        return 0
    if not _SUBJECT.search(text):
        return 0
    return 1 + 2 * (years.named(text) is not None) + bool(_PLACE.search(text))
