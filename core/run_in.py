"""The heading that a paragraph with "（一）" begins with: up to its first full stop, or whole; none where it is a sentence."""

import re

_HEAD = re.compile(r"[（(]\s*[一二三四五六七八九十]+\s*[）)]\s*(?P<words>[^。]*)。")
_COUNTED = re.compile(
    r"\d[\d,.]*\s?(?:余|多)?\s?(?:万|亿)?\s?(?:余|多)?(?:[条件次个人份期篇场项户家名本册处元]|%|％)"
)
_BREAK = re.compile("[，；：,;:]")
_LONGEST = 30


def heading_of(text: str) -> str:
    """Return the words of a paragraph with a heading's number that are set as one, "" where it is a sentence.

    What ends with a full stop may be either: figures of something, several clauses, or length make it a sentence.
    """
    found = _HEAD.match(text)
    if found is None:
        return text
    words = found["words"]
    is_sentence = _COUNTED.search(words) or len(_BREAK.findall(words)) > 1 or len(words) > _LONGEST
    return "" if is_sentence else found.group()
