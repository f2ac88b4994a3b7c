"""Personal data: numbers of identity cards, mobile phones and bank cards, and the names of applicants."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from core import dates
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.landmarks import landmarks
from core.checks.late import Late
from core.checks.lexicon import Term, term, terms
from core.checks.mending import MOST_PLACES
from core.checks.model import Finding, Severity
from core.template import Template

_DIGITS = str.maketrans("０１２３４５６７８９ＸｘⅩ－—\u3000\u00a0", "0123456789XXX--  ")
_LONG = Late(r"\d(?:[\s－—-]{0,2}\d){9}")
_IDENTITY = Late(r"(?<![\dA-Za-z])\d(?:[ -]{0,2}\d){16}[ -]{0,2}[\dXx](?![\dA-Za-z])")
_OLD_IDENTITY = Late(r"(?<![\dA-Za-z.])\d(?: ?\d){14}(?![\dA-Za-z])")
_MOBILE = Late(r"(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])")
_CARD = Late(r"(?<![\dA-Za-z])[3-6]\d{3}(?:[ -]{0,2}\d){12,15}(?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_IDENTITY_WORD = Late(r"身份证|身份号码|证件号")
_OTHER_NUMBER = Late(
    r"(?:编号|代码|单号|文号|流水号|批号|信用代码|索引号|标识码|备案号|备案|订单|许可证|项目号|宗地|统一编码|登记号|案号|条码|工号|公网安备)[^，。；\d]{0,8}$"
)
_CONTACT = Late(r"联系|电话|咨询|手机|热线|监督|举报电话|投诉电话|值班|客服")
_PERSON = Late(
    r"申请人|当事人|举报人|投诉人|信访人|原告|村民|居民|本人|其(?:手机|电话|联系)|身份证|家住|住址|贫困户|低保户|户主"
)
_AMOUNT = Late(r"\s?(?:万?元|[条件份人户次亩斤吨台套]|平方)")
_PROVINCES = Late(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_PUBLIC_ACCOUNT = Late(r"财政|专户|对公|缴款|国库|非税|单位账户|收款")
_ACCOUNT_WORD = Late(
    r"(?:银行卡|储蓄卡|信用卡|工资卡|一卡通|存折|社保卡|账[号户]|帐[号户]|卡号|开户行|汇[入至到]|转[入至到]|打[入至到]|存入)[^，。；\d]{0,12}$"
)
_OFFICE_ACCOUNT = Late(
    r"指定|公共|集体|合作社|公司|基本户|基本账户|零余额|[镇乡县市]政府|单位|统一|待缴|代管|资金账|账套|往来|登录|用户|公众号|微信|微博|抖音|平台|系统|网站|邮箱"
)
_BEFORE, _CLAUSE = 20, 30


@term("surname", "surnames")
class Surname(Term):
    """Family names, as they stand before a given name. `words` are those that begin no common word."""

    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """The first of them."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Something personal: its place in the text, what it is, and its weight where it is not the rule's."""

    start: int
    end: int
    what: str
    severity: Severity | None = None


@kind("personal_numbers", Entry, "spot quote what", reads="prose")
def personal_numbers(entry: Entry, template: Template) -> Find:
    """Require that no number of an identity card, a mobile phone or a bank card stands in the report."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            if not _LONG.search(passage.text):
                continue
            plain = passage.text.translate(_DIGITS)
            taken: list[_Seen] = []
            for look in (_identities, _old_identities, _cards, _mobiles):
                for seen in islice(look(plain), MOST_PLACES):
                    if all(seen.end <= one.start or seen.start >= one.end for one in taken):
                        taken.append(seen)
            for seen in taken:
                yield _told(entry, case, passage, seen)

    return find


def _told(entry: Entry, case: Case, passage: Passage, seen: _Seen) -> Finding:
    place = passage.place(seen.start, seen.end)
    message = entry.words(
        "{spot}有{what}“{quote}”，属于个人信息，公开前应当删去或遮盖",
        spot=case.spot(passage),
        what=seen.what,
        quote=place.quote,
    )
    if seen.severity == "warning":
        message = f"{case.spot(passage)}的联系电话“{place.quote}”是手机号，请核对是不是单位对外公布的号码"
    return entry.finding(message, (place,), found=place.quote, severity=seen.severity)


def _bare(text: str) -> str:
    return re.sub(r"[ -]", "", text).upper()


def _identities(text: str) -> Iterator[_Seen]:
    for match in _IDENTITY.finditer(text):
        number = _bare(match.group())
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _OTHER_NUMBER.search(before) or not _PROVINCES.match(number):
            continue
        is_named = bool(_IDENTITY_WORD.search(before))
        if _is_day(number[6:10], number[10:12], number[12:14]) and (is_named or _has_check(number)):
            yield _Seen(match.start(), match.end(), "身份证号码")


def _has_check(number: str) -> bool:
    """Return whether the last digit is the one that the others call for (GB 11643, MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11] == number[-1]


