"""How numbers of documents and dates are written: 〔2021〕9号, 2024年1月5日."""

import re
from collections.abc import Iterator

from core import dates, numbers
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import Slip, mend, places_of, spots_of
from core.checks.model import Finding
from core.template import Template

_DOCUMENT = Late(
    rf"(?P<organ>[\u4e00-\u9fff]{{1,12}}(?<![件见表图例如在于的为据按照年版期]))\s?(?P<open>[\[【［(（〔〖{{<〈﹝])\s?(?P<year>{dates.IN_FIGURES})\s?(?P<close>[\]】］)）〕〗}}>〉﹞])"
    r"\s?(?P<wrap>[\[【［(（])?\s?(?P<ordinal>第)?\s?(?P<serial>\d{1,4})\s?号(?(wrap)\s?[\]】］)）]?)",
    needs=("号",),
)
_UNWRAPPED = Late(
    r"(?P<organ>[\u4e00-\u9fff]{0,8}(?:办发|府发|政发|政办|国办函|国发|办函|政函|党发|委发|公开办函|镇发|乡发|字|政字|府办发))\s?"
    rf"(?P<year>{dates.IN_FIGURES})\s?(?P<dash>[-—年]|\s)?\s?(?:第)?(?P<serial>\d{{1,4}})\s?号",
    needs=("号",),
)
_QUOTED = Late(r"《[^《》\n]{1,200}》|“[^“”\n]{1,60}”")
_NUMERAL = "零〇○Ｏ一二三四五六七八九"
_CHINESE_DATE = Late(
    rf"(?P<y>[一二][{_NUMERAL}0０OＯo]{{2}}[{_NUMERAL}0０])\s?年(?!代)(?:度)?(?:\s?(?P<m>十[一二]?|[一二三四五六七八九])\s?月"
    rf"(?:\s?(?P<d>[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])\s?日)?)?"
)
_PADDED = Late(
    r"(?<![\d./-])(?P<m>0[1-9])\s?月(?:\s?(?P<d>\d{1,2})\s?日)?|(?<=月)\s?(?P<only>0[1-9])\s?(?=日)"
)


@kind("document_numbers", Entry, "spot quote right", reads="prose")
def document_numbers(entry: Entry, template: Template) -> Find:
    """Require that the year of a document number stands in 〔〕 and its serial number bare."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            for slip in _documents(passage) if "号" in passage.text else ():
                yield _rewritten(entry, case, [slip], "{spot}的文号“{quote}”应当写作“{right}”")

    return find


@read_once
def _documents(passage: Passage) -> tuple[Slip, ...]:
    return tuple(_odd_documents(passage))


def _odd_documents(passage: Passage) -> Iterator[Slip]:
    for match in _DOCUMENT.finditer(passage.text):
        is_right = (match["open"], match["close"]) == ("〔", "〕") and not (match["wrap"] or match["ordinal"])
        if is_right and not match["serial"].startswith("0"):
            continue
        start = match.start("open")
        right = f"〔{match['year']}〕{int(match['serial'])}号"
        yield Slip(passage, start, match.end(), right, (max(match.start(), start - 6), match.end()))
    for match in _UNWRAPPED.finditer(passage.text):
        right = f"〔{match['year']}〕{int(match['serial'])}号"
        yield Slip(passage, match.start("year"), match.end(), right, match.span())


def _rewritten(entry: Entry, case: Case, slips: list[Slip], default: str) -> Finding:
    quote, right = slips[0].place.quote, slips[0].right or ""
    message = entry.words(default, spot=spots_of(case, slips), quote=quote, right=right)
    fix = mend(case, slips, f"改为 {right}")
    return entry.finding(message, places_of(slips), expected=right, found=quote, fix=fix)


@kind("written_dates", Entry, "spot quote right", reads="prose")
def written_dates(entry: Entry, template: Template) -> Find:
    """Require that dates are written in Arabic digits and without zeros in front."""

    def find(case: Case) -> Iterator[Finding]:
        alike: dict[tuple[str, str], list[Slip]] = {}
        for passage in case.texts:
            for slip in _dates(passage):
                alike.setdefault((slip.place.quote, slip.right or ""), []).append(slip)
        for slips in alike.values():
            yield _rewritten(entry, case, slips, "{spot}的日期“{quote}”应当写作“{right}”")

    return find


@read_once
def _dates(passage: Passage) -> tuple[Slip, ...]:
    return tuple(_odd_dates(passage))


def _odd_dates(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for pattern, right_of in ((_CHINESE_DATE, _in_digits), (_PADDED, _unpadded)):
        for match in pattern.finditer(text):
            right = right_of(match)
            if right and not any(start <= match.start() < end for start, end in quoted):
                yield Slip(passage, *match.span(), right, _whole_date(text, match))


def _in_digits(match: re.Match[str]) -> str:
    year = dates.year_of(match["y"])
    if year is None:
        return ""
    tail = match.group()[match.end("y") - match.start() :]
    for part in ("m", "d"):
        if match[part]:
            value = numbers.from_chinese(match[part].replace("廿", "二十").replace("卅", "三十"))
            tail = tail.replace(match[part], str(value), 1)
    return f"{year}{tail}"


def _unpadded(match: re.Match[str]) -> str:
    if match["only"]:
        return str(int(match["only"]))
    day = f"{int(match['d'])}日" if match["d"] else ""
    return f"{int(match['m'])}月{day}"


def _whole_date(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the span of the date around a zero in front, as it is read."""
    before = re.search(
        r"\d{4}\s?年\s?(?:\d{1,2}\s?月)?\s?$", text[max(0, match.start() - 14) : match.start()]
    )
    start = match.start() - len(before.group()) if before else match.start()
    end = match.end() + 1 if text[match.end() : match.end() + 1] == "日" else match.end()
    return start, end
