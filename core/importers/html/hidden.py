"""What a browser does not show: elements hidden by themselves or by the plain rules of the page's own style sheets."""

import re
from collections.abc import Iterator

from lxml import etree

_NEVER_SHOWN = frozenset({"noscript", "template", "noframes", "noembed"})
_SPACE = re.compile(r"\s+|!important", re.I)
_CSS_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,4000})\}")
_PLAIN_SELECTOR = re.compile(r"[a-z0-9]*(?:[.#][\w-]+)+", re.I)
_SELECTOR_PART = re.compile(r"[.#]?[\w-]+")
_FAR_AWAY = re.compile(r"(?:^|;)(?:left|top|text-indent|margin-left|margin-top):-\d{3,}")
_NO_HEIGHT = re.compile(r"(?:^|;)(?:max-)?height:[01](?:px|pt|em)?(?:;|$)")
_NO_OPACITY = re.compile(r"(?:^|;)opacity:0(?:\.0+)?(?:;|$)")
_DISPLAY = re.compile(r"(?:^|;)display:([a-z-]+)")
_MOST_RULES = 2000

_Rule = tuple[int, frozenset[str], bool]


class HiddenRules:
    """Tells of each element whether the page hides it."""

    def __init__(self, root: etree._Element) -> None:
        sheets = "\n".join(element.text or "" for element in root.iter("style"))
        self._rules: dict[str, list[_Rule]] = {}
        latest = {wanted: (number, hidden) for number, (wanted, hidden) in enumerate(_rules(sheets))}
        for wanted, (number, hidden) in latest.items():
            for name in wanted:
                if name[0] in ".#":
                    self._rules.setdefault(name, []).append((number, wanted, hidden))

    def hides(self, element: etree._Element) -> bool:
        """Return whether the element, with all in it, is not shown."""
        if element.tag in _NEVER_SHOWN or "hidden" in element.attrib:
            return True
        own = squeezed(element.get("style", ""))
        if _hides(own):
            return True
        if "display:" in own or not self._rules:
            return False
        return self._sheet_hides(element)

    def _sheet_hides(self, element: etree._Element) -> bool:
        """Return what the last rule of the sheets says that suits the element."""
        names = {f".{name}" for name in element.get("class", "").split()}
        names |= {f"#{element.get('id', '')}", str(element.tag)}
        suiting = (rule for name in names for rule in self._rules.get(name, ()) if rule[1] <= names)
        return max(((number, hidden) for number, _, hidden in suiting), default=(0, False))[1]


def squeezed(style: str) -> str:
    """Return declarations in small letters without white space, so that they can be searched."""
    return _SPACE.sub("", style).lower()


def display(element: etree._Element) -> str:
    """Return how the element's own style displays it, "" where it does not say."""
    style = element.get("style")
    if not style:
        return ""
    found = _DISPLAY.search(squeezed(style))
    return found[1] if found else ""


def _hides(style: str) -> bool:
    if not style:
        return False
    shown = _DISPLAY.search(style)
    if shown and shown[1] == "none":
        return True
    if "visibility:hidden" in style or "visibility:collapse" in style or _NO_OPACITY.search(style):
        return True
    if "overflow:hidden" in style and _NO_HEIGHT.search(style):
        return True
    return bool(_FAR_AWAY.search(style)) and ("text-indent" in style or "position:" in style)


def _rules(sheets: str) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield the parts of each plain selector and whether its rule hides; rules that do neither are left out."""
    text = _without_media(_CSS_COMMENT.sub("", sheets))
    for number, rule in enumerate(_RULE.finditer(text)):
        if number >= _MOST_RULES:
            return
        style = squeezed(rule[2])
        hidden = _hides(style)
        if not hidden and "display:" not in style and "visibility:" not in style:
            continue
        for selector in rule[1].split(","):
            plain = selector.strip()
            if _PLAIN_SELECTOR.fullmatch(plain):
                yield frozenset(_SELECTOR_PART.findall(plain)), hidden


def _without_media(sheets: str) -> str:
    """Return the sheets without what is said for certain media alone (print, small screens)."""
    kept: list[str] = []
    place = 0
    for at in re.finditer(r"@(?:media|supports)\b[^{;]{0,500}\{", sheets, re.I):
        if at.start() < place:
            continue
        kept.append(sheets[place : at.start()])
        place = _closing(sheets, at.end())
    return "".join((*kept, sheets[place:]))


def _closing(text: str, place: int) -> int:
    depth = 1
    for brace in re.compile(r"[{}]").finditer(text, place):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(text)
