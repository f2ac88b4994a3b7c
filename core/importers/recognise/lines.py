"""What a line of text is by its looks: a numbered heading, a date, an annex mark, a piece of a web page."""

import re
from typing import Literal

from core import dates, numbering
from core.divisions import TOWN_ENDINGS
from core.labels import unspaced

Level = Literal[0, 1, 2, 3, 4]

NUMERAL = "[一二三四五六七八九十]{1,3}"

_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        1,
        re.compile(
            rf"{NUMERAL}\s*[、．.](?!\d)|[壹贰叁肆伍陆柒捌玖拾]{{1,3}}、|[Ⅰ-Ⅻ]\s*[、．.]|第{NUMERAL}(部分|章)"
        ),
    ),
    (2, re.compile(rf"[（(]\s*{NUMERAL}\s*[)）]|[㈠-㈩]")),
    (3, re.compile(r"\d{1,2}\s*[.．、](?!\d)|[⒈-⒛]")),
    (4, re.compile(r"[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）]|[①-⑳⑴-⒇]|[<〈＜]\s*\d{1,2}\s*[>〉＞]")),
)
_BREADCRUMB = re.compile(r"[>＞»›].*[>＞»›]|^(当前位置|您?(现在)?(所在)?的?位置|网站首页|首页)\s*[:：>＞»›]")
_PAGE_HEAD = re.compile(
    r"[【\[]?\s*(公开(方式|形式|类型|类别|属性|范围|时限|日期)|(发布|发文|成文|生成|公开|更新|录入)(时间|日期|机构|单位|机关)|(信息|文章|稿件)?来源|作者|责任编辑|编辑|审核|审签"
    r"|(浏览|阅读|点击|访问)(次数|量|数)?|(字体|字号|大小)(大小)?|(主题|信息|体裁|组配)分类|(发文)?(文\s*号|字号)"
    r"|有\s*效\s*性|名\s*称|关\s*键\s*[词字]|主题词|标题)\s*[:：]|索\s*引\s*号[:：]?|视力保护|无障碍|繁體|繁体版|English"
    r"|欢迎访问|今天是|设为首页|加入收藏|\d{4}-\d{1,2}-\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?$"
)
_PAGE_END = re.compile(
    r"[【\[（(]?(我要)?(打印(本页|本文|正文|页面)?|关闭(窗口|本页|页面)?|返回(顶部|首页|列表|上一页|目录)?|分享到?|收藏|纠错|下载|大\s*中\s*小)"
    r"([】\])）:：|\s]|$)|(上|下)一(篇|条|页)[:：]|版权所有|主办(单位)?[:：]|承办(单位)?[:：]|技术支持[:：]|网站标识码"
    r"|.{0,20}(ICP备|公网安备)|扫一扫|(相关|推荐)(附件|文档|文章|链接|阅读|新闻|信息)\s*[:：]?$|(网站地图|联系我们|隐私声明|友情链接)"
    r"|(微信|QQ空间|新浪微博|腾讯微博)(\s|$)"
)
_LONGEST_PAGE_LINE = 80
_LONGEST_SIGNED = 60
_ENDS = ("", "）", ")")
_ANNEX = re.compile(r"附\s*(件|表)?\s*[\d一二三四五]{0,2}\s*[:：]\s*\S*.{0,60}")
_ANNEX_MARK = re.compile(r"附\s*(件|表)\s*[\d一二三四五]{0,2}\s*[:：]?")
_ANNEX_LIST = re.compile(r"附(?:件|表)?[:：](?:(?P<n>\d{1,2})[.．、]\S|$)")
_FURTHER_ANNEX = re.compile(r"(?P<n>\d{1,2})[.．、]\S")
_OFFICE = re.compile(
    rf"[\u4e00-\u9fff（）()]{{2,28}}(人民政府|政府|办事处|委员会|办公室|{TOWN_ENDINGS})(（盖章）)?"
)
SENTENCE_END = "。！？；：!?;:"


def level(text: str) -> Level:
    """Return the level that the number of a paragraph gives it, 0 without a number."""
    if numbering.is_item(text):
        return 0
    return next((value for value, pattern in _LEVELS if pattern.match(text)), 0)


def is_page_head(text: str) -> bool:
    """Return whether the line is what web pages print above a text: a path, a source, a counter."""
    if len(text) > _LONGEST_PAGE_LINE or text.endswith("。"):
        return False
    return bool(_BREADCRUMB.search(text) or _PAGE_HEAD.match(text))


def is_page_end(text: str) -> bool:
    """Return whether the line is what web pages print below a text: buttons, neighbours, owners."""
    return len(text) <= _LONGEST_PAGE_LINE and not text.endswith("。") and bool(_PAGE_END.match(text))


def is_annex_mark(text: str) -> bool:
    """Return whether the line says "附件" and no more."""
    return bool(_ANNEX_MARK.fullmatch(text.strip()))


def is_office(text: str) -> bool:
    """Return whether the line may be the name of an office and no more."""
    return bool(_OFFICE.fullmatch(unspaced(text)))


def signer(text: str) -> str:
    """Return the office that the line names, alone or with a date behind it; "" where it is anything else."""
    plain = unspaced(text)
    if len(plain) > _LONGEST_SIGNED:
        return ""
    days = [one for one in dates.find(plain) if one.day is not None]
    if days and plain[days[-1].end :] in _ENDS:
        office = plain[: days[-1].start].rstrip("（(")
        return office if is_office(office) else ""
    return plain if is_office(plain) else ""


def is_signature(text: str) -> bool:
    """Return whether the line may stand below a report: office, date, list of annexes."""
    plain = unspaced(text)
    date = dates.read(plain)
    is_day = date is not None and date.day is not None
    return bool(is_day or signer(plain) or is_annex_mark(plain) or _ANNEX.fullmatch(plain))


class Signed:
    """Tells of lines, one after the other, which may stand below a report.

    Of annexes that are numbered only the first says that it is one: "附件：1．统计表", and "2．名单" below it.
    """

    def __init__(self) -> None:
        self._annex: int | None = None  # the number of the annex just named, 0 below "附件："

    def takes(self, text: str) -> bool:
        """Return whether the next line may be one of them."""
        plain = unspaced(text)
        if is_signature(plain):
            first = _ANNEX_LIST.match(plain)
            self._annex = int(first["n"] or 0) if first else None
            return True
        further = _FURTHER_ANNEX.match(plain)
        if further is None or self._annex is None or int(further["n"]) != self._annex + 1:
            self._annex = None
            return False
        self._annex += 1
        return True
