"""Paragraphs cut in two and joined while a review is looked over: what was read stays, what is decided says what it makes."""

from collections.abc import Iterator
from dataclasses import replace

from core.importers.recognise import Reading
from core.importers.recognise.lines import level
from core.importers.reviewing.decisions import CUT_OFF, Decisions, Words, origin_of, words_read

_BLANKS = " \u3000\t"
_A_LETTER = "字"


def seam(above: str, below: str) -> str:
    """Return what stands between words and those that go on from them: a blank between Latin words, else nothing."""
    ends = above[-1:] + below[:1]
    return " " if len(ends) == 2 and ends.isascii() and ends.isalpha() else ""


def in_one(text: str) -> str:
    """Return words of several lines in one."""
    whole = ""
    for line in lines_of("\n".join(text.splitlines())):
        whole += seam(whole, line) + line
    return whole


def lines_of(text: str) -> list[str]:
    """Return the lines in which something stands; one line stays as it was typed."""
    lines = text.split("\n")
    if len(lines) < 2:
        return [text]
    return [line.strip(_BLANKS) for line in lines if line.strip(_BLANKS)] or [""]


def line_at(text: str, above: str) -> int:
    """Return the number, from 0, of the line in `text` that a cursor behind `above` stands in; lines without words do not count."""
    return min(len(lines_of(f"{above}{_A_LETTER}")), len(lines_of(text))) - 1


def at_in_line(text: str, at: int) -> int:
    """Return where a place in one of several lines is once they were decided on, without the blanks before its words."""
    return max(0, at - (len(text) - len(text.lstrip(_BLANKS))))


def part_of(made: Decisions, target: str, line: int) -> str:
    """Return the target of what a line of a paragraph became once its lines were decided on, of the first its own."""
    parts = _parts(made, target)
    at = line + (parts.index(target) if target in parts else -1)
    return parts[at] if line and at < len(parts) else target


def with_words(made: Decisions, reading: Reading, target: str, words: Words) -> Decisions:
    """Return the decisions where a paragraph has other words; of several lines each is a paragraph of its own.

    Those behind the first have the level of the number that they begin with.
    """
    first, *others = lines_of(words.text)
    if target != origin_of(target) and target not in _parts(made, target):
        return made  # it was joined to another meanwhile
    made = _with(made, reading, target, replace(words, text=first))
    if not others:
        return made
    parts = list(_parts(made, target))
    at = parts.index(target) + 1 if target in parts else 0
    last = max((int(part.partition(CUT_OFF)[2]) for part in parts), default=0)
    new = [f"{origin_of(target)}{CUT_OFF}{last + number}" for number, _ in enumerate(others, 1)]
    said = {part: Words(text, level(text), words.section) for part, text in zip(new, others, strict=True)}
    cut = {**made.cut, origin_of(target): (*parts[:at], *new, *parts[at:])}
    return replace(made, words={**made.words, **said}, cut=cut)


def with_joined(made: Decisions, reading: Reading, above: str, below: str) -> tuple[Decisions, int]:
    """Return the decisions where a paragraph goes on with the words of another, and how many characters it had before."""
    words, more = (made.words.get(one) or words_read(reading, one) for one in (above, below))
    first, second = words.text.rstrip(_BLANKS), more.text.lstrip(_BLANKS)
    between = seam(first, second)
    joined = {target: above if whole == below else whole for target, whole in made.joined.items()}
    if below == origin_of(below):
        said = {target: old for target, old in made.words.items() if target != below}
        made = replace(made, words=said, joined={**joined, below: above})
    else:
        made = _without_part(replace(made, joined=joined), below)
    whole = replace(words, text=first + between + second)
    return _with(made, reading, above, whole), len(first + between)


def _with(made: Decisions, reading: Reading, target: str, words: Words) -> Decisions:
    """Return the decisions with the words of one target; those that were read are none."""
    said = {key: old for key, old in made.words.items() if key != target}
    if target != origin_of(target) or words != words_read(reading, target):
        said[target] = words
    return replace(made, words=said)


def _parts(made: Decisions, target: str) -> tuple[str, ...]:
    return made.cut.get(origin_of(target), ())


def _without_part(made: Decisions, target: str) -> Decisions:
    """Return the decisions without something that was cut off."""
    origin = origin_of(target)
    cut = {key: parts for key, parts in made.cut.items() if key != origin}
    left = tuple(part for part in _parts(made, target) if part != target)
    words = {key: old for key, old in made.words.items() if key != target}
    return replace(made, words=words, cut={**cut, origin: left} if left else cut)


def read_for(made: Decisions, target: str) -> tuple[str, ...]:
    """Return the targets that the words of one were read as: its own, and those that were joined to it."""
    return origin_of(target), *(one for one, whole in made.joined.items() if whole == target)


def shares(made: Decisions, reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Yield what became of each paragraph and line that was corrected: its target, some of its words, their section now.

    Of what was cut in two or joined each part goes where it stands; one that was typed anew has none of the words read.
    """
    touched = dict.fromkeys(origin_of(target) for target in (*made.words, *made.cut, *made.joined))
    for origin in touched:
        rest = words_read(reading, origin).text
        for part in made.cut.get(origin, ()):
            words = made.words[part]
            own = words.text
            for other in read_for(made, part)[1:]:
                own = own.replace(words_read(reading, other).text, "")
            own = own.strip(_BLANKS)
            if own in rest:
                rest = rest.replace(own, "", 1)
                yield origin, own, words.section
        whole = made.joined.get(origin, origin)
        yield origin, rest, (made.words.get(whole) or words_read(reading, whole)).section
