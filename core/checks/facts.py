"""Figures stated in prose: what each speaks of, its number, and its exact words.

"在政府网站公开信息161条" is a fact of the website with the number 161. What facts are about, and the words
that announce them, stands in `resources/lexicon/topics.toml`. Only the words just before and just after a
number are looked at, so a long text costs no more than its length.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from core import numbers
from core.paths import RESOURCES

_FIGURE = re.compile(
    r"(?P<about>近|约|大约|将近|超过|逾)?\s?"
    r"(?P<number>(?<![\d.,第〔\[年月-])(?:\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,12})"
    r"|(?<![一二两三四五六七八九十百千万第零〇])[一二两三四五六七八九十零〇][一二两三四五六七八九十百千万零〇]{0,9})"
    r"(?P<more>余|多)?(?P<scale>万)?(?P<more_too>余|多)?\s?"
    r"(?P<unit>人次|万元|[条件篇次个人名期场份起宗例项])"
)
_SENTENCE = re.compile(r"[^。；;！!？?\n]{1,20000}")
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_MEANS = re.compile(r"通过|利用|运用|借助|依托|在|经")
_CLAUSE_END = re.compile(r"[，,。；;：:]")
_BEFORE, _AFTER, _SCOPE = 60, 24, 160
TOTAL = "published"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: `low` to `high` is what the words allow ("190余" is 191 to 199)."""

    start: int
    end: int
    low: int
    high: int
    unit: str

    @property
    def is_exact(self) -> bool:
        """Whether the words give one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence states: its topics (several channels may share a number), the figure, the span.

    `denied` marks a fact told in words ("未收到申请"): its number is 0.
    """

    topics: tuple[str, ...]
    figure: Figure
    start: int
    end: int
    denied: bool = False


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Pattern(_Words):
    """The words before a number, up to it, and those after its unit."""

    before: str
    after: str = ""

    @cached_property
    def before_it(self) -> re.Pattern[str]:
        """The words before, compiled."""
        return re.compile(f"(?:{self.before})$")

    @cached_property
    def after_it(self) -> re.Pattern[str]:
        """The words after, compiled."""
        return re.compile(self.after)


class Topic(_Words):
    """Something a report states a number of: its units, its wordings, how it is denied, what rules it out."""

    id: str
    units: str
    stated: tuple[Pattern, ...]
    denied: str = ""
    unless: str = ""

    @cached_property
    def denied_by(self) -> re.Pattern[str] | None:
        """The words of denial, compiled."""
        return re.compile(self.denied) if self.denied else None

    @cached_property
    def ruled_out_by(self) -> re.Pattern[str] | None:
        """The words that make it another matter, compiled."""
        return re.compile(self.unless) if self.unless else None


class Channel(_Words):
    """A way of publishing, by the words it is known under."""

    id: str
    words: str

    @cached_property
    def named(self) -> re.Pattern[str]:
        """The words, compiled."""
        return re.compile(self.words)


class Topics(_Words):
    """All topics and channels, and the words that put a figure out of the report's own year and office."""

    elsewhere: str
    unknown_channel: str
    published_by: str
    lists_several: str
    channel: tuple[Channel, ...]
    topic: tuple[Topic, ...]

    @cached_property
    def out_of_scope(self) -> re.Pattern[str]:
        """The words of other times and other offices, compiled."""
        return re.compile(self.elsewhere)

    @cached_property
    def unknown(self) -> re.Pattern[str]:
        """The words for channels no cell counts, compiled."""
        return re.compile(self.unknown_channel)

    @cached_property
    def publishing(self) -> re.Pattern[str]:
        """The words between a channel and its number, compiled."""
        return re.compile(self.published_by)

    @cached_property
    def several(self) -> re.Pattern[str]:
        """The words that make a list of channels an open one, compiled."""
        return re.compile(self.lists_several)


@lru_cache(maxsize=1)
def topics() -> Topics:
    """Return the topics that ship with the program, read once."""
    path = RESOURCES / "lexicon" / "topics.toml"
    return Topics.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with the place where it begins."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match.group()


