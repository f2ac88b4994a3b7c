"""Names of places in a text: where they begin and end, at which level they stand, and which are the office's own.

Chinese puts no space between words, so a name is taken for one only where it is in the gazetteer, or where its
characters are those that names of places are made of and a word stands before it that cannot belong to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from core.checks.case import Case, Passage
from core.checks.lexicon import Term, read, term, terms
from core.labels import unspaced

Level = Literal["province", "city", "county", "town"]
LEVELS: tuple[Level, ...] = ("province", "city", "county", "town")
_ENDINGS = re.compile(r"自治区|自治州|自治县|自治旗|街道(?!路)|[省市县区旗镇乡州盟]")
_LEVEL_OF: dict[str, Level] = {
    "省": "province", "自治区": "province", "自治州": "city", "州": "city", "盟": "city",
    "县": "county", "自治县": "county", "区": "county", "旗": "county", "自治旗": "county",
    "镇": "town", "乡": "town", "街道": "town", "市": "county",
}  # fmt: skip
_LONGEST_FIRST = sorted(_LEVEL_OF, key=len, reverse=True)
_PARTS = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|自治旗|街道|[省市县区旗镇乡州盟](?![省市县区旗镇乡州盟](?!街道)))"
)
_LONGEST_NAME = 5
_HAN = re.compile(r"[\u4e00-\u9fff]")


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
        self.generic = re.compile(f"(?:{data['generic']})$")
        self.followed = re.compile(data["followed"])
        self.lead = re.compile(f"(?:{'|'.join(map(re.escape, self.leading))})$")
        names = sorted((*self.provinces, *self.cities), key=len, reverse=True)
        self.listed = re.compile("|".join(map(re.escape, names)))
        self.names_in = lru_cache(maxsize=1024)(self._read)  # a paragraph is read once while it stays

    def level_of(self, name: str) -> Level | None:
        """Return the level of a full name, None where it has none of the endings."""
        if name in self.within:
            return self._level(name)
        ending = next((one for one in _LONGEST_FIRST if name.endswith(one)), "")
        return _LEVEL_OF[ending] if ending and len(name) > len(ending) else None

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
        if self.followed.match(text[ending.end() : ending.end() + 3]):
            return None
        start = self._begin(text, ending.start(), since)
        if start is None:
            return None
        name = text[start : ending.end()]
        if self.generic.search(name) or not self._is_long_enough(name, ending.group()):
            return None
        return Named(start, ending.end(), name, _LEVEL_OF[ending.group()])

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
        if not before or not _HAN.match(before[-1]) or before[-1] in self.single:
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


def stem(name: str) -> str:
    """Return a name without its ending ("柳河" of "柳河镇")."""
    return re.sub(r"(?:自治[区州县旗]|街道|[省市县区旗镇乡州盟])$", "", name)


def parts_of(office: str) -> list[str]:
    """Return the places in the full name of an office, outermost first, whatever their characters."""
    name = re.sub(r"^(?:关于|中共)|\d{4}年.{0,60}$|[二〇一]{2}.{2}年.{0,60}$", "", unspaced(office))
    return [match.group() for match in _PARTS.finditer(name[:60])]


class Own:
    """The places that are the office's own, level by level, by the best evidence that there is."""

    def __init__(self, case: Case, known: Grammar) -> None:
        self.case = case
        self.grammar = known
        self.names: dict[Level, set[str]] = {level: set() for level in LEVELS}
        self.certain: set[Level] = set()
        for texts in self._evidence():
            self._learn(texts)
        self._climb()

    def _evidence(self) -> Iterator[Iterable[str]]:
        """Yield the names of the office with its chain, the surest first."""
        report = self.case.report
        yield (*report.unit.chain, *parts_of(report.unit.name))
        yield parts_of(report.title)
        yield (part for head in report.heads.values() for part in parts_of(head.filler))
        yield (part for one in self._of("signature") for part in parts_of(one.text))
        yield [one.name for chain in self._beside_own() for one in self.grammar.names_in(chain)]
        yield [one.name for passage in self._of("preface") for one in self.grammar.names_in(passage.text)]

    def _of(self, section: str) -> list[Passage]:
        return [one for one in self.case.passages if one.section == section]

    def _learn(self, names: Iterable[str]) -> None:
        new: dict[Level, set[str]] = {level: set() for level in LEVELS}
        for name in names:
            level = self.grammar.level_of(name)
            if level:
                new[level].add(name)
        for known, found in new.items():
            if found and known not in self.certain:
                self.names[known] |= found
                self.certain.add(known)

    def _beside_own(self) -> Iterator[str]:
        """Yield the chains in the text that stand right before the office's own town ("甲市乙区丙镇")."""
        towns = [name for name in self.names["town"] if len(name) > 2]
        for passage in self.case.passages if towns else ():
            found = {one.end: one.start for one in self.grammar.names_in(passage.text)}
            for match in re.finditer("|".join(map(re.escape, towns)), passage.text):
                start = match.start()
                while start in found:
                    start = found[start]
                if start < match.start():
                    yield passage.text[start : match.start()]

    def _climb(self) -> None:
        """Add the province of the office's own city."""
        within = self.grammar.within
        own = {within[name] for name in self.names["city"] | self.names["county"] if within.get(name)}
        if own and "province" not in self.certain:
            self.names["province"] |= own
            self.certain.add("province")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The own names without their endings."""
        return frozenset(stem(name) for names in self.names.values() for name in names)

    def has(self, one: Named) -> bool:
        """Return whether a name is one of the office's own, whatever its ending, or ends with one."""
        if stem(one.name) in self.stems:
            return True
        return any(one.name.endswith(name) for names in self.names.values() for name in names)

    def is_clear(self, one: Named) -> bool:
        """Return whether the office's own name at that level is known, so that another one is foreign."""
        if one.level == "county" and one.name.endswith("市"):
            return bool(self.names["city"]) or any(name.endswith("市") for name in self.names["county"])
        return one.level in self.certain
