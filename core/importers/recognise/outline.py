"""The headings of a report and the sections they open, recognised by their meaning."""

from collections.abc import Mapping
from dataclasses import replace

from core.importers.document import Text
from core.importers.recognise import lines, numbered
from core.importers.recognise.meanings import by_other_words, is_official, meaning, reads_as_title
from core.importers.recognise.numbered import Heading
from core.template import Template

_LONGEST_TITLE = 40
_FEWEST_BARE = 2
_OTHER_WORDS = "这一部分的标题与表样不同，按意思归入"


def headings(texts: Mapping[int, Text], template: Template) -> dict[int, Heading]:
    """Return the headings among the lines, by their places; each section of the form is meant at most once."""
    counted = numbered.candidates(texts, template)
    bare = _bare(texts, template, counted)
    reserved = {one.section for one in bare.values() if one.section} if len(bare) >= _FEWEST_BARE else set()
    return _Outline(texts, template, counted, bare, reserved).read()


class _Outline:
    """Takes the candidates in their order and decides which of them are headings of sections."""

    def __init__(
        self,
        texts: Mapping[int, Text],
        template: Template,
        counted: Mapping[int, Heading],
        bare: Mapping[int, Heading],
        reserved: set[str],
    ) -> None:
        self._texts, self._template = texts, template
        self._counted, self._bare, self._reserved = counted, bare, reserved
        self._found: dict[int, Heading] = {}
        self._used: set[str] = set()
        self._last = 0
        self._restarted = False

    def read(self) -> dict[int, Heading]:
        """Return the headings by their places."""
        for place in sorted({*self._counted, *self._bare}):
            heading = self._counted.get(place) or self._bare[place]
            meant = meaning(heading.title, self._template, self._used)
            if place in self._counted and not self._goes_on(place, heading, meant):
                self._restarted = True
                continue
            if place in self._bare and not meant and not self._texts[place].heading:
                continue
            self._used.add(meant)
            self._last = heading.value or self._last
            self._restarted = False
            self._found[place] = replace(heading, section=meant)
        return self._by_other_words()

    def _goes_on(self, place: int, heading: Heading, meant: str) -> bool:
        """Return whether the number goes on from the last heading; a gap or a repeat needs a known meaning."""
        value = heading.value
        if self._reserved and (not meant or meant in self._reserved) and not self._texts[place].heading:
            return False
        if value is None:
            return True
        if value == self._last + 1:
            return bool(meant) or not (self._restarted and self._comes_again(place, value))
        if not meant:
            return self._is_gap(place, value)
        return self._last == 0 or value >= self._last or is_official(heading.title, self._template.sections)

    def _comes_again(self, place: int, value: int) -> bool:
        """Return whether a later heading has that number and means a section that is still free."""
        later = (heading for at, heading in self._counted.items() if at > place)
        return any(one.value == value and meaning(one.title, self._template, self._used) for one in later)

    def _is_gap(self, place: int, value: int) -> bool:
        """Return whether one number was left out, which no later heading has."""
        later = (heading.value for at, heading in self._counted.items() if at > place)
        return (
            self._last > 0 and value == self._last + 2 and not self._restarted and self._last + 1 not in later
        )

    def _by_other_words(self) -> dict[int, Heading]:
        """Return the headings, those without a meaning so far given to free sections that their words may mean."""
        for number, (place, heading) in enumerate(self._found.items()):
            meant = "" if heading.section else by_other_words(heading.title, self._template, self._used)
            if not meant or (meant == "overview" and number):
                continue
            self._used.add(meant)
            title = self._template.sections_by_id[meant].title
            self._found[place] = replace(heading, section=meant, reason=f"{_OTHER_WORDS}“{title}”")
        return self._found


def _bare(
    texts: Mapping[int, Text], template: Template, counted: Mapping[int, Heading]
) -> dict[int, Heading]:
    """Return the titles without a number: word for word the form's, or set as headings, or evident by their words."""
    levels = {texts[place].heading for place in counted if texts[place].heading}
    found: dict[int, Heading] = {}
    for place, text in texts.items():
        plain = text.text.strip()
        if place in counted or not 2 <= len(plain) <= _LONGEST_TITLE or plain[-1] in "。；，、：:;,":
            continue
        if lines.level(plain) > 1:  # "（二）…" stands under a section, however it is set
            continue
        known = bool(meaning(plain, template, ()))
        deeper = lines.level(plain) > 0 and (not levels or text.heading > max(levels))
        styled = text.heading > 0 and not deeper and (known or text.heading in levels)
        evident = (
            not counted and known and reads_as_title(plain) and not any(sign in plain for sign in "，。；")
        )
        if is_official(plain, template.sections) or styled or evident:
            found[place] = Heading("", plain, meaning(plain, template, ()))
    return found


__all__ = ["Heading", "headings"]
