"""Where a list of numbered paragraphs begins anew within a section: under words that lead to it, under a title of its own."""

import re
from collections.abc import Sequence

from core import numbering

HEADINGS = 2  # the level of "（一）"; those below begin anew under any sentence
_LEADS = re.compile(
    r"以下|下列|如下|下一?步|[两二三四五六七八九十几多\d]个?方面"
    r"|存在.{0,12}(?:问题|不足|困难|短板)|(?:主要|突出)(?:的)?(?:问题|做法|措施|不足|工作)"
    r"|(?:改进|整改|努力)(?:的)?(?:措施|情况|方向|打算)|工作(?:打算|计划|安排|思路|成效)"
)
_ORDINAL = re.compile(r"\s{0,8}(?:[一二三四五六七八九十]是|[第其][一二三四五六七八九十][，,、：:]|[①-⑩])")
_SENTENCES = re.compile("[。；;]")
_LONGEST_TITLE = 20
_NO_TITLE = re.compile("[。；;：:，,！？!?【】\\[\\]|｜]")


def begun(texts: Sequence[str], numbers_of: Sequence[numbering.Number | None]) -> set[int]:
    """Return the places of those first numbers, among the texts of a section, under which a list may begin anew.

    "（一）" does under words that lead to a list, or where a title stands above it as one stood above the "（一）" before.
    """
    begun_at: set[int] = set()
    above_before: dict[int, str] = {}
    above, above_number = "", False
    for index, (text, number) in enumerate(zip(texts, numbers_of, strict=True)):
        if number and number.value == 1:
            words = "" if above_number else above
            if _begins(number.level, words, above_before.get(number.level, "")):
                begun_at.add(index)
            above_before[number.level] = words
        if text.strip():
            above, above_number = text.strip(), number is not None
    return begun_at


def _begins(level: int, above: str, above_before: str) -> bool:
    """Return whether a list may begin under words without a number, "" where none stand there."""
    if not above or level > HEADINGS:
        return bool(above)
    kind = _kind(above)
    return _leads(above) or (kind is not None and kind == _kind(above_before))


def _leads(words: str) -> bool:
    if words.endswith(numbering.LEADS_ON):
        return True
    last = [one for one in _SENTENCES.split(words) if one]
    return bool(last and _LEADS.search(last[-1]))


def _kind(words: str) -> str | None:
    """Return what kind of title some words are, None where they are none."""
    if _ORDINAL.match(words):
        return "ordinal"
    return "title" if words and len(words) <= _LONGEST_TITLE and not _NO_TITLE.search(words) else None
