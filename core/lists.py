"""Where a list of numbered paragraphs begins anew within a section: behind any words but those of its last point."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbering
from core.points import inline, lists_within

HEADINGS = 2  # the level of "（一）"; those below begin anew under any sentence
_OFFICE = r"(?:[镇乡县村]里|我(?:镇|乡|街道?|办|们|局|委|县|市|区|单位)|本(?:镇|乡|街道?|办|局|机关|单位)|镇|乡|街道|政府|办事处)"
_FUTURE = r"(?:进一步|继续|持续|采取|加强|加大|强化|着力|着重|重点|认真|努力|不断|切实|做好|抓好|围绕|从|以)"
_LEADS = re.compile(
    r"以下|下列|如下|(?<![\d%％级人件次])以上|上述|前述|这些|面对|针对|为此|对此|据此|为(?:了)?(?:解决|改进)|今后|展望|来年|明年|未来|接下来"
    r"|新的?一年|下[一个]|下步|下阶段|[两二三四五六七八九十几多\d]个?方面"
    r"|存在.{0,12}(?:问题|不足|困难|短板)|(?:主要|突出|重点)(?:的)?(?:问题|做法|措施|不足|工作)"
    r"|(?:改进|整改|努力)(?:的)?(?:措施|举措|情况|方向|打算)|工作(?:打算|计划|安排|思路|成效|重点)"
    r"|下面|打算|要点|办法[是有]|(?<![第十])[几两三四五六][条点]|另外|此外|除此|新年度|再接再厉"
    r"|请.{0,8}(?:批评|指正|多提意见)"
    rf"|对策|{_OFFICE}(?:\d{{4}}年)?[将要拟]|[将要]{_FUTURE}|现将|\d{{4}}年(?:将|要|拟|重点)"
)
_ORDINAL = re.compile(r"\s{0,8}(?:[一二三四五六七八九十]是|[第其][一二三四五六七八九十][，,、：:]|[①-⑩])")
_ENDS = re.compile("[。；;：:！？!?]")
_SENTENCES = re.compile("[。；;]")
_LONGEST_TITLE = 20
_NO_TITLE = re.compile("[。；;：:，,！？!?【】\\[\\]|｜]")


@dataclass
class _Read:
    """The texts read so far.

    `bodies` says of the points of each running list how many paragraphs without a number stand below each;
    `under` of each level how deep the number was that stood right above its list, 0 where none did.
    """

    bodies: dict[int, list[int]] = field(default_factory=dict)
    under: dict[int, int] = field(default_factory=dict)
    several: set[int] = field(default_factory=set)
    words: str = ""
    number: numbering.Number | None = None
    last: int = 0
    is_title: bool = False  # the last point says no whole sentence, so that a body is due

    @property
    def depth(self) -> int:
        """The level of the paragraph right above where it has a number, else 0."""
        return self.number.level if self.number else 0

    def take(self, text: str, number: numbering.Number | None, *, begins: bool) -> None:
        """Read one more text."""
        if number:
            self._count(text, number, begins=begins)
        elif text.strip() and self.last:
            self.bodies[self.last][-1] += 1
        if text.strip():
            self.words, self.number = text.rstrip() if number else text.strip(), number

    def _count(self, text: str, number: numbering.Number, *, begins: bool) -> None:
        level = self.last = number.level
        self.is_title = not _ENDS.search(text)
        for deeper in [one for one in self.bodies if one > level]:
            del self.bodies[deeper]
            self.several.discard(deeper)
        if begins or level not in self.bodies:
            self.bodies[level], self.under[level] = [], self.depth
            self.several.discard(level)
        self.bodies[level].append(0)
        if len(self.bodies[level]) > 1 or any(
            one == level for one, _ in inline(text, number.level, number.end)
        ):
            self.several.add(level)

    def begins(self, level: int) -> bool:
        """Return whether a first number of a level, come next, begins a list."""
        if not self.words or self.words.endswith(numbering.LEADS_ON):
            return bool(self.words)
        if self.number:
            inverted = self.depth > level and self.under.get(level) == self.depth
            return inverted or _ends_in_lead(self.words, self.number, level)
        if _leads(self.words):
            return True
        return level in self.several and (level > HEADINGS or not self._is_body())

    def _is_body(self) -> bool:
        """Return whether what stands below the last point is its body: it is a title, as much stands below the others."""
        *before, last = self.bodies.get(self.last, [0])
        return self.is_title and len(before) >= last and all(one >= last for one in before)


def begun(texts: Sequence[str], numbers_of: Sequence[numbering.Number | None]) -> set[int]:
    """Return the places of those first numbers, among the texts of a section, under which a list may begin anew.

    Any words between two lists may lead to the second, but for the body of a title in a list whose points all have one.
    Behind a single point only a title or words that lead on do: there "（一）" was more likely written twice.
    """
    begun_at: set[int] = set()
    read = _Read()
    for index, (text, number) in enumerate(zip(texts, numbers_of, strict=True)):
        begins = number is not None and number.value == 1 and read.begins(number.level)
        if begins:
            begun_at.add(index)
        read.take(text, number, begins=begins)
    return begun_at


def run_in(texts: Sequence[str], numbers_of: Sequence[numbering.Number | None]) -> list[int]:
    """Return of each numbered text how far a list of its level goes that began within the words above it, 0 for none.

    That is "改进措施：（一）学习。" above "（二）保障。".
    """
    told, going = [], dict[int, int]()
    for text, number in zip(texts, numbers_of, strict=True):
        told.append(going.get(number.level, 0) if number else 0)
        if number:
            going = {level: last for level, last in going.items() if level < number.level}
        going |= lists_within(text, number.end if number else 0)
    return told


def _leads(words: str) -> bool:
    """Return whether words without a number are a title, or lead to a list in any of their sentences."""
    is_title = len(words) <= _LONGEST_TITLE and not _NO_TITLE.search(words)
    return is_title or bool(_ORDINAL.match(words) or _LEADS.search(words))


def _ends_in_lead(words: str, number: numbering.Number, level: int) -> bool:
    """Return whether a point leads to a list of a level in its last sentence; its first is its own, but in a deeper one."""
    sentences = [one for one in _SENTENCES.split(words[number.end :]) if one.strip()]
    own = 0 if number.level > level else 1
    return len(sentences) > own and bool(_LEADS.search(sentences[-1]))
