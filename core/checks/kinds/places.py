"""Names of places in a text: where they begin and end, and at which level they stand.

Chinese puts no space between words, so a name is taken for one only where it is in the gazetteer, or where its
characters are those that names of places are made of and a word stands before it that cannot belong to it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from core.checks.gazetteer import LONGEST, known_names
from core.checks.han import is_han
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.lexicon import Term, read, term, terms
from core.divisions import LEVEL_OF, Level

LEVELS: tuple[Level, ...] = ("province", "city", "county", "town")
_ENDINGS = Late(
    r"自治区|自治州|自治县|自治旗|街道(?!路)|(?<![江姑])苏木(?![材器雕质工])|[省市县区旗镇乡州盟]"
)
_LONGEST_FIRST = sorted(LEVEL_OF, key=len, reverse=True)
_LONGEST_NAME = 5
_ABOVE = tuple("县区市旗")  # what the name of a town may follow at once: "甲县乙镇"
_OWN_WORDS = ("政",)  # after a name on record this begins a word of its own: "长坡镇政策解读"
_LIKE_WORDS = Late(r"[城村乡集小重新老]镇|[城山市社园小新老街校库景矿湖林]区|[城都超]市|[家水侨]乡")
_FULL = "人民政府"
_NO_STEM = Late(
    "直辖|省辖|市辖|地级|县级|省级|市级|所属|所辖|所在|上级|本级|下级|同级|有关|相关|两级|各级|其他|全国|地方|某某"
)


@term("place", "places")
class PlaceName(Term):
    """Names of the gazetteer, in full, with what they lie in ("" for provinces)."""

    names: tuple[str, ...]
    within: str = ""

    @property
    def key(self) -> str:
        """What they lie in, and the names."""
        return f"{self.within}{'、'.join(self.names)}"


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place in a text: its span, its level, whether the gazetteer knows it."""

    start: int
    end: int
    name: str
    level: Level
    known: bool = False


