"""What reports state numbers of, and the words they use: `resources/lexicon/topics.toml` made ready.

"<name>" in a pattern stands for the words of that name in the file.
"""

import tomllib
from collections.abc import Mapping
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from core.checks.landmarks import landmarks
from core.checks.late import Late
from core.paths import RESOURCES

_DENIALS = ("未", "没", "无", "零", "不存在", "不涉及")  # every denial has one, where a topic names no others
_NAMED_WORDS = Late(r"(?<!\?P)<([a-z_]{2,20})>")


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Pattern(_Words):
    """The words before a number, up to it, and those after its unit; `given` is said earlier in the sentence.

    One of `marks` stands in all words before, where it takes any to tell.
    """

    before: str
    after: str = ""
    given: str = ""
    marks: tuple[str, ...] = ()

    @cached_property
    def before_it(self) -> Late:
        """The words before, compiled."""
        return Late(f"(?:{self.before})$", self.marks)

    @cached_property
    def after_it(self) -> Late:
        """The words after, compiled."""
        return Late(self.after)

    @cached_property
    def given_it(self) -> Late | None:
        """The words earlier in the sentence, compiled."""
        return Late(self.given) if self.given else None


class Topic(_Words):
    """Something a report states a number of: its units, its wordings, how it is denied, what rules it out.

    `about` is looked for first: a sentence without it says nothing of the topic. `unless` looks at the clause
    of the number, `unless_before` at all that the sentence says before it, `denied_unless` at the words of a
    denial (else `unless` does), of which a group `said` are those to quote. `anytime` topics name a year
    themselves ("上年结转").
    """

    id: str
    units: str
    about: str
    stated: tuple[Pattern, ...]
    denied: str = ""
    denied_marks: tuple[str, ...] = _DENIALS
    unless: str = ""
    unless_before: str = ""
    denied_unless: str = ""
    anytime: bool = False

    @cached_property
    def _hints(self) -> tuple[str, ...]:
        """The plain words of which a sentence of the topic has one; none where it takes more than words to tell."""
        return tuple(self.about.split("|")) if self.about.replace("|", "").isalnum() else ()

    @cached_property
    def _hint(self) -> Late:
        """What a sentence of the topic has, compiled."""
        return Late(self.about)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text has what a sentence of the topic has: plain words are looked for as such."""
        for word in self._hints:
            if word in text:
                return True
        return not self._hints and bool(self._hint.search(text))

    @cached_property
    def denied_by(self) -> Late | None:
        """The words of denial, compiled."""
        return Late(self.denied, self.denied_marks) if self.denied else None

    @cached_property
    def ruled_out_by(self) -> Late | None:
        """The words that make it another matter, compiled."""
        return Late(self.unless) if self.unless else None

    @cached_property
    def partly_denied_by(self) -> Late | None:
        """The words that make a denial one of a part alone, compiled."""
        words = self.denied_unless or self.unless
        return Late(words) if words else None

    @cached_property
    def ruled_out_before(self) -> Late | None:
        """The words earlier in the sentence that make it another matter, compiled."""
        return Late(self.unless_before) if self.unless_before else None


class Channel(_Words):
    """A way of publishing, by the words it is known under."""

    id: str
    words: str

    @cached_property
    def named(self) -> Late:
        """The words, compiled."""
        return Late(self.words)


class Topics(_Words):
    """All topics and channels, and the words that put a figure out of the report's own year and office."""

    words: Mapping[str, str]
    other_times: str
    this_year: str
    whole_year: str
    elsewhere: str
    unknown_channel: str
    published_by: str
    ours_within: str
    lists_several: str
    channel: tuple[Channel, ...]
    topic: tuple[Topic, ...]

    @cached_property
    def out_of_time(self) -> Late:
        """The words of other years and of plans, compiled."""
        return Late(self.other_times)

    @cached_property
    def in_time(self) -> Late:
        """The words that come back to the year of the report, compiled."""
        return Late(self.this_year)

    @cached_property
    def of_whole_year(self) -> Late:
        """The words that speak of the year as a whole, compiled."""
        return Late(self.whole_year)

    @cached_property
    def out_of_scope(self) -> Late:
        """The words of other offices and of changes, compiled."""
        return Late(self.elsewhere)

    @cached_property
    def unknown(self) -> Late:
        """The words for channels no cell counts, compiled."""
        return Late(self.unknown_channel)

    @cached_property
    def publishing(self) -> Late:
        """The words between a channel and its number, compiled."""
        return Late(self.published_by)

    @cached_property
    def wider(self) -> Late:
        """The words after the figure of a wider whole, compiled."""
        return Late(self.ours_within)

    @cached_property
    def several(self) -> Late:
        """The words that make a list of channels an open one, compiled."""
        return Late(self.lists_several)


@lru_cache(maxsize=1)
def topics() -> Topics:
    """Return the topics that ship with the program, read once."""
    path = RESOURCES / "lexicon" / "topics.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    named: dict[str, str] = {}
    for name, pattern in raw["words"].items():
        named[name] = _spelled_out(pattern, named)
    return Topics.model_validate(_all_spelled_out(raw, named))


def _all_spelled_out(value: object, named: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return _spelled_out(value, named)
    if isinstance(value, list):
        return [_all_spelled_out(one, named) for one in value]
    if isinstance(value, dict):
        spelled = {key: _all_spelled_out(one, named) for key, one in value.items()}
        if "before" in value:  # the words of names are no marks: they stand in most sentences
            spelled["marks"] = landmarks(_NAMED_WORDS.sub(".", value["before"]))
        return spelled
    return value


def _spelled_out(pattern: str, named: Mapping[str, str]) -> str:
    return _NAMED_WORDS.sub(lambda match: named[match[1]], pattern)