def _old_identities(text: str) -> Iterator[_Seen]:
    for match in _OLD_IDENTITY.finditer(text):
        number = _bare(match.group())
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _OTHER_NUMBER.search(before) or not _PROVINCES.match(number) or _AMOUNT.match(text, match.end()):
            continue
        if _is_day("19" + number[6:8], number[8:10], number[10:12]):
            yield _Seen(match.start(), match.end(), "身份证号码（15位）")


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        return dates.is_year(date(int(year), int(month), int(day)).year)
    except ValueError:
        return False


def _mobiles(text: str) -> Iterator[_Seen]:
    for match in _MOBILE.finditer(text):
        before = text[max(0, match.start() - _CLAUSE) : match.start()]
        if _OTHER_NUMBER.search(before) or _AMOUNT.match(text, match.end()):
            continue
        is_office = bool(_CONTACT.search(before)) and not _PERSON.search(before)
        yield _Seen(match.start(), match.end(), "手机号码", "warning" if is_office else None)


def _cards(text: str) -> Iterator[_Seen]:
    for match in _CARD.finditer(text):
        before = text[max(0, match.start() - _CLAUSE) : match.start()]
        if _OTHER_NUMBER.search(before) or _PUBLIC_ACCOUNT.search(before):
            continue
        is_named = _ACCOUNT_WORD.search(before) and not _OFFICE_ACCOUNT.search(before)
        if _is_luhn(_bare(match.group())) or (is_named and not _AMOUNT.match(text, match.end())):
            yield _Seen(match.start(), match.end(), "银行卡号")


def _is_luhn(number: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


class PeopleEntry(Entry):
    """The words before a name, the words after it, what is no given name, and what a person is told by."""

    roles: str
    after: str
    not_given: str
    told_by: str


@kind("people", PeopleEntry, "spot quote", reads="prose")
def people(entry: PeopleEntry, template: Template) -> Find:
    """Require that no applicant or party is named; names that are masked (张某、李××) are right."""
    surnames = "|".join(sorted({word for one in terms(Surname) for word in one.words}, key=len, reverse=True))
    name = rf"(?P<name>(?:{surnames})[\u4e00-\u9fff]{{1,2}})"
    named = (
        entry.late(rf"(?:{entry.roles}){name}(?=(?:{entry.after}))"),
        entry.late(rf"(?:^|[，。；、：:（(\s为是]){name}(?=(?:{entry.told_by}))", landmarks(entry.told_by)),
    )
    not_given = entry.late(entry.not_given)

    @read_once
    def names_in(text: str) -> list[tuple[int, int]]:
        matches = (match for pattern in named for match in pattern.finditer(text))
        return sorted({match.span("name") for match in matches if not not_given.search(match["name"])})

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            for span in names_in(passage.text):
                yield entry.quoting(
                    case, passage, *span, "{spot}写出了当事人姓名“{quote}”，公开前应当删去或写作某某"
                )

    return find


class ChannelsEntry(Entry):
    """What is no official channel, as a pattern over addresses, and the words around it that make it right."""

    pattern: str
    before: str = "(?!)"


@kind("channels", ChannelsEntry, "spot quote", reads="prose")
def channels(entry: ChannelsEntry, template: Template) -> Find:
    """Require that the addresses given are official ones."""
    pattern, before = re.compile(entry.pattern, re.ASCII), re.compile(f"(?:{entry.before})$")

    @read_once
    def channels_in(text: str) -> list[tuple[int, int]]:
        spans = (match.span() for match in pattern.finditer(text))
        return [span for span in spans if not before.search(text[max(0, span[0] - _BEFORE) : span[0]])]

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            for span in channels_in(passage.text):
                yield entry.quoting(case, passage, *span, "{spot}的“{quote}”不是单位的正式渠道")

    return find
