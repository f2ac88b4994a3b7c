"""The headings of a report and the sections they open, recognised by their meaning."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import Text
from core.importers.recognise.lines import NUMERAL
from core.labels import fold, unspaced
from core.template import Section, Template

_CHINESE = re.compile(rf"(?P<number>{NUMERAL})\s*[、．.,，]\s*(?P<title>\S.{{0,39}})")
_PART = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*(?:部分|章)[\s、:：]*(?P<title>.{{0,40}})")
_ARABIC = re.compile(r"(?P<number>\d{1,2})\s*[．.、]\s*(?P<title>[^\d\s].{0,39})")
_NO_TITLE = re.compile(r"[。；;！!？?]|[，,、]$")
_FEWEST_ARABIC = 3
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the numeral and the title of the source, and the section of the form it means, if any."""

    number: str
    title: str
    section: str = ""


def headings(texts: Mapping[int, Text], template: Template) -> dict[int, Heading]:
    """Return the headings among the lines, by their places; each section of the form is meant at most once."""
    numbered = _numbered(texts, (_CHINESE, _PART)) or _arabic(texts, template)
    found: dict[int, Heading] = {}
    used: set[str] = set()
    last = 0
    official = {fold(section.title) for section in template.sections}
    for place, text in texts.items():
        heading = numbered.get(place) or _bare(text, official)
        if heading is None:
            continue
        value = _value(heading.number)
        meant = meaning(heading.title, template, used)
        if not _continues(value, last, meant):
            continue
        used.add(meant)
        last = value or last
        found[place] = Heading(heading.number, heading.title, meant)
    return found


def first(texts: Mapping[int, Text]) -> int | None:
    """Return the place of the first line that is numbered like a section, whatever the form."""
    found = _numbered(texts, (_CHINESE, _PART))
    return next((place for place, heading in found.items() if _value(heading.number) == 1), None)


def meaning(title: str, template: Template, used: set[str]) -> str:
    """Return the id of the section that a title means, "" where the form has none that is still free.

    The words at the end of a Chinese title carry its meaning, so of several patterns the one that is found
    furthest behind counts.
    """
    free = [section for section in template.sections if section.id not in used]
    for section in free:
        if fold(section.title) == fold(title):
            return section.id
    plain = unspaced(title)
    best, best_start = "", -1
    for section in free:
        start = _last_start(section, plain)
        if start > best_start:
            best, best_start = section.id, start
    return best


def _last_start(section: Section, title: str) -> int:
    if not section.pattern:
        return -1
    return max((match.start() for match in re.finditer(section.pattern, title)), default=-1)


def _continues(value: int | None, last: int, meant: str) -> bool:
    """Return whether the number goes on from the last heading; a gap or a repeat needs a known meaning."""
    if value is None or value == last + 1:
        return True
    return bool(meant) and (last == 0 or value >= last)


def _numbered(texts: Mapping[int, Text], patterns: Sequence[re.Pattern[str]]) -> dict[int, Heading]:
    found: dict[int, Heading] = {}
    for place, text in texts.items():
        plain = text.text.strip()
        match = next((match for pattern in patterns if (match := pattern.fullmatch(plain))), None)
        if match and not _NO_TITLE.search(match["title"]):
            found[place] = Heading(match["number"], match["title"].strip())
    return found


def _arabic(texts: Mapping[int, Text], template: Template) -> dict[int, Heading]:
    """Return headings numbered in figures, if they count 1, 2, 3 … and the form knows most of them."""
    found = _numbered(texts, (_ARABIC,))
    values = [int(heading.number) for heading in found.values()]
    known = sum(bool(meaning(heading.title, template, set())) for heading in found.values())
    counts = values == list(range(1, len(values) + 1)) and len(values) >= _FEWEST_ARABIC
    return found if counts and known * 2 >= len(values) else {}


def _bare(text: Text, official: set[str]) -> Heading | None:
    """Return a line that is a title of the form word for word, without a number."""
    plain = text.text.strip()
    if len(plain) > _LONGEST_TITLE or fold(plain) not in official:
        return None
    return Heading("", plain)


def _value(number: str) -> int | None:
    return int(number) if number.isdecimal() else numbers.from_chinese(number)
