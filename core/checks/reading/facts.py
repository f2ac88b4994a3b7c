"""Figures stated in prose: what each speaks of, its number, and its exact words.

"在政府网站公开信息161条" is a fact of the website with the number 161. What facts are about, and the words
that announce them, stands in `resources/lexicon/topics.toml`. Only the words just before and just after a
number are looked at, so a long text costs no more than its length.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from core import numbers
from core.checks.reading.distributed import leads_of_shared
from core.checks.reading.figures import Figure, figures
from core.checks.reading.topics import Topic, Topics, topics

__all__ = ["TOTAL", "Fact", "Figure", "channels_named", "facts", "facts_of", "figures", "sentences", "topics"]

_SENTENCE = re.compile(r"[^。；;！!？?\n]{1,20000}")
_BOOK = re.compile(
    r"《(?![^《》]{0,12}公报》)[^《》]{1,80}》|〈[^〈〉]{1,80}〉|[〔\[（(](?:19|20)\d\d[〕\])）]\d{1,4}号"
)
_YEAR = re.compile(
    r"(?P<compared>[与和比较同]\s?)?(?P<year>(?:19|20)\d{2}|[一二][九零〇○][零〇○一二三四五六七八九]{2})年"
    r"(?P<rest>[^，,]{0,12})"
)
_NO_TIME = re.compile(r"^(?:以后|之后|后)|相比|印发|制定|出台|开通|成立|建成|启用|工作要点|上线")
_MEANS = re.compile(r"通过|利用|运用|借助|依托|在|经")
_MEANS_BEFORE = re.compile(r"(?:通过|利用|运用|借助|依托|在)[^，,。；;]{2,20}[，,]$")
_CLAUSE_END = re.compile(r"[，,、。；;：:（(）)]")
_ONLY_SUM = re.compile(r"(?:一共|总共|共计|总计|合计|共有|共|累计|数量|总数|达到?|为|约)?\s?")
_CLAUSE_MARKS = "，,：:；（("
_DENIES = re.compile(r"[未没无零不]")
_MOST_FIGURES = 400
_BEFORE, _AFTER, _SCOPE, _AROUND = 60, 24, 160, 200
TOTAL = "published"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence states: its topics (several channels may share a number), the figure, the span.

    `denied` marks a fact told in words ("未收到申请"): its number is 0. `whole` marks words that speak of
    the year as a whole ("全年", "共").
    """

    topics: tuple[str, ...]
    figure: Figure
    start: int
    end: int
    denied: bool = False
    whole: bool = False


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with the place where it begins."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match.group()


@lru_cache(maxsize=2048)
def facts_of(text: str, year: int) -> tuple[Fact, ...]:
    """Return what a paragraph states, remembered while its words stay."""
    return tuple(facts(text, year, topics()))


def facts(text: str, year: int, known: Topics) -> Iterator[Fact]:
    """Yield what a paragraph states of this year and this office."""
    plain = _BOOK.sub(lambda match: "＊" * len(match[0]), text)
    for start, sentence in sentences(plain):
        found = list(islice(figures(sentence), _MOST_FIGURES))
        if not found and not _DENIES.search(sentence):
            continue
        around = plain[max(0, start - _AROUND) : start] + sentence
        possible = [topic for topic in known.topic if topic.hint.search(around)]
        reader = _Reader(sentence, start, found, year, known, possible)
        yield from reader.stated()
        yield from reader.denied()


@dataclass
class _Reader:
    """A sentence, where it begins, its figures, and the topics it may speak of."""

    sentence: str
    start: int
    found: list[Figure]
    year: int
    known: Topics
    possible: list[Topic]

    def stated(self) -> Iterator[Fact]:
        """Yield what the numbers of the sentence are of."""
        shared = leads_of_shared(self.sentence, self.found)
        said = 0
        for figure in self.found:
            lead = self.sentence[max(said, figure.start - _BEFORE) : figure.start]
            tail = self.sentence[figure.end : figure.end + _AFTER]
            said = figure.end
            of_list = [
                fact for leads in shared.get(figure.start, ()) for fact in self._of_first(figure, leads)
            ]
            yield from of_list or self._facts_of(figure, lead, tail)

    def _of_first(self, figure: Figure, leads: tuple[str, ...]) -> Iterator[Fact]:
        """Yield the facts of the first wording that says something; their words are the figure alone."""
        here = figure.moved(self.start)
        for lead in leads:
            named = list(self._facts_of(figure, lead, ""))
            if named:
                yield from (Fact(one.topics, here, here.start, here.end, False, one.whole) for one in named)
                return

    def _facts_of(self, figure: Figure, lead: str, tail: str) -> Iterator[Fact]:
        here = figure.moved(self.start)
        scope = self.sentence[max(0, figure.start - _SCOPE) : figure.start]
        for names, before, after, anytime in self._topics(scope, lead, tail, figure.unit):
            if anytime or not self._is_out_of_scope(scope, lead, tail):
                whole = bool(self.known.of_whole_year.search(scope))
                yield Fact(names, here, here.start - before, here.end + after, False, whole)

    def _is_out_of_scope(self, scope: str, lead: str, tail: str) -> bool:
        return _is_other_time(scope, self.year, self.known) or bool(
            self.known.out_of_scope.search(lead[_clause_of(lead) :])
            or self.known.out_of_scope.search(_CLAUSE_END.split(tail[:6], 1)[0])
            or self.known.wider.match(tail)
        )

    def _topics(
        self, scope: str, lead: str, tail: str, unit: str
    ) -> Iterator[tuple[tuple[str, ...], int, int, bool]]:
        """Yield the topics of a figure, with the lengths of the words before and after it that say so."""
        clause = _clause_of(lead)
        channels = _channels(lead, clause, unit, self.known)
        if channels is not None:
            if channels:
                means = _MEANS.search(lead, clause)
                yield channels, len(lead) - (means.start() if means else clause), 0, False
            return
        for topic in self.possible:
            found = _wording(topic, lead, tail, unit)
            words = lead[clause:] + "＿" + _CLAUSE_END.split(tail, 1)[0]
            if found and not _is_ruled_out(topic, words, scope):
                yield (topic.id,), *found, topic.anytime
                return

    def denied(self) -> Iterator[Fact]:
        """Yield what the sentence says did not happen."""
        for topic in self.possible:
            match = self._denial(topic)
            if match is None:
                continue
            before = self.sentence[max(0, match.start() - _SCOPE) : match.start()]
            if not topic.anytime and self._is_out_of_scope(before, before[-_BEFORE:], ""):
                continue
            figure = Figure(match.start(), match.end(), 0, 0, "").moved(self.start)
            yield Fact((topic.id,), figure, figure.start, figure.end, denied=True, whole=True)

    def _denial(self, topic: Topic) -> re.Match[str] | None:
        if topic.denied_by is None:
            return None
        wordings = topic.denied_by.finditer(self.sentence)
        return next((one for one in wordings if not _is_ruled_out(topic, one[0])), None)


