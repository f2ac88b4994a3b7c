"""The office's own name where it is damaged: cut, doubled, or a placeholder that was never filled in."""

import re
from collections.abc import Iterator
from itertools import islice

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import Slip, mend
from core.checks.model import Finding, HeadPlace
from core.template import Template

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_MOST = 100
_QUOTED = Late(r"“[^“”]{0,60}”|「[^「」]{0,60}」|《[^《》]{0,60}》|‘[^‘’]{0,60}’")
_CLAUSE = Late(r"[，。；！？\n]")
_SPEAKERS = Late(
    r"[你他她]|我.{0,12}我|人人|大家|个个|谁|说[：，]?我|讲[：，]?我|(?:认为|表示|反映|觉得|感到)我"
)
_AMID = Late(
    r"[\u4e00-\u9fff、：](?<![年来日度月底初中时在对使将把由与和及为后前，、以内])$|[以从与让问帮找教看给来]$|、$"
)
_PERSONAL = Late(r"我(?:做起|为主|有关|一定|有困|来|看)")
_PLACE = "[镇乡县市区旗村局]|街道"


class SelfNameEntry(Entry):
    """The words after 我 that make it a self-name or ordinary speech, and those before it that do."""

    after: str
    before: str


@kind("self_name", SelfNameEntry, "spot quote", reads="prose")
def self_name(entry: SelfNameEntry, template: Template) -> Find:
    """Require that the office names itself whole, once, and with its own name."""
    cut = entry.late(f"我(?!{entry.after})")
    before = entry.late(f"(?:{entry.before})$")

    @read_once
    def slips_of(passage: Passage, doubled: re.Pattern[str] | None) -> tuple[Slip, ...]:
        return tuple(islice(_slips(passage, cut, before, doubled), _MOST))

    def find(case: Case) -> Iterator[Finding]:
        doubled = _doubled(case)
        for passage in case.texts:
            for slip in slips_of(passage, doubled):
                message = entry.words(
                    "{spot}写的是“{quote}”，本单位的名称没有写对，请核对",
                    spot=case.spot(passage),
                    quote=slip.place.quote,
                )
                fix = mend(case, [slip], f"改为 {slip.right}") if slip.right else None
                yield entry.finding(
                    message, (slip.place,), expected=slip.right or "", found=slip.place.quote, fix=fix
                )
        yield from _heads(entry, case)

    return find


_DOUBLED = Late(
    r"(?P<own>我镇|我乡|我街道|我办|我局|我县|我市|我区|我们|本镇|本乡|本街道|本级|我单位)(?:[，、\s]?(?P=own)){1,3}"
    r"|(?P<me>我)我{1,3}(?=[镇乡县市区办局们街单])"
    r"|(?P<selfs>[我本][镇乡](?!街道))(?P<end>[镇乡])(?![村域])"
    r"|(?P<office>人民政府|办事处)(?P=office)"
    r"|(?:我镇本镇|本镇我镇|我乡本乡|本乡我乡)"
    r"|[窝握卧喔][镇乡](?!村)|我[真阵振]的?(?=[人政党委在对按认高严坚，])"
)
_PLACEHOLDER = Late(
    rf"(?<![A-Za-z\d./@:_\-])(?:[XxＸｘ×✕╳○●■□]{{2,12}}|[*＊]{{2,12}}(?={_PLACE}|人民政府|[条件份次]))(?![A-Za-z\d./@:_\-])"
    rf"|(?<![A-Za-z\d./@:_\-×])[XＸ×✕╳](?={_PLACE}|人民政府|年[×XＸ\d]|[条件份次](?![×\d]))"
    rf"|_{{2,20}}(?={_PLACE}|人民政府|政府|[条件份次个人])"
    rf"|(?<![{_SURNAMES}\u4e00-\u9fff])某某|某某(?={_PLACE}|人民政府|政府|单位|部门)"
    r"|(?<!任)某(?=[镇乡县市区](?![民干])|街道)"
    r"|[（(\[【〔{](?:单位|镇|乡|乡镇|街道|县|机关|此处)(?:名称?|全称|填写)?(?:处)?[）)\]】〕}]"
    r"|(?!〔待填〕)[（(\[【〔{](?:单位名称|单位全称|请填写|待填写?|待补充?|此处填|填写)[^（()）\]】〕}]{0,20}[）)\]】〕}]"
    r"|\{(?:office|unit|year|单位|年份|年度)\}"
)


def _slips(passage: Passage, cut: Late, before: Late, doubled: re.Pattern[str] | None) -> Iterator[Slip]:
    text = passage.text
    taken: list[tuple[int, int]] = []
    for match in _DOUBLED.finditer(text):
        taken.append(match.span())
        yield Slip(passage, *match.span(), _once(match))
    for match in doubled.finditer(text) if doubled else ():
        taken.append(match.span())
        yield Slip(passage, *match.span(), match[1])
    for match in _PLACEHOLDER.finditer(text):
        end = match.end() + len(_name_end(text[match.end() : match.end() + 4]))
        yield Slip(passage, match.start(), end)
    taken += [match.span() for match in _QUOTED.finditer(text)]
    for match in cut.finditer(text):
        inside = any(start <= match.start() < end for start, end in taken) or _is_personal(
            text, match.start()
        )
        if not inside and not before.search(text[max(0, match.start() - 4) : match.start()]):
            yield Slip(passage, match.start(), min(len(text), match.end() + 2))


def _is_personal(text: str, at: int) -> bool:
    """Return whether 我 at a place is a person's: among other persons, in speech, or amid a clause as an object."""
    if _PERSONAL.match(text, at) or _AMID.search(text[max(0, at - 4) : at]):
        return True
    start = max(
        (match.end() for match in _CLAUSE.finditer(text, max(0, at - 40), at)), default=max(0, at - 40)
    )
    end = _CLAUSE.search(text, at, at + 30)
    return bool(_SPEAKERS.search(text[start : end.start() if end else at + 30]))


def _once(match: re.Match[str]) -> str | None:
    named = match.groupdict()
    return named["own"] or named["me"] or named["selfs"] or named["office"]


def _name_end(after: str) -> str:
    match = re.match(rf"{_PLACE}|人民政府", after)
    return match.group() if match else ""


def _doubled(case: Case) -> re.Pattern[str] | None:
    """Return what finds the office's own name written twice in a row; for the same name it is the same."""
    names = sorted({case.report.unit.short_name, case.report.unit.name.strip()} - {""}, key=len, reverse=True)
    known = [re.escape(name) for name in names if len(name) > 2]
    return re.compile(rf"({'|'.join(known)})(?:\1){{1,3}}") if known else None


def _heads(entry: Entry, case: Case) -> Iterator[Finding]:
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        match = _PLACEHOLDER.search(head.filler) if head else None
        if head and match:
            message = f"{table.name}上方填报单位写的是“{head.filler.strip()}”，名称还没有填"
            yield entry.finding(message, (HeadPlace(table.id, "filler", head.filler),), found=head.filler)
