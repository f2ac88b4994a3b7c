"""The office that reports: from the title, the line above the annex table, or the words of the text."""

import re
from collections.abc import Sequence

from core import divisions
from core.divisions import TOWN_ENDINGS
from core.labels import unspaced
from core.report import Unit

_YEAR = re.compile(r"(?:(?:19|20)\d\d|[二一][〇零○Ｏ九][〇零○Ｏ一二三四五六七八九]{2})年(度)?")
_SUBJECT = re.compile(
    r"^(?:关于)?(.*?)(?:关于)?(?:政府信息公开|政务信息公开|政务公开|信息公开|年度|工作|年报|$)"
)
_FULL = re.compile(r"(人民政府|办事处)$")
_WHOLE = re.compile(r"(政府|公司|学校|银行|中心|[委办厅局署部处科室站所院馆会社队厂])$")
_SEAL = re.compile(r"[（(](盖章|公章|章)[)）]$")
_LATIN = re.compile(r"[A-Za-z0-9]")
_FULL_NAME = rf"([\u4e00-\u9fff]{{2,20}}?(?:{TOWN_ENDINGS})(?:人民政府|办事处))"
_ANY_NAME = rf"([\u4e00-\u9fff]{{2,20}}?(?:{TOWN_ENDINGS})(?!市)(?:人民政府|办事处)?)"
_NAMED = (
    re.compile(r"(?:联系|咨询|(?:编制|发布|公开)(?:单位|机构|机关)[:：])" + _FULL_NAME),
    re.compile(r"(?:^|[，,。；;：:、（(])" + _FULL_NAME),
    re.compile(r"(?:公布|来源[:：])" + _ANY_NAME),
)


def find(
    title: str, page_lines: Sequence[str], filler: str, texts: Sequence[str], signed: Sequence[str]
) -> str:
    """Return the fullest name of the office that the source gives, "" where it gives none.

    `page_lines` stand above the title, `filler` behind "填报单位", `signed` below the report.
    """
    office = _of_title(title, page_lines, texts)
    filled = _SEAL.sub("", unspaced(filler))
    if _FULL.search(filled) and (not office or Unit(name=office).short_name in filled):
        return filled
    if office:
        return office
    signer = next((unspaced(text) for text in signed), "")
    return signer or _of_texts([*page_lines, *texts]) or filled


def of_title(title: str) -> str:
    """Return the office that a title alone names, "" where it names none."""
    return _of_title(title, (), ())


def is_whole(office: str) -> bool:
    """Return whether a name ends as that of an office does, and is no place alone."""
    return bool(_WHOLE.search(_SEAL.sub("", unspaced(office))))


def is_short_for(name: str, office: str) -> bool:
    """Return whether a name is the place alone, with or without those above it, of an office that is named in full."""
    plain, whole = divisions.office(name), divisions.office(office)
    if plain is None or whole is None or is_whole(name) or not is_whole(office):
        return False
    return plain.town == whole.town and whole.above[len(whole.above) - len(plain.above) :] == plain.above


def _of_title(title: str, page_lines: Sequence[str], texts: Sequence[str]) -> str:
    """Return the office in the title, without what a web site has put before it."""
    plain = unspaced(title)
    for line in page_lines:
        plain = plain.removeprefix(unspaced(line)) or plain
    year = _YEAR.search(plain)
    before = plain[: year.start()] if year else ""
    office = before.removeprefix("关于").removesuffix("关于") or _subject(
        plain[year.end() :] if year else plain
    )
    if not _LATIN.search(office):
        return office
    named = _of_texts([*page_lines, *texts])
    return named if named and office.endswith(named) else _LATIN.split(office)[-1]


def _subject(text: str) -> str:
    """Return what stands before the subject of the report."""
    match = _SUBJECT.match(text)
    office = match[1] if match else ""
    return office + "政府" if office.endswith("人民") else office


def _of_texts(texts: Sequence[str]) -> str:
    """Return the office behind a word that announces one, else the first full name, else any name."""
    plain = [unspaced(text) for text in texts]
    for pattern in _NAMED:
        for text in plain:
            match = pattern.search(text)
            if match:
                return match[1]
    return ""