class Grammar:
    """How names of places are told from other words: read from the lexicon, compiled once."""

    def __init__(self) -> None:
        data = read("places")
        listed = terms(PlaceName)
        self.within = {name: one.within for one in listed for name in one.names}
        self.cities = frozenset(name for name, within in self.within.items() if within)
        self.provinces = frozenset(self.within) - self.cities
        self.letters = frozenset("".join(data["letters"]))
        self.leading = tuple(sorted(data["leading"], key=len, reverse=True))
        self.single = frozenset(data["single"])
        self.one_letter = frozenset(data["one_letter_counties"])
        self.generic = Late(f"(?:{data['generic']})$")
        self.followed = Late(data["followed"])
        self.acts = Late(data["acts"])
        self.common = frozenset(data["common"])
        self.pointing = frozenset(data["pointing"])
        self.lead = Late(f"(?:{'|'.join(map(re.escape, self.leading))})$")
        names = sorted((*self.provinces, *self.cities), key=len, reverse=True)
        self.on_record = known_names()
        self.listed = Late("|".join(map(re.escape, names)))
        self.names_in = read_once(self._read)

    def level_of(self, name: str) -> Level | None:
        """Return the level of a full name, None where it has none of the endings."""
        if name in self.within:
            return self._level(name)
        ending = next((one for one in _LONGEST_FIRST if name.endswith(one)), "")
        return LEVEL_OF[ending] if ending and len(name) > len(ending) else None

    def _read(self, text: str) -> tuple[Named, ...]:
        """Return the names of places in a text, in order."""
        found = [
            Named(match.start(), match.end(), match.group(), self._level(match.group()), True)
            for match in self.listed.finditer(text)
            if not self.followed.match(text[match.end() : match.end() + 3])
        ]
        taken = {one.end for one in found}
        since = 0
        for match in _ENDINGS.finditer(text):
            if match.end() in taken:
                since = match.end()
                continue
            one = self._name(text, match, since)
            if one:
                found.append(one)
                since = one.end
        return tuple(sorted(found, key=lambda one: one.start))

    def _level(self, name: str) -> Level:
        return "city" if name in self.cities else "province"

    def _name(self, text: str, ending: re.Match[str], since: int) -> Named | None:
        """Return the name that ends with an ending, None where the words are none."""
        start = self._begin_on_record(text, ending, since)
        longer = self.followed.match(text[ending.end() : ending.end() + 3])
        if longer and (start is None or longer.group() not in _OWN_WORDS):
            return None
        if start is not None:
            return Named(start, ending.end(), text[start : ending.end()], LEVEL_OF[ending.group()], True)
        start = self._begin(text, ending.start(), since)
        if start is None or not self._is_name(text[start : ending.end()], ending.group()):
            start = self._begin_of_one_that_acts(text, ending, since)
        if start is None:
            return None
        name = text[start : ending.end()]
        return Named(start, ending.end(), name, LEVEL_OF[ending.group()])

    def _begin_on_record(self, text: str, ending: re.Match[str], since: int) -> int | None:
        """Return where the longest name begins that the official lists know; 对青山镇 is rather 对 with 青山镇."""
        first = max(since, ending.end() - LONGEST)
        starts = range(first, ending.start() - 1)
        known = [one for one in starts if text[one : ending.end()] in self.on_record]
        start = next((one for one in known if text[one] not in self.single), next(iter(known), None))
        if start is None or not _LIKE_WORDS.fullmatch(text, ending.end() - 2, ending.end()):
            return start
        before = text[max(0, start - 4) : start]  # "公开城镇低保" names no 开城镇
        return start if start == since or before[-1:] in _ABOVE or self._is_apart(before) else None

    def _is_name(self, name: str, ending: str) -> bool:
        return not self.generic.search(name) and self._is_long_enough(name, ending)

    def _begin_of_one_that_acts(self, text: str, ending: re.Match[str], since: int) -> int | None:
        """Return where a name begins that acts as an office does, whatever its characters ("罗汉街道认真落实")."""
        if _NO_STEM.match(text, max(since, ending.start() - 2)) or text[ending.start() - 1] in self.pointing:
            return None  # "电话见镇政府网站" names no 电话见镇
        is_town = LEVEL_OF[ending.group()] == "town"
        if not (self.acts.match(text, ending.end()) if is_town else text.startswith(_FULL, ending.end())):
            return None  # "专人维护县政府网站" names no county
        for length in (2, 3, 4) if is_town else (2,):
            start = ending.start() - length
            if start < since or not is_han(text[start : ending.start()]):
                break  # the name would have to go on beyond a mark
            before = text[max(0, start - 4) : start]
            stem_is_plain = not self.common.intersection(text[start : ending.start()])
            if stem_is_plain and (start == since or before[-1:] in _ABOVE or self._is_apart(before)):
                cut = self._cut(text, start, ending.start())
                name = text[start : ending.end()]
                return start if cut == start and self._is_name(name, ending.group()) else None
        return None

    def _is_long_enough(self, name: str, ending: str) -> bool:
        stem = name[: -len(ending)]
        return len(stem) > 1 or (ending == "县" and stem in self.one_letter)

    def _begin(self, text: str, end: int, since: int) -> int | None:
        """Return where the name before an ending begins: behind a word that is no part of it."""
        start = end
        while start > since and end - start < _LONGEST_NAME and text[start - 1] in self.letters:
            start -= 1
        while start < end:
            before = text[max(0, start - 4) : start]
            if start == since or self._is_apart(before):
                return self._cut(text, start, end)
            start += 1
        return None

    def _is_apart(self, before: str) -> bool:
        """Return whether what stands before cannot be part of a name."""
        if not before or not is_han(before[-1]) or before[-1] in self.single:
            return True
        return self.lead.search(before) is not None

    def _cut(self, text: str, start: int, end: int) -> int | None:
        """Return the beginning without words that only seem to be part of the name."""
        while start < end:
            word = next((one for one in self.leading if text.startswith(one, start)), "")
            if not word or start + len(word) > end:
                break
            start += len(word)
        if end - start > 2 and text[start] in self.single:
            start += 1
        return start if start < end else None


@lru_cache(maxsize=4)
def _grammar(keys: tuple[str, ...]) -> Grammar:
    """Return a grammar made anew only where the gazetteer has changed."""
    return Grammar()


def grammar() -> Grammar:
    """Return the grammar of names as the lexicon has them now."""
    return _grammar(tuple(one.key for one in terms(PlaceName)))
