"""The ends of paragraphs: a sentence ends with a full stop, a heading above other text does not."""

import re
from collections.abc import Iterator

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.mending import Slip, mend
from core.checks.model import Finding
from core.report import PREFACE, SIGNATURE
from core.template import Template

_ENDED = Late(r"[。；：！？…;:!?.．，,、—]\s{0,8}[”’）)》】]{0,3}\s{0,8}$|[。！？][”’）)》】]{1,3}\s{0,8}$")
_NUMBER = Late(
    r"\s{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]、?|\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])\s{0,4}"
)
_POINT = Late(
    r"\s{0,8}(?:第?[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]|[一二三四五六七八九十]要)"
)
_INNER = Late(r"[。；！？;!?](?=.)")
_COMMA = Late(r"[，,]")
_STATES = Late(
    r"\d{1,9}\s?余?(?:条|件|次|篇|人次|人|个|名|场|期|份|起|万元|元|%|％)|我[镇乡办处局委]|我街道|\d{4}年|截至|了|(?:未|没有|没|不)(?:收|发生|存在|出现|接|受理|涉及|产生|收到|有)"
)
_FIELD = Late(
    r"(?:地址|邮编|邮政编码|电话|联系|传真|网址|网站|电子邮箱|电子信箱|邮箱|单位|附件|附表|日期|填报|填表|时间|注|备注|抄送|主办|办公|公众号|微信|主题词)[^，。；]{0,12}[：:]|附\s?[件表]"
)
_DATE = Late(r"[（(]?\s?[\d〇零○一二三四五六七八九十]{2,4}\s?年[^，。；]{1,12}[日月]\s?[)）]?\s?$")
_COUNTED = Late(r"[\u4e00-\u9fff]{3,8}\d{1,6}(?:条|件|次)$")
_LONGEST_HEADING, _SHORTEST_SENTENCE, _LONGEST_LABEL = 34, 9, 24


class EndingsEntry(Entry):
    """The rule has no options."""


@kind("endings", EndingsEntry, "spot quote", reads="prose")
def endings(entry: EndingsEntry, template: Template) -> Find:
    """Require that a paragraph that says something ends with a mark, and that a bare heading does not end with a stop."""

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section != SIGNATURE]
        for at, passage in enumerate(passages):
            below = passages[at + 1] if at + 1 < len(passages) else None
            if _lacks_stop(passage, below):
                slip = Slip(
                    passage, len(passage.text.rstrip()), len(passage.text), "。", _last_words(passage)
                )
                message = entry.words(
                    "{spot}末尾没有句号：“{quote}”", spot=case.spot(passage), quote=slip.place.quote
                )
                fix = mend(case, [slip], "补上句号")
                yield entry.finding(message, (slip.place,), expected="。", found="", fix=fix)
            elif below and _is_heading_with_stop(passage, below, passages):
                end = len(passage.text.rstrip())
                slip = Slip(passage, end - 1, end, "", (0, end))
                message = f"{case.spot(passage)}的小标题“{slip.place.quote}”末尾多了句号"
                yield entry.finding(message, (slip.place,), found="。", fix=mend(case, [slip], "删去句号"))

    return find


def _last_words(passage: Passage) -> tuple[int, int]:
    """Return the span of the last clause, at most 20 characters of it."""
    end = len(passage.text.rstrip())
    return max(0, end - 20), end


def _lacks_stop(passage: Passage, below: Passage | None) -> bool:
    text = passage.text.strip()
    if _ENDED.search(text) or _FIELD.match(text) or _DATE.fullmatch(text):
        return False
    number = _NUMBER.match(text)
    words = text[number.end() :] if number else text
    if (
        (len(words) < _SHORTEST_SENTENCE and not _COUNTED.search(words))
        or (words[0] in "（(" and words[-1] in "）)")
        or "：" in words[:10]
    ):
        return False
    if _INNER.search(words) or _POINT.match(words):
        return True
    is_heading = below is not None and below.section == passage.section and len(words) <= _LONGEST_HEADING
    if _COMMA.search(words):
        return len(words) > _LONGEST_HEADING or bool(_STATES.search(words))
    return (
        not number
        and passage.section != PREFACE
        and bool(_STATES.search(words))
        and not (is_heading and words.endswith(("情况", "工作", "问题", "措施", "打算", "数", "量")))
    )


def _is_heading_with_stop(passage: Passage, below: Passage, passages: list[Passage]) -> bool:
    """Return whether a numbered label ends with a stop though those numbered like it do not."""
    if below.section != passage.section or _NUMBER.match(below.text) or not _is_label(passage.text, "。"):
        return False
    alike = [one.text for one in passages if one.section == passage.section and one is not passage]
    style = passage.text.strip()[0]
    return any(_is_label(text, "") and (text.strip()[0] in "（(") == (style in "（(") for text in alike)


def _is_label(text: str, ending: str) -> bool:
    plain = text.strip()
    number = _NUMBER.match(plain)
    if not number or not plain.endswith(ending) or (not ending and _ENDED.search(plain)):
        return False
    words = plain[number.end() : len(plain) - len(ending)]
    return 2 <= len(words) <= _LONGEST_LABEL and not re.search(r"[，。；：！？,;:!?]", words)
