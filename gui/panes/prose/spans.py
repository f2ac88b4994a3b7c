"""Findings in the text: which words of which paragraph they speak of now."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.checks.model import TITLE, Finding, TextPlace
from core.report import SIGNATURE, Report


@dataclass(frozen=True)
class Span:
    """The words that a finding speaks of, by characters in a paragraph; `wrong` are those among them to underline."""

    paragraph: int
    start: int
    end: int
    finding: Finding
    wrong: tuple[int, int] | None = None

    @property
    def wave(self) -> tuple[int, int]:
        """From where to where a wave is drawn: under what is wrong, of several words quoted."""
        return self.wrong or (self.start, self.end)


_MANY = 4
_MOST_SELECTED = 20
_NOT_SELECTED = "说的是{}，光标在最前面；没有选中，按错一个键也不会丢。"


def why_not_selected(report: Report, place: TextPlace) -> str:
    """Return what the clerk is told where the words of a place are shown and not selected, "" where they may be."""
    if not _is_long(report, place):
        return ""
    return _NOT_SELECTED.format("整个标题" if place.section == TITLE else "标着底色的字")


def _is_long(report: Report, place: TextPlace) -> bool:
    """Return whether words are all of a paragraph, or so many that they must not stand selected: a key wipes them.

    A line of the sign-off is no paragraph: a date there is put right as one word.
    """
    if place.section == TITLE:
        whole = report.title
    else:
        section = report.section(place.section)
        texts = [one.text for one in section.paragraphs] if section else []
        whole = texts[place.paragraph] if place.paragraph < len(texts) else ""
    words = whole[place.start : place.end]
    is_whole = bool(words) and words.strip() == whole.strip()
    return len(words) > _MOST_SELECTED or (is_whole and place.section != SIGNATURE)


def spans(report: Report, findings: Sequence[Finding], section_id: str, texts: Sequence[str]) -> list[Span]:
    """Return where findings stand in a section; those kept with a reason and those whose words are gone do not."""
    kept = {decision.key for decision in report.decisions}
    found = []
    for finding in findings:
        if finding.severity == "info" or finding.key in kept:
            continue
        places = [one for one in finding.where if isinstance(one, TextPlace) and one.section == section_id]
        made = [span for place in places if (span := _span(finding, place, texts))]
        found += [span for span in made if not _is_on_the_whole(span, texts)]
    return found


def _is_on_the_whole(span: Span, texts: Sequence[str]) -> bool:
    """Return whether a finding speaks of many whole paragraphs, as of a copied text: a wave helps nobody there."""
    whole = span.end - span.start >= len(texts[span.paragraph].strip())
    return whole and len(span.finding.where) > _MANY


def _span(finding: Finding, place: TextPlace, texts: Sequence[str]) -> Span | None:
    """Return the words of a place, found again where typing has moved them."""
    if place.paragraph >= len(texts):
        return None
    text = texts[place.paragraph]
    if text[place.start : place.end] == place.quote:
        start, end = place.start, place.end
    else:
        start = text.find(place.quote)
        end = start + len(place.quote)
    if start < 0:
        return None
    end = end if end > start else len(text)
    wrong = _wrong(place, text, start - place.start) if place.selected else None
    return Span(place.paragraph, start, end, finding, wrong)


def _wrong(place: TextPlace, text: str, moved: int) -> tuple[int, int] | None:
    """Return which of the words are to be underlined; what is not seen itself is told by its neighbours."""
    start, end = (at + moved for at in place.selected or (place.start, place.end))
    if any(char.isprintable() and not char.isspace() for char in text[start:end]):
        return start, end
    return max(start - 1, 0), min(end + 1, len(text))
