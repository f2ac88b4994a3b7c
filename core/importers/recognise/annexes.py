"""The lines above an annex table: its mark, title, period and who filled it in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.importers.document import Text
from core.importers.recognise import lines
from core.labels import unspaced
from core.report import Head
from core.template import Table, Template

_TITLE = re.compile(r".{0,60}(统计表|情况表|一览表|汇总表)")
_PERIOD = re.compile(r"[（(]?[\d〇零○二一三四五六七八九]{4}年度?(第?[一二三四]季度)?[)）]?")
_FILLER = re.compile(
    r"\s*(?:填报(?:单位|机关)|单位名称|报送单位|单位(?=\s*[（(]盖))\s*(?:[（(](?:盖\s*章|公\s*章)[)）])?\s*[:：]?\s*"
)
_LONGEST = 60
_HIGHEST = 8


@dataclass
class Annex:
    """What stands above an annex table, and which lines it takes."""

    head: Head = field(default_factory=Head)
    taken: set[int] = field(default_factory=set)


def above(table: Table, at: int, texts: Mapping[int, Text]) -> Annex:
    """Return the head of the annex table that stands at that place among the elements."""
    annex = Annex()
    for place in sorted((place for place in texts if at - _HIGHEST <= place < at), reverse=True):
        text = texts[place].text.strip()
        if place != at - 1 - len(annex.taken) or not _take(text, annex.head, table):
            break
        annex.taken.add(place)
    return annex


def find(
    template: Template, tables_at: Mapping[int, set[str]], texts: Mapping[int, Text]
) -> dict[str, Annex]:
    """Return the head of every annex table found, by the table's id."""
    found: dict[str, Annex] = {}
    for at in sorted(tables_at):
        for table_id in sorted(tables_at[at]):
            table = template.tables_by_id[table_id]
            if table.is_annex and table_id not in found:
                found[table_id] = above(table, at, texts)
    return found


def _take(text: str, head: Head, table: Table) -> bool:
    """Set the part of the head that the line is; False where it is none or stands there already."""
    plain = unspaced(text)
    if len(plain) > _LONGEST or plain.endswith("。"):
        return False
    if head.title:
        return lines.is_annex_mark(text)
    filler = _FILLER.match(text)
    if filler and filler.end() and not head.filler:
        head.filler = text[filler.end() :].strip()
        return True
    if _PERIOD.fullmatch(plain) and not head.period:
        head.period = text
        return True
    if _TITLE.fullmatch(plain) or plain == unspaced(table.title):
        head.title = text
        return True
    return False