def figures(text: str) -> Iterator[Figure]:
    """Yield every number that has a unit."""
    for match in _FIGURE.finditer(text):
        value = _value(match["number"])
        more = bool(match["more"] or match["more_too"])
        step = 10 ** (len(str(value)) - len(str(value).rstrip("0"))) if value else 1
        scale = 10000 if match["scale"] else 1
        low, high = value * scale, value * scale
        if more:
            low, high = low + 1, low + max(step, 10) * scale - 1
        elif match["about"]:
            low, high = low - max(low // 10, 1), high + max(high // 10, 1)
        yield Figure(match.start(), match.end(), low, high, match["unit"])


def _value(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    return int(plain) if plain.isdecimal() else numbers.from_chinese(plain) or 0


def facts(text: str, year: int, known: Topics) -> Iterator[Fact]:
    """Yield what a paragraph states of this year and this office."""
    for start, sentence in sentences(text):
        yield from _stated(start, sentence, year, known)
        yield from _denied(start, sentence, year, known)


def _stated(start: int, sentence: str, year: int, known: Topics) -> Iterator[Fact]:
    said = 0
    for figure in figures(sentence):
        lead = sentence[max(said, figure.start - _BEFORE) : figure.start]
        tail = sentence[figure.end : figure.end + _AFTER]
        scope = sentence[max(0, figure.start - _SCOPE) : figure.start]
        said = figure.end
        if _is_out_of_scope(scope, lead, tail, year, known):
            continue
        here = Figure(start + figure.start, start + figure.end, figure.low, figure.high, figure.unit)
        for names, before, after in _topics(lead, tail, figure.unit, known):
            yield Fact(names, here, here.start - before, here.end + after)


def _is_out_of_scope(scope: str, lead: str, tail: str, year: int, known: Topics) -> bool:
    years = _YEAR.findall(scope)
    if years and int(years[-1]) != year:
        return True
    return bool(known.out_of_scope.search(lead) or known.out_of_scope.search(tail[:6]))


def _topics(lead: str, tail: str, unit: str, known: Topics) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield the topics of a figure, with the lengths of the words before and after it that say so."""
    clause = max(lead.rfind("，"), lead.rfind(","), lead.rfind("：")) + 1
    channels = _channels(lead, clause, unit, known)
    if channels is not None:
        if channels:
            means = _MEANS.search(lead, clause)
            yield channels, len(lead) - (means.start() if means else clause), 0
        return
    for topic in known.topic:
        found = _wording(topic, lead, tail, unit)
        if found and not _is_ruled_out(topic, lead[clause:] + _CLAUSE_END.split(tail, 1)[0]):
            yield (topic.id,), *found
            return


def _is_ruled_out(topic: Topic, words: str) -> bool:
    return bool(topic.ruled_out_by and topic.ruled_out_by.search(words))


def _wording(topic: Topic, lead: str, tail: str, unit: str) -> tuple[int, int] | None:
    if unit not in topic.units.split("|"):
        return None
    for pattern in topic.stated:
        before = pattern.before_it.search(lead)
        after = pattern.after_it.match(tail)
        if before and after:
            return len(lead) - before.start(), after.end()
    return None


def _channels(lead: str, clause: int, unit: str, known: Topics) -> tuple[str, ...] | None:
    """Return the channels that a figure is of: none where they cannot be told, None where it is of no channel.

    An open list of channels ("网站、微信等渠道主动公开") is the total that the office published.
    """
    if unit not in "条件篇":
        return None
    named = [(match, one.id) for one in known.channel for match in one.named.finditer(lead, clause)]
    if known.unknown.search(lead, clause):
        return ()
    if not named or not known.publishing.fullmatch(lead, max(match.end() for match, _ in named)):
        return None
    if known.several.search(lead, clause):
        return (TOTAL,) if "主动公开" in lead[clause:] else ()
    return tuple(dict.fromkeys(name for _, name in sorted(named, key=lambda one: one[0].start())))


def _denied(start: int, sentence: str, year: int, known: Topics) -> Iterator[Fact]:
    for topic in known.topic:
        if topic.denied_by is None:
            continue
        wordings = (one for one in topic.denied_by.finditer(sentence) if not _is_ruled_out(topic, one[0]))
        match = next(wordings, None)
        if match is None:
            continue
        scope = sentence[max(0, match.start() - _SCOPE) : match.start()]
        if _is_out_of_scope(scope, scope[-_BEFORE:], "", year, known):
            continue
        figure = Figure(start + match.start(), start + match.end(), 0, 0, "")
        yield Fact((topic.id,), figure, figure.start, figure.end, denied=True)


def channels_named(text: str, known: Topics) -> Iterable[tuple[str, int, int]]:
    """Yield every channel that a text names, with the span of its words."""
    for one in known.channel:
        for match in one.named.finditer(text):
            yield one.id, match.start(), match.end()
