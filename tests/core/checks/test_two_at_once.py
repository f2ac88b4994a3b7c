"""One checker in two hands: an export checks on a thread of its own while the window checks."""

from core.checks.case import Passage
from core.checks.kinds.wording import _MOST_READ, Typo, _Reader, _ready


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage("overview", index, text) for index, text in enumerate(texts))


def test_a_reading_under_way_keeps_what_it_has_read_while_another_one_goes_through():
    # given
    reader = _Reader([_ready(Typo(words=("政俯",), right="政府", source="键盘"))])
    begun = reader.slips(passages("镇政俯开会。", "镇政俯散会。"))
    first, _ = next(begun)

    # when
    for number in range(3):
        texts = (f"第{number}次，第{line}行。" for line in range(_MOST_READ // 2 + 1))
        assert list(reader.slips(passages(*texts))) == []
    (second, _), *rest = begun

    # then
    assert (first.passage.text, second.passage.text, rest) == ("镇政俯开会。", "镇政俯散会。", [])


def test_what_was_read_is_not_read_again_until_it_is_too_much(monkeypatch):
    # given
    asked: list[str] = []
    ready = _ready(Typo(words=("政俯",), right="政府", source="键盘"))
    hits = type(ready).hits
    monkeypatch.setattr(type(ready), "hits", lambda self, text: asked.append(text) or hits(self, text))
    reader = _Reader([ready])

    # when
    for text in ("镇政俯开会。", "镇政俯开会。", "镇政俯散会。"):
        list(reader.slips(passages(text)))

    # then
    assert asked == ["镇政俯开会。", "镇政俯散会。"]
