"""The section on problems: not empty, each problem with a measure that answers it."""

import re
from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.han import is_han
from core.checks.kinds.headings import start_of
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.template import Template

_NOTHING = Late(
    r"[\s（）()一二三四五六七八九十\d、.．]{0,6}(?:暂?无|没有|暂无问题|无问题|暂时没有|暂未发现问题|略|/|／|—{1,2}|-{1,2})[。.]?\s{0,4}"
)
_LACK = Late(
    r"问题|不足|差距|短板|薄弱|欠缺|缺乏|滞后|单一|不够|不到位|不及时|不全面|不平衡|不规范|不高|不强|不深|不严|不健全|不完善"
    r"|有待|亟待|亟需|偏[少低慢窄弱]|较[少低慢窄弱]|困难|还需|尚需|仍需|需要?进一步|难以|难于|陈旧|脱节|差(?!距)|限制|兼职|不多|不细|不稳|不丰富|不明显|不畅|有限|不适应|没有及时|不均衡"
)
_DENIED = Late(r"(?:不存在|没有|未发现|无)(?:任何|明显|突出|较大|重大|需要?[^，。；]{0,6}的)?(?:问题|不足)")
_NO_MEASURE = Late(
    r"(?:有待|亟待|亟需|还需要?|尚需|仍需|需要?|应当?|有必要)(?:进一步|继续|再|不断)?[^，。；;]{0,14}"
    r"|(?:不|未|没)(?:够|能|太|甚|大)?[^，。；;]{0,4}(?:完善|健全|加强|规范|落实|提高|提升|强化|推进|丰富|深化|拓宽|创新|细化|优化|明确|压实|坚持)"
    r"|在[^，。；;]{0,20}的?(?:改进|整改)情况"
)
_MEASURE = Late(
    r"针对|已(?:派|经|建|制|组|按|对|于)|逐[村项一条个]|召开|下一步|下步|今后|明年|来年|接下来|改进|整改|措施|我[镇乡街办们][^，。；]{0,6}将|将(?![近军])|后续|目前已|现已|今年已|确保|保证|做到|实行|采取|制作|制定|修订|清理|追加|列入|纳入|配齐|配强|增加|增设|调整|聘请|明确"
    r"|加强|加大|强化|完善|健全|提升|提高|优化|推进|落实|规范|拓宽|丰富|深化|创新|建立|举办|开展|组织|安排|压实|细化|统一思想|抓好|抓实|邀请|每[月季周]|坚持"
)
_POINTS = Late(
    r"(?:(?<=^)|(?<=[。；;：:，,\s]))(?:[一二三四五六七八九]是|[（(][一二三四五六七八九]{1,2}[）)]|\d[.．、](?!\d))"
)
_LISTED = Late(
    r"(?:存在|还有|仍有|尚有)(?:着|的)?(?P<list>[^。；;：:]{4,80}?)(?:等|的)(?:[^，。；]{0,6})?(?:问题|不足|情况|现象|短板)"
)
_PREDICATE = Late(
    r"不(?:够|到位|及时|全面|强|高|深|严|健全|完善|足|平衡|规范|畅|丰富|明显|细|多)|陈旧|脱节|差(?!距)|单一|薄弱|滞后|欠缺|缺乏|[偏较过太][少低慢窄弱旧]"
    r"|不(?:懂|熟|勤|清|齐|准|顺|便|灵|新|匀|均)|跟不上|难[找懂]|(?<![减缺至不])[少慢旧弱窄乱](?=[，,。；;]|$)"
)


class ProblemsEntry(Entry):
    """The section on problems."""

    section: str


_SAID = Late(
    r"(?:存在的?(?:主要)?(?:问题|不足|困难)|主要(?:问题|不足|困难)|^(?:问题|不足))(?:和不足|及不足)?(?:是|有|为|表现为)?[：:。](?P<words>[^。；;：:]{6,60})(?=[。；;])"
)


_HEADED = Late(r"[^。；;：:，,]{0,10}(?:问题|不足|困难)(?:和|与|及)?(?:不足|困难|短板)?[。：:]")