def _clause_of(lead: str) -> int:
    """Return where the last clause of some words begins; "，共" alone is none."""
    start = max(lead.rfind(mark) for mark in _CLAUSE_MARKS) + 1
    if start > 1 and _ONLY_SUM.fullmatch(lead, start):
        return max(lead.rfind(mark, 0, start - 1) for mark in _CLAUSE_MARKS) + 1
    return start


def _is_other_time(scope: str, year: int, known: Topics) -> bool:
    """Return whether the words before a figure speak of another year or of a plan."""
    since, other = 0, False
    for match in _YEAR.finditer(scope):
        behind = match["compared"] and _CLAUSE_END.search(scope, match.end())
        if behind or _NO_TIME.search(match["rest"]):
            continue
        since, other = match.end(), _year(match["year"]) != year
    if other:
        return True
    for match in known.in_time.finditer(scope, since):
        since = match.end()
    return bool(known.out_of_time.search(scope, since))


def _year(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


def _is_ruled_out(topic: Topic, words: str, before: str = "") -> bool:
    earlier = topic.ruled_out_before
    return bool(topic.ruled_out_by and topic.ruled_out_by.search(words)) or bool(
        before and earlier and earlier.search(before)
    )


def _wording(topic: Topic, lead: str, tail: str, unit: str) -> tuple[int, int] | None:
    if unit and unit not in topic.units.split("|"):
        return None
    for pattern in topic.stated:
        before = pattern.before_it.search(lead)
        after = pattern.after_it.match(tail) if before else None
        if before and after:
            return len(lead) - before.start(), after.end()
    return None


def _channels(lead: str, clause: int, unit: str, known: Topics) -> tuple[str, ...] | None:
    """Return the channels that a figure is of: none where they cannot be told, None where it is of no channel.

    An open list of channels ("网站、微信等渠道主动公开") is the total that the office published.
    """
    if unit not in ("条", "件", "篇", "条次", ""):
        return None
    before = _MEANS_BEFORE.search(lead, 0, clause)
    clause = before.start() if before else _label_of(lead, clause, known)
    named = [(match, one.id) for one in known.channel for match in one.named.finditer(lead, clause)]
    if known.unknown.search(lead, clause):
        return ()
    if not named or not known.publishing.fullmatch(lead, max(match.end() for match, _ in named)):
        return None
    if known.several.search(lead, clause):
        return _channels_of_open_list(lead[clause:], [name for _, name in named])
    return tuple(dict.fromkeys(name for _, name in sorted(named, key=lambda one: one[0].start())))


def _label_of(lead: str, clause: int, known: Topics) -> int:
    """Return where a clause begins with the channel that is its label ("政府网站：发布44条")."""
    if clause < 2 or lead[clause - 1] not in "：:":
        return clause
    start = max(lead.rfind(mark, 0, clause - 1) for mark in _CLAUSE_MARKS + "、") + 1
    label = lead[start : clause - 1]
    return start if len(label) <= 16 and any(one.named.search(label) for one in known.channel) else clause


def _channels_of_open_list(words: str, named: list[str]) -> tuple[str, ...]:
    """Return what "…等" is of: notice boards and the like stay among themselves, other lists are the total."""
    if "主动公开" in words:
        return (TOTAL,)
    return ("other_channels",) if len(named) > 1 and set(named) == {"other_channels"} else ()


def channels_named(text: str, known: Topics) -> Iterable[tuple[str, int, int]]:
    """Yield every channel that a text names, with the span of its words."""
    for one in known.channel:
        for match in one.named.finditer(text):
            yield one.id, match.start(), match.end()
