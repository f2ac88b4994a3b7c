"""What the report is called, and labels and words as they are compared: full or half width, spaces, quotes and line breaks do not count."""

import re
import unicodedata
from functools import lru_cache

REPORT_NAME = "政府信息公开工作年度报告"

_SPACE = re.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
_EDGES = re.compile(r"^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$")
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "。": ".", "．": ".", "、": ","}
)

_SIGNS = re.compile(r"[\W_]+")
_REMARK = re.compile(r"\([^()]*\)$")
_NUMBER = re.compile(
    r"^(\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[,.]|\d{1,2}[.,])?(其中:)?"
)

_NUMBERING = re.compile(
    r"^(?:其中：|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])"
)
_NOTE = re.compile(r"（[^（）]{6,60}）$")
_BOX = "□"
_BOXED = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")  # as the checks take them, one by one


def fold(text: str) -> str:
    """Return the form of a label that two writings of it share."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text)).translate(_FOLD)


def plain_words(text: str) -> str:
    """Return words in the characters that most write them with, white space at the ends gone; "①" is "1" here."""
    return _EDGES.sub("", unicodedata.normalize("NFKC", text))


def as_printed(text: str) -> str:
    """Return words with a box for each character that cannot be printed, for where they are shown and not edited.

    On the screen a font may have some sign of its own for it, another one on each machine.
    """
    return _BOXED.sub(_BOX, text)


def unspaced(text: str) -> str:
    """Return the text without any white space."""
    return _SPACE.sub("", text)


def bare_name(text: str) -> str:
    """Return the words of a label alone: without its number, its remark in brackets and signs."""
    return _SIGNS.sub("", _NUMBER.sub("", _REMARK.sub("", fold(text))))


@lru_cache(maxsize=2048)
def short_label(label: str) -> str:
    """Return an official label without its number and its note in brackets."""
    plain = label
    while match := _NUMBERING.match(plain):
        plain = plain[match.end() :]
    return _NOTE.sub("", plain) or label
