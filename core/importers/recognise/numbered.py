"""Lines that are numbered like the sections of a report, in any of the notations in use."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import Text
from core.importers.recognise.lines import NUMERAL
from core.importers.recognise.meanings import is_official, meaning, reads_as_title
from core.template import Template

_CHINESE = re.compile(rf"(?P<number>{NUMERAL})\s*[、．.,，]\s*(?P<title>\S.{{0,39}})")
_FORMAL = re.compile(r"(?P<number>[壹贰叁肆伍陆柒捌玖拾]{1,3})\s*[、．.]\s*(?P<title>\S.{0,39})")
_PART = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*(?:部分|章)[\s、:：]*(?P<title>.{{0,40}})")
_ROMAN = re.compile(r"(?P<number>[Ⅰ-Ⅻ]|[IVX]{1,4})\s*[、．.]\s*(?P<title>[^\d\s].{0,39})")
_ARABIC = re.compile(r"(?P<number>\d{1,2})\s*[．.、]\s*(?P<title>[^\d\s].{0,39})")
_RUN_IN = re.compile(
    rf"(?P<number>{NUMERAL})\s*、\s*(?P<title>[^。：:\s，,；;]{{2,30}})(?P<mark>[。：:]|\s+)(?P<rest>\S.{{7,}})",
    re.S,
)
_STOPPED = re.compile(rf"(?P<number>{NUMERAL})\s*[、．.]\s*(?P<title>[^。：:，,；;]{{2,30}})。")
_CONTENTS = re.compile(r"[\s.…·．]*\d{0,3}$")
_PAGED = re.compile(r"[.…·．]{3,}\s*\d{1,3}$|[…·．\t]\s*\d{1,3}$")
_MOST_AGAIN = 0.6
_CONTENTS_TITLE = re.compile(r"目\s*录(\s*页码)?")
_NO_TITLE = re.compile(r"[。；;！!？?]|[，,、]$")
_FEWEST = 3
_FORMAL_NUMERALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the numeral and the title of the source, and the section of the form it means, if any.

    `rest` is the text that goes on behind the title on the same line, `reason` what makes it less than sure.
    """

    number: str
    title: str
    section: str = ""
    rest: str = ""
    reason: str = ""

    @property
    def value(self) -> int | None:
        """The number, None for a heading without one."""
        return numbers.from_chinese(self.number)


def candidates(texts: Mapping[int, Text], template: Template) -> dict[int, Heading]:
    """Return the lines numbered like sections, in the notation that the report uses for them."""
    parts = _fitting(texts, (_PART,))
    if len(parts) > 1:
        return parts
    found = {**_fitting(texts, (_CHINESE, _PART, _FORMAL)), **_run_in(texts, template)}
    if found:
        return dict(sorted(found.items()))
    return _counted(texts, _ROMAN, template) or _counted(texts, _ARABIC, template)


def first(texts: Mapping[int, Text]) -> int | None:
    """Return the place of the first line that is numbered like a section, whatever the form."""
    found = _fitting(texts, (_CHINESE, _PART, _FORMAL))
    return next((place for place, heading in found.items() if heading.value == 1), None)


def contents(texts: Mapping[int, Text]) -> set[int]:
    """Return the places of a table of contents: headings one after another that all come again below.

    Where dots or a tab and the numbers of pages stand behind them, most of them are enough.
    """
    found = {
        place: _CONTENTS.sub("", heading.title)
        for place, heading in _fitting(texts, (_CHINESE, _PART, _FORMAL)).items()
    }
    run = _first_run(list(texts), found)
    later = {title for place, title in found.items() if run and place > run[-1]}
    again = sum(found[place] in later for place in run)
    paged = all(_PAGED.search(texts[place].text) for place in run)
    if len(run) < _FEWEST or again < len(run) * (_MOST_AGAIN if paged else 1):
        return set()
    return {*run, *(place for place, text in texts.items() if _CONTENTS_TITLE.fullmatch(text.text.strip()))}


def _first_run(order: Sequence[int], found: Mapping[int, str]) -> list[int]:
    """Return the first headings that stand one below another, each title once."""
    run: list[int] = []
    for place in order:
        again = place in found and found[place] in {found[one] for one in run}
        if place in found and not again:
            run.append(place)
        elif len(run) >= _FEWEST:
            break
        else:
            run = []
    return run


def _fitting(texts: Mapping[int, Text], patterns: Sequence[re.Pattern[str]]) -> dict[int, Heading]:
    found: dict[int, Heading] = {}
    for place, text in texts.items():
        plain = text.text.strip()
        match = next((match for pattern in patterns if (match := pattern.fullmatch(plain))), None)
        if match and not _NO_TITLE.search(match["title"]):
            found[place] = Heading(_numeral(match["number"]), match["title"].strip().rstrip("：: "))
    return found


def _run_in(texts: Mapping[int, Text], template: Template) -> dict[int, Heading]:
    """Return headings with a full stop, and those that go on with their text on the same line.

    Their title must plainly be one of the form.
    """
    found: dict[int, Heading] = {}
    for place, text in texts.items():
        plain = text.text.strip()
        match = _RUN_IN.fullmatch(plain) or _STOPPED.fullmatch(plain)
        if match is None or not meaning(match["title"], template, ()):
            continue
        if is_official(match["title"], template.sections) or reads_as_title(match["title"]):
            rest = match.groupdict().get("rest") or ""
            found[place] = Heading(match["number"], match["title"].strip(), rest=rest.strip())
    return found


def _counted(texts: Mapping[int, Text], pattern: re.Pattern[str], template: Template) -> dict[int, Heading]:
    """Return headings in a notation that is used for other things too, if they count 1, 2, 3 … and mean sections."""
    found = _fitting(texts, (pattern,))
    known = sum(bool(meaning(heading.title, template, ())) for heading in found.values())
    counts = [heading.value for heading in found.values()] == list(range(1, len(found) + 1))
    return found if counts and len(found) >= _FEWEST and known * 2 >= len(found) else {}


def _numeral(number: str) -> str:
    """Return the number as a Chinese numeral, as the sections of a report are numbered."""
    plain = unicodedata.normalize("NFKC", number)
    if plain in _ROMANS:
        return numbers.to_chinese(_ROMANS.index(plain) + 1)
    if plain.isdecimal():
        return numbers.to_chinese(int(plain)) if int(plain) > 0 else plain
    return plain.translate(_FORMAL_NUMERALS)
