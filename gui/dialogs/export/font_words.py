"""What the pages are set in, in words: which fonts this computer lacks, which characters a font lacks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from core.style import Style

if TYPE_CHECKING:  # the typesetter is heavy and waits for its first use
    from core.export.rendering import Rendering, Substitution
    from core.fonts import FontChoice

_USES = {
    "title": "标题",
    "body": "正文",
    "heading1": "一级标题",
    "heading2": "二级标题",
    "table_value": "表格",
}
_BUNDLED = {
    "NianbaoBiaoSong": "Nianbao 小标宋",
    "NianbaoFangSong": "Nianbao 仿宋",
    "NianbaoHei": "Nianbao 黑体",
    "NianbaoKai": "Nianbao 楷体",
    "NianbaoSong": "Nianbao 宋体",
}
_MOST_CHARACTERS = 12


def lines_on(style: Style, rendering: "Rendering") -> list[str]:
    """Return a line for each font in use, then one for each font from which characters had to be taken."""
    choices = {choice.id: choice for choice in rendering.fonts}
    fonts = [_font_line(uses, style, choices[font]) for font, uses in _uses(style).items() if font in choices]
    return fonts + list(_characters(rendering.substitutions))


def _uses(style: Style) -> dict[str, list[str]]:
    """Return what each font is used for."""
    uses: dict[str, list[str]] = {}
    for role, words in _USES.items():
        uses.setdefault(style.roles[role].font, []).append(words)
    uses.setdefault(style.page_number.font, []).append("页码")
    return uses


def _font_line(uses: Sequence[str], style: Style, choice: "FontChoice") -> str:
    wanted = style.fonts[choice.id].word
    if choice.is_standin:
        instead = f"（本机没有，用自带的 {_name(choice.name)}代替）"
    elif choice.name != wanted:
        instead = f"（用本机的 {choice.name}）"
    else:
        instead = "（本机有）"
    return f"{'、'.join(uses)}用 {wanted}{instead}"


def _characters(substitutions: Iterable["Substitution"]) -> Iterator[str]:
    """Yield which characters came from another font, and which none has."""

    def fonts(one: "Substitution") -> tuple[str, str]:
        return one.wanted, one.used

    for (wanted, used), group in groupby(sorted(substitutions, key=fonts), key=fonts):
        chars = list(dict.fromkeys(one.char for one in group))
        shown = "".join(chars[:_MOST_CHARACTERS])
        more = f"等 {len(chars)} 个字" if len(chars) > _MOST_CHARACTERS else ""
        if used:
            yield f"“{shown}”{more}在 {_name(wanted)} 里没有，取自 {_name(used)}"
        else:
            yield f"“{shown}”{more}哪种字体里都没有，印成了方框，请换一种写法"


def _name(font: str) -> str:
    return _BUNDLED.get(font, font)
