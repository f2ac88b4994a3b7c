"""The layouts of the corpus: how titles, headings, numbers, signature and annexes are set on paper."""

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

Heading = Literal[
    "chinese",
    "spaced",
    "point",
    "part",
    "formal",
    "arabic",
    "styled",
    "bare",
    "automatic",
    "run-in",
    "colon",
    "stopped",
]
TitleWay = Literal["one", "two", "two-soft", "three", "about", "year-first", "chinese-year"]
Sign = Literal["lines", "one-line", "sealed", "name-only", "none"]
Zeros = Literal["0", "", "—", "/"]

_BRACKETS = ("（{}）", "（{}）", "({})")
_POINTS = ("{}.", "{}.", "{}、", "{}．")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report is set.

    `head` puts the head of an official paper above the title, `addressed` a line to whom it goes below, `dated` the
    date; `contents` a table of contents. `two`, `three`, `four` are the notations of the levels below the sections.
    `zeros` is how a 0 is written in tables, `labels` what happened to their labels, `grouped` that thousands are parted.
    """

    name: str
    title: TitleWay = "one"
    heading: Heading = "chinese"
    sign: Sign = "lines"
    head: bool = False
    addressed: bool = False
    dated: bool = False
    contents: bool = False
    table_first: bool = False
    sign_last: bool = False
    below: bool = False
    soft: bool = False
    two: str = "（{}）"
    three: str = "{}."
    four: str = "（{}）"
    indent: Literal["", "　　", "    ", "\u00a0\u00a0\u00a0\u00a0"] = "　　"
    zeros: Zeros = "0"
    labels: Literal["", "half", "broken", "spaced", "points"] = ""
    grouped: bool = False
    furniture: bool = True


LAYOUTS = (
    Layout("plain"),
    Layout("two-lines", title="two", sign="sealed"),
    Layout("official", title="about", head=True, addressed=True, below=True),
    Layout("parts", heading="part", title="two-soft"),
    Layout("arabic", heading="arabic", sign="name-only"),
    Layout("styled", heading="styled", title="three"),
    Layout("bare", heading="bare", sign="one-line"),
    Layout("automatic", heading="automatic"),
    Layout("run-in", heading="run-in", dated=True, sign="none"),
    Layout("colon", heading="colon", title="year-first"),
    Layout("stopped", heading="stopped", table_first=True),
    Layout("spaced", heading="spaced", soft=True, sign="one-line"),
    Layout("dated", dated=True, sign="name-only", title="chinese-year"),
    Layout("contents", contents=True, head=True),
    Layout("formal", heading="formal", sign_last=True),
    Layout("point", heading="point", addressed=True, soft=True, below=True),
)  # fmt: skip


def drawn(rng: Random, number: int) -> Layout:
    """Return the layout whose turn it is, its smaller habits by chance."""
    layout = LAYOUTS[number % len(LAYOUTS)]
    return replace(
        layout,
        two="{}、" if layout.heading == "part" and rng.random() < 0.5 else rng.choice(_BRACKETS),
        three=rng.choice(_POINTS),
        four=rng.choice(("（{}）", "({})")),
        indent=rng.choice(("　　", "　　", "", "    ", "\u00a0\u00a0\u00a0\u00a0")),
        zeros=rng.choices(("0", "", "—", "/"), (6, 2, 1, 1))[0],
        labels=rng.choices(("", "half", "broken", "spaced", "points"), (5, 1, 1, 1, 1))[0],
        grouped=rng.random() < 0.3,
        furniture=rng.random() < 0.7,
        table_first=layout.table_first or rng.random() < 0.2,
        sign_last=layout.sign_last or rng.random() < 0.15,
    )
