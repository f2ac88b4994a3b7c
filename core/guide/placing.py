"""Where in its section a new sentence goes, and the heading that it gets where all others are of other things."""

import re
from collections.abc import Mapping, Sequence

from core import numbering
from core.phrases import Phrase
from core.points import NUMERAL
from core.report import Paragraph, Section

LEVEL = 2  # of a heading within a section
_HEAD = re.compile(r"[^。：:]{0,30}")
_CLOSING = re.compile(r"^\s*暂?无[。.]?\s*$|(?:没有|无)[^。；，]{0,8}(?:其他|其它)[^。；]{0,8}事项")
_ITEM = rf"(?:第?{NUMERAL}[是、，]|\d{{1,2}}\s?[.．、]|[（(]\s?\d{{1,2}}\s?[）)])"
_OPENING = r"(?:^\s*%s?|[。；;]\s*%s)\s*[^。；，,：:]{0,6}(?:%s)"  # of a paragraph, or of an item within one


def place_of(phrase: Phrase, section: Section) -> tuple[int, str]:
    """Return before which paragraph a new one goes, and the heading that it is to have, "" for none.

    It goes to the end of what stands under its heading, else behind what begins to speak of the same, else to the end
    of the section before its closing words: there under a heading of its own, or it would be read as one thing with the
    last one.
    """
    paragraphs = numbering.unquoted(section.paragraphs)
    heads = {index: _HEAD.match(one.text) for index, one in enumerate(paragraphs) if is_heading(one)}
    best = _best(phrase, heads)
    if best is not None:
        return next((index for index in heads if index > best), len(paragraphs)), ""
    behind = _behind_the_same(phrase, paragraphs)
    if behind is not None:
        return behind, ""
    closes = bool(paragraphs) and bool(_CLOSING.search(paragraphs[-1].text))
    return len(paragraphs) - closes, phrase.heading if heads else ""


def is_heading(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is or begins with a heading such as （一）; a file may bring it along as body."""
    if paragraph.level:
        return paragraph.level == LEVEL and not numbering.is_item(paragraph.text)
    number = numbering.read(paragraph.text)
    return number is not None and number.level == LEVEL


def _best(phrase: Phrase, places: Mapping[int, re.Match[str] | None]) -> int | None:
    """Return the last of the places whose words say most of what a heading of the phrase says; None where none does."""
    if not phrase.under:
        return None
    said = {at: len(set(re.findall(phrase.under, words.group()))) for at, words in places.items() if words}
    best = max(said, key=lambda at: (said[at], at), default=None)
    return best if best is not None and said[best] else None


def _behind_the_same(phrase: Phrase, paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the place behind the paragraph below the headings that begins to speak of the same, with all that is its own."""
    if not phrase.under:
        return None
    opening = re.compile(_OPENING % (_ITEM, _ITEM, phrase.under))
    openings = [None if is_heading(one) else opening.search(one.text) for one in paragraphs]
    best = _best(phrase, dict(enumerate(openings)))
    if best is None:
        return None
    end, level = best + 1, paragraphs[best].level
    while level and end < len(paragraphs) and not _ends(paragraphs[end], level):
        end += 1
    return end


def _ends(paragraph: Paragraph, level: int) -> bool:
    """Return whether a paragraph belongs no more to one of that level before it."""
    return is_heading(paragraph) or 0 < paragraph.level <= level


def headed(heading: str, text: str, before: Sequence[Paragraph]) -> Paragraph:
    """Return a new paragraph under a heading that follows the last one before it, in its number and its level."""
    own = reversed(numbering.unquoted(before))
    last = next((one for one in own if is_heading(one)), None)
    number = numbering.read(last.text) if last else None
    goes_on = number is not None and number.level == LEVEL and number.value < numbering.MOST
    mark = number.as_written(number.value + 1).strip() if number and goes_on else ""
    return Paragraph(text=f"{mark}{heading}。{text}", level=last.level if last else LEVEL)
