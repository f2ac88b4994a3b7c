"""Small files of the program's own: what makes no sense is as if it were not there."""

from dataclasses import dataclass

import pytest

from core import stored
from core.errors import OutputError


@dataclass(frozen=True)
class Known:
    """What a program stores."""

    name: str
    number: "int" = 0


@pytest.mark.parametrize(
    ("held", "known"),
    [
        ({"name": "甲", "number": 3}, Known("甲", 3)),
        ({"name": "甲"}, Known("甲")),
        ({"name": "甲", "colour": "red"}, Known("甲")),
        ({"number": 3}, None),
        ({"name": "甲", "number": "3"}, None),
        ({"name": "甲", "number": True}, None),
        ({"name": None}, None),
        (["甲"], None),
        (None, None),
    ],
)
def test_what_was_stored_is_a_value_again_or_nothing(held, known):
    assert stored.as_kind(Known, held) == known


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\udc80"])
def test_a_spoilt_file_holds_nothing(own_home, text):
    # given
    (own_home / "a.json").write_text(text, encoding="utf-8", errors="surrogatepass")

    # then
    assert stored.read("a.json") is None


def test_what_is_written_is_read_again(own_home):
    # when
    stored.write("a.json", {"乙": [1], "甲": "\udc80"}, is_sorted=True)

    # then
    assert stored.read("missing.json") is None
    assert (own_home / "a.json").read_bytes().startswith('{\n "乙"'.encode())


def test_a_file_that_cannot_be_written_is_told(own_home):
    # given
    (own_home / "a.json").mkdir()

    # then
    with pytest.raises(OutputError):
        stored.write("a.json", [])
