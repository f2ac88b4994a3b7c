"""Rows of nouns that stand as a sentence: nothing in them says what was done."""

import re
from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.lexicon import read
from core.checks.model import Finding
from core.checks.reading.facts import sentences
from core.template import Template

_HAN = re.compile(r"[\u4e00-\u9fff、]{6,40}")
_TAIL = re.compile("(?:调整|更新|完善|公开|同步|建设|管理|维护|落实|公示|发布|优化|整合|审核|报送|推进)$")


@kind("verbless", Entry, "spot quote", reads="prose")
def verbless(entry: Entry, template: Template) -> Find:
    """Require that a sentence within a paragraph has a verb; the last word alone is none without its object.

    The first sentence of a paragraph is passed over: it may be the heading of the others.
    """
    verbs, openers = (re.compile("|".join(read("fragments")[name])) for name in ("verbs", "openers"))

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for start, sentence in list(sentences(passage.text))[1:]:
                plain = sentence.strip()
                if not _HAN.fullmatch(plain) or openers.match(plain) or verbs.search(_TAIL.sub("", plain)):
                    continue
                start += len(sentence) - len(sentence.lstrip())
                place = passage.place(start, start + len(plain))
                message = entry.words(
                    "{spot}“{quote}”不像完整的句子，请核对是不是缺了成分",
                    spot=case.spot(passage),
                    quote=place.quote,
                )
                yield entry.finding(message, (place,), found=place.quote)

    return find
