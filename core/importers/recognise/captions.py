"""The names of tables ("表三 收到和处理……情况") that stand as lines of the text: the form prints them itself."""

import re
from collections.abc import Mapping

from core.importers.document import Text
from core.importers.keys import bare
from core.importers.recognise.tables import Match
from core.numbers import to_chinese
from core.report import Note
from core.template import Table, Template

_MARK = re.compile(r"附?表\s*(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?!\d)")
_LONGEST = 60


def find(match: Match, texts: Mapping[int, Text]) -> dict[int, str]:
    """Return which lines are names of tables that were read, and nothing else, with the name of the table."""
    read = [match.template.tables_by_id[one] for one in set().union(*match.tables_at.values())]
    return {
        place: table.name
        for place, text in texts.items()
        if len(text.text) <= _LONGEST
        for table in read
        if _is_name_of(table, text.text, match.template)
    }


def _is_name_of(table: Table, text: str, template: Template) -> bool:
    """Return whether a line is the mark of a table, its title or both; a title alone may be that of a section."""
    mark = _MARK.match(text.strip())
    if mark is None or table.is_annex:
        return False
    number = mark["number"]
    numbered = f"表{to_chinese(int(number)) if number.isdecimal() else number}" == table.name
    section = template.sections_by_id[table.section].title
    rest = bare(text.strip()[mark.end() :])
    return rest in (bare(table.title), bare(section)) or (numbered and not rest)


def note(found: Mapping[int, str], texts: Mapping[int, Text]) -> list[Note]:
    """Return the note on all such lines, none where there is none."""
    if not found:
        return []
    words = "；".join(texts[place].text.strip() for place in found)
    names = "、".join(dict.fromkeys(found.values()))
    message = f"{names}已经读入，正文里的表名不再另作一段；导出时会照官方表样印上表名。"
    return [Note(message=message, source=words, line=texts[min(found)].line or None)]
