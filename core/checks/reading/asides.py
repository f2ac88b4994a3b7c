"""Asides left out of a sentence: changes since last year, shares and averages, which belong to no list."""

from core.checks.late import Late
from core.checks.reading.figures import Figure

_CHANGE = r"(?:同比|环比|[比较与同和]于?(?:上一?年|去年|往年|前一?年|20\d\d年|同期|年初)|(?:增长|增幅|下降|降幅|上升)(?:了|达|为)?\d)"
_PERCENT = r"(?:[%％]|百分之[一二三四五六七八九十百零点]{1,7}|[一二三四五六七八九]成)"
_AVERAGE = r"(?:平均|日均|月均|人均|每[天日周月季])"
_ASIDE = Late(
    rf"[（(]\s?(?:{_CHANGE}|{_AVERAGE}|约?\s?占|约?\s?[\d０-９.．]{{1,6}}\s?[%％])[^（）()\n]{{0,40}}[）)]"
    rf"|[，,]\s?(?:{_CHANGE}|{_AVERAGE})[^，,。；;（）()\n]{{0,30}}(?=[，,。；;\n）)]|$)"
    rf"|[，,]?\s?(?:大约|约|所)?占(?!道)[^，,。；;（）()、\n%％]{{0,24}}?{_PERCENT}"
)


class Plain:
    """A text without its asides, and where its characters stand in the text."""

    def __init__(self, text: str) -> None:
        """Leave the asides of a text out."""
        self._cuts: list[tuple[int, int]] = []
        kept, end, gone = [], 0, 0
        for match in _ASIDE.finditer(text):
            kept.append(text[end : match.start()])
            self._cuts.append((match.start() - gone, match.end() - match.start()))
            gone += match.end() - match.start()
            end = match.end()
        kept.append(text[end:])
        self.text = "".join(kept)

    def place(self, at: int) -> int:
        """Return where a character of the plain text stands in the whole."""
        return at + sum(length for start, length in self._cuts if start <= at)

    def figure(self, figure: Figure) -> Figure:
        """Return a figure of the plain text as it stands in the whole."""
        start, last = self.place(figure.start), self.place(figure.end - 1)
        return Figure(start, last + 1, figure.low, figure.high, figure.unit)
