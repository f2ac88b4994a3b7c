"""Paragraphs of figures and signs alone, as Enter behind a stray digit leaves them."""

from collections.abc import Iterator

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding
from core.report import SIGNATURE
from core.template import Template

_NO_WORDS = Late(r"[\d\W_]{1,40}")
# heads a paragraph, or is a month; ① and its like count as words
_OF_ITSELF = Late(r"\d{1,2}[.．、]|[（(]\d{1,2}[)）]|\d{4}[-—.．/／]\d{1,2}")
_LONG_NUMBER = 6  # digits: a day, a postcode, a telephone number


class AloneEntry(Entry):
    """How many such paragraphs of a section may be slips; more are the cells of a table that came as text."""

    most: int = 2


@kind("alone", AloneEntry, "spot quote", reads="prose")
def alone(entry: AloneEntry, template: Template) -> Find:
    """Require words in a paragraph: one that is only a number or a sign was left behind."""

    def find(case: Case) -> Iterator[Finding]:
        found: dict[str, list[Passage]] = {}
        for passage in case.in_sections(but=(SIGNATURE,)):
            if _is_alone(passage.text.strip()):
                found.setdefault(passage.section, []).append(passage)
        for passages in found.values():
            for passage in passages if len(passages) <= entry.most else ():
                text = passage.text
                start, end = len(text) - len(text.lstrip()), len(text.rstrip())
                words = "{spot}只有“{quote}”，没有文字，请核对是不是多打的"
                yield entry.quoting(case, passage, start, end, words)

    return find


def _is_alone(text: str) -> bool:
    if not _NO_WORDS.fullmatch(text) or _OF_ITSELF.fullmatch(text):
        return False
    return sum(char.isdigit() for char in text) < _LONG_NUMBER
