"""Which of some matters a section speaks of: under headings of their own, or else anywhere in its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.checks.kept import read_once
from core.checks.late import Late

_NUMBER = Late(
    r"\s{0,8}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第?[一二三四五六七八九十](?:是|、|，))\s{0,4}"
)
_LEAD = Late(r"[^。；;：:，,！\n]{1,60}")
_HEADING = Late(r"[^。；;：:！\n]{1,36}(?=[。；;：:！\n]|$)")
_POINT = Late(r"(?:(?<=^)|(?<=[。；;：:，,\s]))(?:[一二三四五六七八九]是|[（(][一二三四五六七八九\d][）)])")
# A paragraph that says of the year that there was none of something, as the zero-report guide writes it.
_NONE = Late(r"\s{0,8}\d{4}年度?[，,][^。；，,！\n]{0,40}(?:没有|未|无)[^。；，,！\n]{1,60}")
_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: its name, the words of its headings, and those of sentences on it."""

    name: str
    heading: Late
    told: Late


def told_by(matters: Sequence[Matter], texts: Sequence[str]) -> dict[str, str | None]:
    """Return by what paragraphs speak of each matter, None where they do not.

    Where they have headings of matters these count alone, else any of their words. A paragraph that says there was
    none of something counts as well: it needs no heading.
    """
    leads = [lead for text in texts for lead in _leads(text)]
    found = {one.name: next((lead for lead in leads if one.heading.search(lead)), None) for one in matters}
    headed = sum(words is not None for words in found.values())
    if headed < 2 and not _has_headings(texts):
        return {one.name: _words(one.told, texts) for one in matters}
    nothing = [match.group() for text in texts if (match := _NONE.match(text))]
    return {one.name: found[one.name] or _words(one.heading, nothing) for one in matters}


def _words(pattern: Late, texts: Sequence[str]) -> str | None:
    return next((match.group() for text in texts if (match := pattern.search(text))), None)


@read_once
def _leads(text: str) -> tuple[str, ...]:
    return tuple(_first_words(text))


def _first_words(text: str) -> Iterator[str]:
    """Yield the first words of a paragraph and of the points run into it."""
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    lead = (_HEADING.match(text, start) if number else None) or _LEAD.match(text, start)
    if lead:
        yield lead.group()
    for point in _POINT.finditer(text):
        lead = _LEAD.match(text, point.end())
        if lead:
            yield lead.group()


def _has_headings(texts: Sequence[str]) -> bool:
    return sum(bool(_NUMBER.match(text)) for text in texts) >= _HEADINGS
