"""Things that an office has a number of, told in passing: "全乡26个行政村", "明确15名信息员"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.reading.figures import Figure, figures

_WHOLE = Late(
    r"(?:[全我本][镇乡办]|街道)(?:现|共)?(?:有|设有|的|所有|全部|辖)?$|(?:下|所|管|现|共)?辖(?:有|区(?:内|的)?)?(?:共)?$|(?:共|总共|一共)[一-龥]{0,4}$"
)
_STAFFED = Late(r"(?:明确|配备|落实|确定|选定|配有|设有|聘任|建立|组建|[共现]有)了?$")
_BEGINS = Late(r"(?:^|[，,。；;：:])\s?(?:全部|所有|上述|以上|这)?$")
_NOT_ALL = Late(
    r"其中|另|还有|剩|其余|新增|增加|增补|减少|调整|去年|上年|原有?|以前|往年|每|各[村站科单部社]|村级|机关|对口|涉及|包括|分[为成]|邻|[全我][县市区省州]|[县市区]里|[省市县区]级|培训|联系|试点"
)
_MEANT = Late(r"行政(?=村)|建制(?=村)|政府信息公开|政务公开|信息公开|政务(?=信息)|政府(?=信息)")
_SUMMED = Late(r"(?:共计|共有|共|计)?\s?")
_PLACES = Late(r"^(?:(?:个|名|人|位))$")


@dataclass(frozen=True, slots=True)
class Thing:
    """Things of a name with their number and where their name ends; `whole` where the words speak of all of them."""

    name: str
    figure: Figure
    end: int
    whole: bool


@read_once
def things(text: str, names: Late) -> tuple[Thing, ...]:
    """Return the things of some names that a paragraph counts, but for those that are told to be a part."""
    return tuple(_things(text, names)) if names.search(text) else ()


def _things(text: str, names: Late) -> Iterator[Thing]:
    for figure in figures(text):
        if not _PLACES.match(figure.unit) or not figure.is_exact or figure.low < 2:
            continue
        ahead = _named_ahead(text, figure, names)
        if ahead:
            yield Thing(_MEANT.sub("", ahead[0]), figure, figure.end, True)
        named = names.match(text, figure.end)
        if named is None:
            continue
        clause = max(text.rfind(mark, 0, figure.start) for mark in "，,。；;\n") + 1
        before = text[max(0, figure.start - 24) : figure.start]
        words = text[clause : figure.start]
        whole = bool(_WHOLE.search(before)) or (figure.unit != "个" and bool(_STAFFED.search(before)))
        if not _NOT_ALL.search(words) and (whole or _BEGINS.search(before) or not words):
            yield Thing(_MEANT.sub("", named[0]), figure, named.end(), whole)


def _named_ahead(text: str, figure: Figure, names: Late) -> re.Match[str] | None:
    """Return the name of things whose number stands behind it ("明确信息员12名")."""
    clause = max(text.rfind(mark, 0, figure.start) for mark in "，,。；;\n") + 1
    begin = max(clause, figure.start - 24)
    for match in names.finditer(text, begin, figure.start):
        alone = _SUMMED.fullmatch(text, match.end(), figure.start)
        if (
            alone
            and _STAFFED.search(text[begin : match.start()])
            and not _NOT_ALL.search(text, clause, match.end())
        ):
            return match
    return None
