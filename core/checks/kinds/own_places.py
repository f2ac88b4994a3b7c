"""The places that are the office's own: learnt from its name, its chain, its title and what the text says of it."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from core import divisions
from core.checks.case import Case, Passage
from core.checks.kinds.places import LEVELS, Grammar, Named
from core.checks.late import Late
from core.divisions import Level, unended
from core.labels import unspaced

_PARTS = Late(
    r"[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|自治旗|街道|[省市县区旗镇乡州盟](?![省市县区旗镇乡州盟](?!街道)))"
)
_MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))  # no city lies in one


def _is_short(name: str, own: str) -> bool:
    """Return whether a name is an own one without its peoples ("珠街" of "珠街彝族")."""
    return len(name) > 1 and own.endswith("族") and own.startswith(name)


def parts_of(office: str) -> list[str]:
    """Return the places in the full name of an office, outermost first, whatever their characters."""
    name = re.sub(r"^(?:关于|中共)|\d{4}年.{0,60}$|[二〇一]{2}.{2}年.{0,60}$", "", unspaced(office))
    town = divisions.office(name)
    if town:
        return [*town.above, town.town]
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
        return frozenset(unended(name) for names in (*self.names.values(), self._noted()) for name in names)

    def _noted(self) -> list[str]:
        """Return what the clerk noted: as it stands beside the own names, no other name of its level is foreign for it."""
        return [name for name in self.case.report.unit.own_places if self.grammar.level_of(name)]

    def has(self, one: Named) -> bool:
        """Return whether a name is one of the office's own, whatever its ending, or ends with one."""
        if unended(one.name) in self.stems or any(_is_short(unended(one.name), own) for own in self.stems):
            return True
        return any(one.name.endswith(name) for names in self.names.values() for name in names)

    def is_clear(self, one: Named) -> bool:
        """Return whether the office's own name at that level is known, so that another one is foreign."""
        if one.level == "county" and one.name.endswith("市"):
            has_county = one.known and "county" in self.certain
            is_alone = bool(self.names["city"]) or bool(_MUNICIPALITIES & self.names["province"])
            return is_alone or has_county or any(name.endswith("市") for name in self.names["county"])
        return one.level in self.certain
