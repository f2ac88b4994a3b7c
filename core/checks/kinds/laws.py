"""The names of laws and notices, and the years in which a report may rest on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.lexicon import Term, term, terms
from core.checks.model import Finding, Fix
from core.edits import rewrite
from core.labels import fold
from core.template import Template

TITLE = Late(r"《((?:[^《》]|《[^《》]{1,80}》){2,120})》|〈([^〈〉]{2,120})〉")
_ORGAN = Late(r"^国务院办公厅(?:政府信息与政务公开办公室)?(?=关于)")
_OTHER_WORKS = ("案例", "惯例", "制度", "释义", "读本", "解读", "问答", "细则", "汇编", "手册", "指引")
_STATE = "中华人民共和国"
_SHORT = "政府信息公开条例"
_FULL = _STATE + _SHORT
_MEANS_THE_ACT = Late(
    rf"(?:{_STATE}|国家|全国|国务院|人民|我国)?(?=.{{0,10}}公开)(?=.{{0,10}}信息|.{{0,10}}政[府务])"
    r"(?:人民|政府|政务|信息|公开|工作|管理|公共|行政|实施){2,6}条例"
)
_LONGER = Late(r"[律规定制治令案]")
_SHORTEST_FUZZY, _LONG_NAME = 6, 12
_MOST_NAMES = 5000
_MOST = 100
_QUOTES = str.maketrans("《》", "〈〉")


@term("law", "laws")
class Law(Term):
    """A law or notice: its exact title, its number, the report years in which it is the one to name.

    `also` are other right names of it, as they stand in 《》.
    """

    title: str
    number: str
    first_year: int
    last_year: int | None = None
    note: str = ""
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Title and number."""
        return f"{self.title} {self.number}"

    def serves(self, year: int) -> bool:
        """Return whether reports on that year may rest on it."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @property
    def names(self) -> tuple[str, ...]:
        """Its title with and without the organ, and its other names, as they are compared."""
        return tuple(
            dict.fromkeys(plain(one) for one in (self.title, _ORGAN.sub("", self.title), *self.also))
        )


@term("wrong_name", "laws")
class WrongName(Term):
    """A name that is no law's, and the one meant."""

    wrong: str
    right: str

    @property
    def key(self) -> str:
        """The wrong name."""
        return self.wrong


def plain(title: str) -> str:
    """Return a title as it is compared."""
    return fold(title).translate(_QUOTES)


def name_of(match: re.Match[str]) -> str:
    """Return the title between its marks, as it is compared."""
    return plain(match[1] or match[2])


@dataclass
class _Names:
    """The right names of laws and the wrong ones."""

    laws: tuple[Law, ...] = field(default_factory=lambda: terms(Law))
    wrong: tuple[WrongName, ...] = field(default_factory=lambda: terms(WrongName))

    def __post_init__(self) -> None:
        self.looked_up: dict[str, str] = {}
        self.right = {name: one for one in self.laws for name in one.names}
        self.known_wrong = {plain(one.wrong): one.right for one in self.wrong}
        by_length = sorted((one.wrong for one in self.wrong), key=len, reverse=True)
        self.in_prose = Late("|".join(re.escape(one) for one in by_length))

    def meant(self, name: str) -> str:
        """Return the right name that a wrong one stands for, "" where it is right or unknown."""
        if name not in self.looked_up and len(self.looked_up) < _MOST_NAMES:
            self.looked_up[name] = self._meant(name)
        return self.looked_up.get(name, "")

    def _meant(self, name: str) -> str:
        if name in self.right:
            return ""
        if name in self.known_wrong:
            return self.known_wrong[name]
        if len(name) < _SHORTEST_FUZZY or name.endswith(_OTHER_WORKS):
            return ""
        near = [one for one in self.right if _is_near(name, one)]
        if not near and _MEANS_THE_ACT.fullmatch(name):
            near = [one for one in self.right if one == (_FULL if name.startswith(_STATE) else _SHORT)]
        return self._written(near[0]) if near else ""

    def _written(self, name: str) -> str:
        law = self.right[name]
        return next(one for one in (law.title, _ORGAN.sub("", law.title), *law.also) if plain(one) == name)


def _is_near(left: str, right: str) -> bool:
    """Return whether two names differ in one character, or in two where they are long."""
    allowed = 1 if len(right) < _LONG_NAME else 2
    if abs(len(left) - len(right)) > allowed or len(right) < _SHORTEST_FUZZY:
        return False
    shared = min(len(left), len(right))
    head = next((place for place in range(shared) if left[place] != right[place]), shared)
    rest = shared - head
    tail = next((place for place in range(rest) if left[-1 - place] != right[-1 - place]), rest)
    return max(len(left), len(right)) - head - tail <= allowed


@kind("law_names", Entry, "spot quote right", reads="passage")
def law_names(entry: Entry, template: Template) -> Find:
    """Require that laws are named as they are called."""
    names = _Names()

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            yield from islice(_wrong_names(entry, case, passage, names), _MOST)

    return find


def _wrong_names(entry: Entry, case: Case, passage: Passage, names: _Names) -> Iterator[Finding]:
    inside: set[int] = set()
    for match in TITLE.finditer(passage.text):
        inside.update(range(*match.span()))
        right = names.meant(name_of(match))
        if right:
            yield _wrong_name(entry, case, passage, match.span(1 if match[1] else 2), right)
    for match in names.in_prose.finditer(passage.text):
        if match.start() not in inside and _stands_alone(passage.text, match):
            right = names.known_wrong[plain(match.group())]
            yield _wrong_name(entry, case, passage, match.span(), right, quoted=False)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether a wrong name without 《》 is one, and no place's own law nor the start of a longer word."""
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    is_longer = match.group().endswith("法") and _LONGER.match(after)
    return before not in tuple("省市县区州") and not is_longer


def _wrong_name(
    entry: Entry, case: Case, passage: Passage, span: tuple[int, int], right: str, *, quoted: bool = True
) -> Finding:
    place = passage.place(span[0] - quoted, span[1] + quoted)
    named = f"《{right}》" if quoted else right
    message = entry.words(
        "{spot}写“{quote}”，名称应当是《{right}》", spot=case.spot(passage), quote=place.quote, right=right
    )
    text = passage.text[: span[0]] + right + passage.text[span[1] :]
    fix = Fix(f"改为 {named}", rewrite(case.report, passage.section, passage.index, text, unseen=True))
    return entry.finding(message, (place,), expected=named, found=place.quote, fix=fix)
