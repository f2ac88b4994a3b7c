"""The numbers of automatic numbering in the writings that Chinese documents use."""

from collections.abc import Callable

_PLAIN = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_HIGHEST = 9_999


def render(value: int, form: str) -> str | None:
    """Return the number in a writing named as Word names it; None where that writing is not known."""
    write = _FORMS.get(form)
    if write is None:
        return None
    return write(value) if 0 <= value <= _HIGHEST else str(value)


def _counted(value: int, digits: str = _PLAIN, scales: str = "十百千") -> str:
    """Return a Chinese numeral; the tens of daily use begin without 一 (十二)."""
    written, zero = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            zero = bool(written)
            continue
        written += (digits[0] if zero else "") + digits[digit] + (scales[power - 1] if power else "")
        zero = False
    return written.removeprefix("一") if digits is _PLAIN and 10 <= value < 20 else written or digits[0]


def _legal(value: int) -> str:
    return _counted(value, _LEGAL, "拾佰仟")


def _legal_traditional(value: int) -> str:
    return _counted(value, _LEGAL_TRADITIONAL, "拾佰仟")


def _digits(value: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))


def _signs(*ranges: tuple[int, int]) -> Callable[[int], str]:
    """Return a writing of ready-made signs: code point of the first and how many, range after range."""

    def write(value: int) -> str:
        rest = value - 1
        for first, count in ranges:
            if 0 <= rest < count:
                return chr(first + rest)
            rest -= count
        return str(value)

    return write


def _listed(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else str(value)


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value else "0"


def _letter(value: int) -> str:
    """Return a … z, then aa, bb …: Word repeats the letter."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else "0"


def _roman(value: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        written += sign * (value // size)
        value %= size
    return written


_CIRCLED = _signs((0x2460, 20), (0x3251, 15), (0x32B1, 15))
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs((0x2474, 20)),
    "decimalEnclosedFullstop": _signs((0x2488, 20)),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "ideographEnclosedCircle": _signs((0x3280, 10)),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
