"""What of the guide is answered already when it is opened: what the report says, then what the clerk answered before."""

from core import numbers, phrases
from core.guide.answers import CARRIED, NONE, Answer, Answers, figures, is_carried
from core.guide.questions import Guide, Part, Question
from core.guide.sentences import spots
from core.report import Report


def presets(guide: Guide, report: Report) -> dict[str, Answer]:
    """Return the answers that stand in the report: figures typed or carried from last year, and sentences of this year."""
    return _told(guide, report) | figures(guide, report)


def answered(guide: Guide, report: Report, before: Answers) -> dict[str, Answer]:
    """Return the answers that stand in the report, and of those given before the ones that it does not belie."""
    asked = {question.id: question for question in guide.questions}
    held = {
        name: answer
        for name, answer in before.items()
        if name in asked and not _is_belied(guide, report, asked[name], answer)
    }
    return held | presets(guide, report)


def _is_belied(guide: Guide, report: Report, question: Question, answer: Answer) -> bool:
    """Return whether the figures that stand there by now cannot go with an answer given before."""
    if answer == CARRIED:
        return not is_carried(guide, question, report)
    this_year = [report.text(cell) for cell in guide.cells(question) if report.states.get(cell) != "carried"]
    return answer == NONE and any(numbers.read(text) for text in this_year)


def _told(guide: Guide, report: Report) -> dict[str, Answer]:
    """Return the questions without figures whose sentence, or one for several, says that there was nothing."""
    asked = {question.id for question in guide.questions if not guide.cells(question)}
    found = [one.id for one in guide.questions if one.id in asked and _says_none(guide, report, one)]
    for one in guide.conclusions:
        if asked.issuperset(one.none) and _says_none(guide, report, one):
            found += one.none
    return dict.fromkeys(found, NONE)


def _says_none(guide: Guide, report: Report, part: Part) -> bool:
    """Return whether the report says so, in words that somebody has looked at this year, and nothing else about it."""
    if not part.phrase:
        return False
    phrase = guide.phrases[part.phrase]
    text = phrases.fill(phrase, report)
    standing = [spot for spot in spots(guide.template, phrase, report, set()) if spot.old]
    states = {_state(report, spot.section, spot.paragraph) for spot in standing}
    says_so = all(spot.said or spot.old.strip() == text for spot in standing)
    return bool(standing) and says_so and "carried" not in states


def _state(report: Report, section_id: str, paragraph: int) -> str:
    section = report.section(section_id)
    return section.paragraphs[paragraph].state if section else ""
