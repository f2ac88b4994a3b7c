"""Rows of nouns that stand as a sentence: nothing in them says what was done."""

import re
from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.lexicon import read
from core.checks.model import Finding
from core.checks.reading.sentences import sentences
from core.template import Template

_HAN = Late(r"(?![一二三四五六七八九十]{1,2}、)[\u4e00-\u9fff、]{6,40}")
_TAIL = Late("(?:调整|更新|完善|公开|同步|建设|管理|维护|落实|公示|发布|优化|整合|审核|报送|推进)$")


@kind("verbless", Entry, "spot quote", reads="prose")
def verbless(entry: Entry, template: Template) -> Find:
    """Require that a sentence within a paragraph has a verb; the last word alone is none without its object.

    The first sentence of a paragraph is passed over: it may be the heading of the others.
    """
    verbs, openers = (Late("|".join(read("fragments")[name])) for name in ("verbs", "openers"))

    @read_once
    def verbless_in(text: str) -> list[tuple[int, int]]:
        found = []
        for start, sentence in list(sentences(text))[1:]:
            plain = sentence.strip()
            if not _HAN.fullmatch(plain) or openers.match(plain) or verbs.search(_TAIL.sub("", plain)):
                continue
            start += len(sentence) - len(sentence.lstrip())
            found.append((start, start + len(plain)))
        return found

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for span in verbless_in(passage.text):
                yield entry.quoting(
                    case, passage, *span, "{spot}“{quote}”不像完整的句子，请核对是不是缺了成分"
                )

    return find


_AIMS = Late(
    r"以.{2,20}为(?:目标|抓手|契机|重点|核心|导向|主线|中心|指导|引领|载体|依托|突破口|主题|动力|[^，]{0,6}(?:出发点|落脚点|目的|宗旨|基调))"
)
_STARTS = Late(
    r"\s{0,8}(?:\d{4}年(?:度)?[，,]?|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六七八九]是)?"
)
_LEAST, _MOST = 6, 120


class _Grammar:
    """What tells a sentence without a main clause, read from the lexicon."""

    def __init__(self) -> None:
        data = read("fragments")
        self.dependent = Late("|".join(data["dependent"]))
        self.aims, self.ends = Late(data["aims"]), Late(data["ends"])
        self.broken, self.nouns = Late(data["broken"]), Late(data["nouns"])
        self.verbs, self.openers = (Late("|".join(data[name])) for name in ("verbs", "openers"))

    def is_cut(self, words: str) -> bool:
        """Return whether a sentence breaks off, has dependent clauses alone, or is a row of nouns."""
        clauses = [one.strip() for one in re.split("[，,]", words) if one.strip()]
        if not _LEAST <= len(words) <= _MOST or not clauses:
            return False
        if self.broken.search(words) or all(self.dependent.fullmatch(one) for one in clauses):
            return True
        if self.aims.fullmatch(clauses[0]) and all(self.ends.fullmatch(one) for one in clauses[1:]):
            return True
        if len(clauses) > 1 and all(_AIMS.fullmatch(one) for one in clauses):
            return True
        is_row = self.nouns.fullmatch(words) and not self.openers.match(words)
        return bool(is_row and not self.verbs.search(words))


@kind("cut_off", Entry, "spot quote", reads="prose")
def cut_off(entry: Entry, template: Template) -> Find:
    """Require a main clause: no sentence of dependent clauses alone, none that breaks off, no row of nouns."""
    known = _Grammar()

    @read_once
    def cut_in(text: str) -> tuple[tuple[int, int], ...]:
        told = _whole_sentences(text)
        return tuple((start, start + len(plain)) for start, plain in told if known.is_cut(plain))

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for span in cut_in(passage.text):
                yield entry.quoting(case, passage, *span, "{spot}“{quote}”没有说完，像是缺了后半句，请核对")

    return find


def _whole_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences that a full stop ends, without the year or the number ahead, each with its place."""
    for start, sentence in sentences(text):
        if text[start + len(sentence) : start + len(sentence) + 1] != "。":
            continue
        begin = _STARTS.match(sentence)
        lead = begin.end() if begin else 0
        lead += len(sentence[lead:]) - len(sentence[lead:].lstrip())
        yield start + lead, sentence[lead:].rstrip()
