"""Spaces between Chinese words, where none belongs."""

from collections.abc import Iterator

from core.checks.late import Late

_HAN = "\u4e00-\u9fff"
_SPACE = Late(
    rf"(?<=[{_HAN}，。；：！？、“”《》（）()〈〉,;])[ \t\u3000\u00a0]{{1,20}}(?=[{_HAN}“《（])|(?<=[“《（(〈])[ \t\u3000\u00a0]{{1,20}}(?=\S)"
    rf"|(?<=[{_HAN}])[ \t\u3000\u00a0]{{1,20}}(?=[，。；：！？、”》）])|[\u200b-\u200f\u2060\ufeff]{{1,20}}",
    needs=" \t\u3000\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
)
_LABEL = Late(
    rf"[{_HAN}]{{1,2}}\s{{0,4}}[{_HAN}]{{0,8}}\s?[：:]|[（(]?[{_HAN}]{{0,4}}盖章|附[件表]|[年月日](?=\s|$)"
)
_FIELD = Late(
    r"(?:联系|电话|邮编|邮政编码|地址|传真|邮箱|电子邮箱|网址|网站|电子|日期|单位|时间|来源|咨询|监督|投诉|办公)[^，。；]{0,8}[：:]"
)
_AFTER_LABEL = Late(
    r"(?:附\s?[件表]\s?\d{0,2}|第[一二三四五六七八九十百\d]{1,4}[章节条部分]{1,2}|[：:]|(?<![每当本上下次全今去明后前个数几半按逐整同])[年月])$"
)


def stray(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of spaces that part Chinese words or stand beside a mark; those behind a label are right."""
    for match in _SPACE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        is_field = len(match.group()) > 1 or match.group() == "\u3000"
        if _FIELD.match(after[:16]) or (is_field and _LABEL.match(after[:16])):
            continue
        if before[-1:] not in "《“（" and (_AFTER_LABEL.search(before[-8:]) or not before.strip()):
            continue
        yield match.span()
