"""The period, the contact line and the sign-off of a report."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from core import dates
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.divisions import TOWN_ENDINGS
from core.report import PREFACE, SIGNATURE
from core.template import Template

_BEGINNING = TextPlace(PREFACE, 0, 0, 0, "")
_YEAR = rf"(?:\d{{4}}|{dates.IN_CHINESE})"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_JOIN = r"(?:\s|日|零时|0时|[（(]含[）)]|起|开始|[，,])*(?:至|到|[—–―~～-]{1,2}|截至|截止(?:到|至)?)\s?"
_DAYS = Late(
    rf"(?P<y1>{_YEAR}|本|当|上|去|同)?\s?(?:年度?|[./-])?\s?(?P<m1>{_N})\s?(?:月|[./-])(?:份)?\s?(?P<d1>{_N})?\s?(?:日|号)?"
    rf"{_JOIN}(?P<y2>{_YEAR}|本|当|同|次)?\s?(?:年度?|[./-])?\s?(?P<m2>{_N})\s?(?:月|[./-])\s?(?:(?P<d2>{_N})\s?[日号]?)?"
)
_UNTIL = Late(
    rf"(?:截至|截止(?:到|至|于|日期为|时间为)?|[至到])\s?(?P<y>{_YEAR})\s?[年./-]\s?(?P<m>{_N})\s?(?:月|[./-])\s?(?P<d>{_N}|底|末)?\s?[日号]?"
)
_YEAR_ALONE = Late(rf"(?P<y>{_YEAR})\s?年(?:全年|整年|全年度|度)?")
_NAMED = Late(
    r"统计(?:的)?(?:期限|期间|时间|时限|时段|时间段|区间|周期|范围|年度|口径|起止时间|截止时间|数据)?(?:为|是|自|从|由|系)?[：:]?\s?$"
)
_RANGE = Late(r"[至到—–―~～-]|截止|年度?\s?全|全年|整年")
_SPEAKS_OF_YEAR = Late(r"统计|数据")
_NAMED_BEHIND = Late(r"的?(?:全年)?(?:统计)?数据")
_WHOLE_YEAR = Late(
    rf"(?P<y>{_YEAR})\s?年度?\s?(?:全年|整年|全年度|0?1\s?月?\s?(?:[—–―~-]{{1,2}}|至|到)\s?12\s?月(?!\s?\d))"
)
_SPEAKS_OF_PERIOD = Late(
    r"统计|数据|期限|时限|时段|期间|起止|涵盖|报告期|截至|截止|范围|周期|所列|反映|概括|时间"
)
_STATISTICS = Late(r"统计(?:期|时|周期|范围|数据|区间|起止)|所列数据|报告期")
_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    dates.ZEROS, "0"
)
_TENS = Late(r"(?P<t>[一二三四五六七八九]?)十(?P<o>[一二三四五六七八九]?)")


def _value(text: str | None) -> int | None:
    """Return the value of a year, month or day in figures or in Chinese numerals."""
    if not text:
        return None
    match = _TENS.fullmatch(text)
    if match:
        return int(_DIGITS.get(match["t"], "1") + _DIGITS.get(match["o"], "0"))
    plain = "".join(_DIGITS.get(char, char) for char in text)
    return int(plain) if plain.isdecimal() else None


@kind("period", Entry, "spot quote year", reads="prose")
def period(entry: Entry, template: Template) -> Find:
    """Require that the report says its figures are those of the whole report year."""

    def find(case: Case) -> Iterator[Finding]:
        right = f"{case.report.year}年1月1日至12月31日"
        said = [one for passage in case.passages for one in _periods(passage, case.report.year)]
        wrong = [(passage, place) for passage, place, is_right, _ in said if not is_right]
        if any(is_right for _, _, is_right, _ in said):
            wrong = [(passage, place) for passage, place, is_right, named in said if named and not is_right]
        elif not wrong:
            message = f"没有写统计期限；应当写明数据是{right}的"
            yield entry.finding(message, (_BEGINNING,), expected=right)
        if wrong:
            passage, place = wrong[0]
            message = f"{case.spot(passage)}的统计期限“{place.quote}”不对，应当是{right}"
            yield entry.finding(message, tuple(one for _, one in wrong), expected=right, found=place.quote)

    return find


_Period = tuple[int, int, bool, bool]


def _periods(passage: Passage, year: int) -> Iterator[tuple[Passage, TextPlace, bool, bool]]:
    """Yield the periods that a paragraph gives: whether each is the whole year, and whether it is named as such."""
    for start, end, is_right, named in _periods_in(passage.text, passage.section == PREFACE, year):
        yield passage, passage.place(start, end), is_right, named


@read_once
def _periods_in(words: str, opens: bool, year: int) -> tuple[_Period, ...]:
    """Return the periods in a paragraph, of those that open a report or others."""
    text = _same_length(words)
    found: list[_Period] = []
    ranges = chain.from_iterable(pattern.finditer(text) for pattern in (_DAYS, _WHOLE_YEAR, _UNTIL))
    for match in ranges if _RANGE.search(text) else ():
        if any(start < match.end() and match.start() < end for start, end, _, _ in found):
            continue
        is_right = _is_right(match, year, text)
        if is_right or _is_period(text, match, opens):
            found.append((*match.span(), is_right, _is_named(text, match)))
    if found or not _SPEAKS_OF_YEAR.search(text):
        return tuple(found)
    return tuple(_years_alone(text, year))


def _is_named(text: str, match: re.Match[str]) -> bool:
    return bool(_NAMED.search(text[max(0, match.start() - 16) : match.start()]))


def _years_alone(text: str, year: int) -> Iterator[_Period]:
    """Yield years that are named as the period; "统计期限：2023年" leaves open whether it is all of it."""
    for match in _YEAR_ALONE.finditer(text):
        named, is_right = _is_named(text, match), _value(match["y"]) == year
        if match.group()[-1] == "年" and is_right:
            continue
        if named or (match.group()[-1] in "年度" and _NAMED_BEHIND.match(text, match.end())):
            yield *match.span(), is_right, named


def _is_right(match: re.Match[str], year: int, text: str) -> bool:
    if _DAYS.is_of(match):
        return _is_whole_year(match, year, text)
    if _WHOLE_YEAR.is_of(match):
        return _value(match["y"]) == year
    day = 31 if match["d"] in ("底", "末", None) else _value(match["d"])
    is_last = (_value(match["y"]), _value(match["m"]), day) == (year, 12, 31)
    return is_last and bool(_SPEAKS_OF_PERIOD.search(text[max(0, match.start() - 30) : match.end() + 12]))


@read_once
def _same_length(text: str) -> str:
    """Return the text with full-width figures halved and every character in its place."""
    return "".join(plain if len(plain := unicodedata.normalize("NFKC", one)) == 1 else one for one in text)


def _is_whole_year(match: re.Match[str], year: int, text: str) -> bool:
    begins, ends = (_value(match["m1"]), _value(match["d1"])), (_value(match["m2"]), _value(match["d2"]))
    if begins not in ((1, 1), (1, None)) or ends not in ((12, 31), (12, None)):
        return False
    first = {"本": year, "当": year}.get(match["y1"] or "", _value(match["y1"]))
    last = {"本": year, "当": year, "同": first}.get(match["y2"] or "", _value(match["y2"]))
    if first is None and match["y1"] is None:
        named = re.findall(r"(\d{4})年", text[max(0, match.start() - 24) : match.start()])
        first = int(named[-1]) if named else year
    return first == year and last in (None, year)


def _is_period(text: str, match: re.Match[str], opens: bool) -> bool:
    """Return whether days that are not the whole year are given as the period of the report."""
    sentence = re.split(r"[。；;]", text[max(0, match.start() - 60) : match.start()])[-1]
    after = text[match.end() : match.end() + 16]
    if _WHOLE_YEAR.is_of(match):
        return bool(_STATISTICS.search(sentence) or _NAMED_BEHIND.match(after))
    if _UNTIL.is_of(match):
        return bool(re.search(r"统计|所列数据|报告数据|报告期", sentence))
    if not match["d1"] and not match["d2"] and not match["y1"]:
        return False
    if opens:
        return bool(_SPEAKS_OF_PERIOD.search(sentence) or _SPEAKS_OF_PERIOD.search(after))
    return bool(_STATISTICS.search(sentence))


_PHONE = Late(
    r"(?:电话|热线|联系方式|传真|号码)[^，。；;]{0,14}?\d{3,4}[-—－ ]?\d{4,8}|(?<!\d)0\d{2,3}[-—－]\d{7,8}(?!\d)"
)
_POST = Late(r"(?:邮编|邮政编码|邮\s编|编码)[^，。；;\d]{0,6}\d{6}(?!\d)")
_ADDRESS = Late(
    r"(?:地\s{0,4}址|地点|住所|通讯处|通信处|驻地)(?:[）)]?\s?[为是在：:]|(?=\s?[^，。；;：:]{2,20}[路街村镇乡县区号])(?!和|及|与|、|的))\s{0,3}[^，。；;：:\s)）]{3,}"
    r"|位于[^，。；;：:\s)）]{3,}|(?:路|街|大道|巷)\d{1,5}号"
)


@kind("contact", Entry, "missing", reads="prose")
def contact(entry: Entry, template: Template) -> Find:
    """Require that a reader learns the address, the postal code and the telephone of the office."""
    wanted = (("地址", _ADDRESS), ("邮编", _POST), ("电话", _PHONE))

    def find(case: Case) -> Iterator[Finding]:
        texts = [_same_length(passage.text) for passage in case.passages]
        missing = [name for name, pattern in wanted if not any(pattern.search(text) for text in texts)]
        if not missing:
            return
        line = next((one for one in case.passages if _names_contact(one)), None)
        listed = "、".join(missing)
        where = (line.whole if line else _BEGINNING,)
        message = entry.words("没有写齐联系方式，缺{missing}", missing=listed)
        yield entry.finding(message, where, expected=listed, found=clipped(line.text) if line else "")

    return find


def _names_contact(passage: Passage) -> bool:
    return bool(re.search(r"联系|电话|地址|邮编|邮政编码", passage.text)) and passage.section in (
        PREFACE,
        SIGNATURE,
        "other",
    )


_OFFICE = Late(rf"(?:人民政府|政府|办事处|委员会|办公室|{TOWN_ENDINGS}|局|中心)$")
_NUMBERED = Late(r"[（(]?[一二三四五六七八九十\d]{1,2}[、.）)]")
_SEAL = Late(r"[（(](?:盖章|公章|印章|章)[）)]?")
_LIKE_DATE = Late(rf"{_YEAR}\s?[年./-]\s?{_N}\s?[月./-]")  # also of no calendar: another rule speaks of that
_LONGEST_LINE = 40


@kind("signed", Entry, "missing", reads="prose")
def signed(entry: Entry, template: Template) -> Find:
    """Require the name of the office and the date below the report; a date below the title will do."""

    def find(case: Case) -> Iterator[Finding]:
        below = [one for one in case.passages if one.section == SIGNATURE]
        rest = [one for one in case.passages if one.section != SIGNATURE]
        lines = [_line(one) for one in [*below, *rest[-3:]]]
        heads = [_line(one) for one in rest if one.section == PREFACE]
        named = any(_is_office(line, case) for line in lines)
        dated = any(_dates_in(line) or _LIKE_DATE.search(line) for line in (*lines, *heads))
        missing = [name for name, there in (("单位署名", named), ("成文日期", dated)) if not there]
        if missing:
            place = below[-1].whole if below else TextPlace(SIGNATURE, 0, 0, 0, "")
            message = entry.words("文末没有{missing}", missing="和".join(missing))
            yield entry.finding(message, (place,), expected="、".join(missing), found=place.quote)

    return find


def _line(passage: Passage) -> str:
    """Return a paragraph that may be a line of a sign-off, "" where it is a sentence."""
    text = _same_length(passage.text).strip(" \t\u3000()[]（）")
    text = re.sub(r"^(?:附件|附表)\d?[:：].*", "", text)
    return "" if len(text) > _LONGEST_LINE or text.endswith(("。", "；", "，")) else text


def _dates_in(line: str) -> list[dates.Written]:
    """Return the months and days that a line names, the last of them as the date that it is or ends with."""
    last = dates.read(line) or dates.ending(line)
    before = [one for one in dates.find(line) if last is None or one.end <= last.start]
    return [one for one in (*before, last) if one and one.month]


def _without_date(line: str) -> str:
    for one in reversed(_dates_in(line)):
        line = line[: one.start] + line[one.end :]
    return line


def _is_office(line: str, case: Case) -> bool:
    """Return whether a line is a name of an office, with or without its date behind it."""
    name = _SEAL.sub("", _without_date(line)).strip(" \t\u3000：:（）()")
    if name and name == case.report.unit.short_name:
        return True
    return bool(_OFFICE.search(name)) and len(name) <= 30 and not _NUMBERED.match(name)
