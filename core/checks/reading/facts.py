"""Figures stated in prose: what each speaks of, its number, and its exact words.

"在政府网站公开信息161条" is a fact of the website with the number 161. What facts are about, and the words
that announce them, stands in `resources/lexicon/topics.toml`. Only the words just before and just after a
number are looked at, so a long text costs no more than its length.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from core import dates
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.reading.carried import carried, carried_behind, goes_on_from
from core.checks.reading.channels import (
    TOTAL,
    channel_earlier,
    channel_of_label,
    channels_named,
    channels_of,
)
from core.checks.reading.continued import ISSUES, ITEMS, goes_on, is_of_all, is_sum, kinds_told, restated
from core.checks.reading.distributed import leads_of_shared
from core.checks.reading.figures import Figure, figures
from core.checks.reading.sentences import sentence_at, sentences
from core.checks.reading.times import is_other_time
from core.checks.reading.topics import Topic, Topics, topics
from core.checks.reading.wordings import (
    CLAUSE_END,
    clause_of,
    counts_nothing,
    ends_before,
    is_ruled_out,
    wording,
)

__all__ = [
    "TOTAL",
    "Fact",
    "Figure",
    "channels_named",
    "facts",
    "facts_of",
    "figures",
    "sentence_at",
    "topics",
]

_BOOK = Late(
    rf"《(?![^《》]{{0,12}}公报》)[^《》]{{1,80}}》|〈[^〈〉]{{1,80}}〉|[〔\[（(]{dates.IN_FIGURES}[〕\])）]\d{{1,4}}号"
)
_JOINT = Late(r"\s?[、和与及]\s?")
_ROW = Late(r"(?:分别|依次)[^，,。；;]{1,28}$")
_MEANS = Late(r"通过|利用|运用|借助|依托|在|经")
_COMMAS = ("，", ",")
_DENIES = Late(r"[未没无零不毕]|办结|办理完成")
_MOST_FIGURES = 400
_BEFORE, _AFTER, _SCOPE, _AROUND = 60, 24, 160, 200


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


@read_once
def facts_of(text: str, year: int) -> tuple[Fact, ...]:
    """Return what a paragraph states, remembered while its words stay."""
    return tuple(facts(text, year, topics()))


def facts(text: str, year: int, known: Topics) -> Iterator[Fact]:
    """Yield what a paragraph states of this year and this office."""
    plain = restated(_BOOK.sub(lambda match: "＊" * len(match[0]), text))
    before = ""
    for start, sentence in sentences(plain):
        last, before = before, sentence
        found = list(islice(figures(sentence), _MOST_FIGURES))
        if not found and not _DENIES.search(sentence):
            continue
        around = plain[max(0, start - _AROUND) : start] + sentence
        possible = [topic for topic in known.topic if topic.may_be_in(around)]
        reader = _Reader(sentence, start, found, year, known, possible, last)
        stated = _told_once(reader.stated())
        yield from stated
        yield from reader.denied({name for fact in stated if fact.figure.high for name in fact.topics})


@dataclass
class _Reader:
    """A sentence, where it begins, its figures, and the topics it may speak of."""

    sentence: str
    start: int
    found: list[Figure]
    year: int
    known: Topics
    possible: list[Topic]
    before: str = ""

    def stated(self) -> Iterator[Fact]:
        """Yield what the numbers of the sentence are of."""
        shared = leads_of_shared(self.sentence, self.found)
        told: list[Fact] = []
        until = 0
        for figure, said in zip(self.found, ends_before(self.sentence, self.found), strict=True):
            if figure.start < until:
                continue
            lead = self.sentence[max(said, figure.start - _BEFORE) : figure.start]
            tail = self.sentence[figure.end : figure.end + _AFTER]
            if counts_nothing(figure, lead, tail) or self._is_of_row(figure, lead, told):
                continue
            of_list = [
                fact for leads in shared.get(figure.start, ()) for fact in self._of_first(figure, leads)
            ]
            new = of_list or list(self._items_of(figure, lead, told[-1:]))
            new = new or list(self._facts_of(figure, lead, tail)) or list(self._sum_of(figure, lead, told))
            told += [self._with_kinds(one, figure, lead) for one in new]
            until = max((one.figure.end - self.start for one in told[-len(new) :] if new), default=0)
            yield from told[len(told) - len(new) :]

    def _with_kinds(self, one: Fact, figure: Figure, lead: str) -> Fact:
        """Return a fact of a channel with all the kinds of items that stand behind the first in a row."""
        if len(one.topics) != 1 or not any(channel.id == one.topics[0] for channel in self.known.channel):
            return one
        whole = kinds_told(self.sentence, self.found, figure, lead, self.known)
        return replace(one, figure=whole.moved(self.start), end=whole.end + self.start) if whole else one

    def _is_of_row(self, figure: Figure, lead: str, told: Sequence[Fact]) -> bool:
        """Return whether a figure goes on with a row ("分别有30人、34人参加") of which the first is of nothing known."""
        begin = figure.start - len(lead)
        if (
            not lead
            or not _JOINT.fullmatch(lead)
            or not _ROW.search(self.sentence, max(0, begin - 30), begin)
        ):
            return False
        return not any(one.figure.end == begin + self.start for one in told)

    def _items_of(self, figure: Figure, lead: str, told: Sequence[Fact]) -> Iterator[Fact]:
        """Yield the fact of items that stand right behind the issues they came in."""
        here = figure.moved(self.start)
        for one in told:
            if one.figure.end == here.start - len(lead) and goes_on(one.figure, figure, lead):
                start = here.start - len(lead.lstrip("、，, "))
                yield Fact(one.topics, here, start, here.end, False, one.whole)

    def _sum_of(self, figure: Figure, lead: str, told: Sequence[Fact]) -> Iterator[Fact]:
        """Yield the fact of a sum, where all before it are of one topic."""
        alike = [one for one in told if one.figure.unit == figure.unit]
        words = lead[clause_of(lead) :]
        if len({one.topics for one in alike}) == 1 and is_sum(figure, words, [one.figure for one in alike]):
            here = figure.moved(self.start)
            yield Fact(alike[0].topics, here, here.start - len(words), here.end, False, True)

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
            if anytime or not (self._is_out_of_scope(scope, lead, tail) or self._is_of_all(figure, lead)):
                whole = bool(self.known.of_whole_year.search(scope))
                yield Fact(names, here, here.start - before, here.end + after, False, whole)

    def _is_of_all(self, figure: Figure, lead: str) -> bool:
        behind = self.sentence[figure.end : figure.end + _SCOPE]
        return is_of_all(lead[clause_of(lead) :], behind)

    def _is_out_of_scope(self, scope: str, lead: str, tail: str) -> bool:
        return is_other_time(scope, self.year, self.known) or bool(
            self.known.out_of_scope.search(lead[clause_of(lead) :])
            or self.known.out_of_scope.search(CLAUSE_END.split(tail[:6], 1)[0])
            or self.known.wider.match(tail)
        )

    def _topics(
        self, scope: str, lead: str, tail: str, unit: str
    ) -> Iterator[tuple[tuple[str, ...], int, int, bool]]:
        """Yield the topics of a figure, with the lengths of the words before and after it that say so."""
        clause = clause_of(lead)
        channels = channels_of(lead, clause, tail, unit, self.known)
        if channels is not None:
            if channels:
                means = _MEANS.search(lead, clause)
                yield channels, len(lead) - (means.start() if means else clause), 0, False
            return
        headed = channel_of_label(scope, lead[clause:], unit, self.known)
        if headed:
            yield (headed,), len(lead) - clause, 0, False
            return
        on = carried(self._scope_of(scope), lead[clause:], unit, self.known, own=True)
        on = on or carried_behind(lead[clause:], tail, unit, self.known)
        if on:
            yield (on,), len(lead) - clause, 0, False
            return
        for topic in self.possible:
            found = wording(topic, scope, lead, tail, unit)
            words = lead[clause:] + "＿" + CLAUSE_END.split(tail, 1)[0]
            if found and not is_ruled_out(topic, words, scope):
                yield (topic.id,), *found, topic.anytime
                return
        channel = channel_earlier(scope, lead[clause:], unit, self.known) or carried(
            scope, lead[clause:], unit, self.known, own=False
        )
        if channel:
            yield (channel,), len(lead) - clause, 0, False

    def _scope_of(self, scope: str) -> str:
        """Return a scope with the sentence before, where it begins this one and names no channel itself."""
        begins = self.before and len(scope) < _SCOPE and self.sentence.startswith(scope)
        return f"{self.before}，{scope}" if begins and goes_on_from(self.before, scope, self.known) else scope

    def denied(self, told: Collection[str] = ()) -> Iterator[Fact]:
        """Yield what the sentence says did not happen; not of the topics it has a number of (`told`)."""
        for topic in self.possible:
            if topic.id in told:
                continue
            match = self._denial(topic)
            if match is None:
                continue
            before = self.sentence[max(0, match.start() - _SCOPE) : match.start()]
            lead = "" if before[-1:] in _COMMAS else before[-_BEFORE:]
            if not topic.anytime and self._is_out_of_scope(before, lead, ""):
                continue
            words = "said" if "said" in match.re.groupindex else 0
            figure = Figure(match.start(words), match.end(words), 0, 0, "").moved(self.start)
            yield Fact((topic.id,), figure, figure.start, figure.end, denied=True, whole=True)

    def _denial(self, topic: Topic) -> re.Match[str] | None:
        if topic.denied_by is None:
            return None
        wordings = topic.denied_by.finditer(self.sentence)
        partly = topic.partly_denied_by
        return next((one for one in wordings if not (partly and partly.search(one[0]))), None)


def _told_once(stated: Iterator[Fact]) -> list[Fact]:
    """Return the facts without the issues of a channel ("推送78期、发布信息214条") where its items are told, too."""
    found = list(stated)
    items = {one.topics for one in found if one.figure.unit in ITEMS}
    return [one for one in found if one.figure.unit not in ISSUES or one.topics not in items]