class AnsweredEntry(ProblemsEntry):
    """`common` are pairs of characters that say nothing; words of one line of `kindred` answer each other."""

    common: str
    kindred: tuple[str, ...]


def _words_of(case: Case, section: str) -> list[Passage]:
    return [one for one in case.passages if one.section == section]


@kind("problems", ProblemsEntry, "spot", reads="prose")
def problems(entry: ProblemsEntry, template: Template) -> Find:
    """Require that the section is there with words in it, names a problem and says what is done about it."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    known = template.sections_by_id[entry.section]
    name = f"{known.number}、{known.title}".removeprefix("、")

    def find(case: Case) -> Iterator[Finding]:
        said = _words_of(case, entry.section)
        if not said and case.report.section(entry.section) is None:
            return
        if all(_NOTHING.fullmatch(one.text) for one in said):
            place = said[0].whole if said else start_of(case, entry.section)
            message = f"{name}没有写内容，要写明问题和改进措施"
            yield entry.finding(message, (place,), found=place.quote, unfinished=not said)
            return
        text = "\n".join(one.text for one in said)
        if not _LACK.search(_DENIED.sub("", text)):
            yield entry.finding(
                f"{name}里只写了措施，没有写存在的问题", (said[0].whole,), about=f"{entry.section}问题"
            )
        elif not _MEASURE.search(_NO_MEASURE.sub("", text)):
            yield entry.finding(
                f"{name}里只写了问题，没有写改进措施", (said[-1].whole,), about=f"{entry.section}措施"
            )

    return find


@kind("answered", AnsweredEntry, "spot quote", reads="prose")
def answered(entry: AnsweredEntry, template: Template) -> Find:
    """Require that every problem named has a word in common with the measures, or one of the same matter."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")

    common = frozenset(entry.common.split())
    kindred = [frozenset(line.split()) for line in entry.kindred]

    def find(case: Case) -> Iterator[Finding]:
        said = _words_of(case, entry.section)
        named = [(one, start, words) for one in said for start, words in _problems(one.text)]
        if not named:
            return
        measures = _measures(said, named)
        if len(measures) < 20:
            return
        for passage, start, words in named:
            if _has_answer(words, measures, common, kindred):
                continue
            place: TextPlace = passage.place(start, start + len(words))
            message = entry.words(
                "{spot}写的问题“{quote}”，后面的措施里没有对应的内容",
                spot=case.spot(passage),
                quote=clipped(words),
            )
            yield entry.finding(message, (place,), found=words)

    return find


def _problems(text: str) -> Iterator[tuple[int, str]]:
    """Yield the problems that a paragraph names one by one, with their places."""
    points = [one for one in _POINTS.finditer(text) if not _HEADED.match(text, one.end())]
    ends = [point.start() for point in points[1:]] + [len(text)]
    for point, end in zip(points, ends, strict=False):
        words = re.split(r"[。；;]", text[point.end() : end])[0]
        if _PREDICATE.search(words) and not re.search(r"下一步|将|今后|针对", words):
            yield point.end(), words.rstrip("，, ")
    said = None if points else _SAID.search(text)
    if said and _PREDICATE.search(said["words"]) and not _LISTED.search(text):
        yield said.start("words"), said["words"].rstrip("，, ")
    for match in () if points else _LISTED.finditer(text):
        for part in re.finditer(r"[^、，,和]{4,40}", match["list"]):
            if _PREDICATE.search(part.group()):
                yield match.start("list") + part.start(), part.group()


def _measures(said: list[Passage], named: list[tuple[Passage, int, str]]) -> str:
    """Return the words of the section without those of its problems."""
    texts = {one.index: one.text for one in said}
    for passage, _, words in named:
        texts[passage.index] = texts[passage.index].replace(words, "")
    return "\n".join(texts.values())


def _has_answer(words: str, measures: str, common: frozenset[str], kindred: list[frozenset[str]]) -> bool:
    pairs = {words[at : at + 2] for at in range(len(words) - 1)} - common
    if any(pair in measures for pair in pairs if len(pair) == 2 and is_han(pair)):
        return True
    near = [line for line in kindred if any(word in words for word in line)]
    return not near or any(word in measures for line in near for word in line)
