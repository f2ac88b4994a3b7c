"""A Word file as a program shows it: what holds for each paragraph and run, from defaults and styles to itself."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Properties = dict[str, dict[str, str]]  # by element: its attributes, "val" among them


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def properties(element: etree._Element | None) -> Properties:
    """Return what an element says, child by child."""
    children = element if element is not None else ()
    return {local(str(one.tag)): {local(key): value for key, value in one.attrib.items()} for one in children}


def joined(*layers: Properties) -> Properties:
    """Return the layers one upon the other; attributes of a later one go before."""
    made: Properties = {}
    for layer in layers:
        for name, attributes in layer.items():
            made[name] = made.get(name, {}) | attributes
    return made


def on(layer: Properties, name: str) -> bool:
    """Return whether a property is switched on."""
    return name in layer and layer[name].get("val", "1") not in ("0", "false", "off")


@dataclass(frozen=True)
class Run:
    """A run with what holds for it."""

    text: str
    look: Properties
    element: etree._Element

    @property
    def fonts(self) -> set[str]:
        """The fonts of its four kinds of characters."""
        return {self.look["rFonts"].get(kind, "") for kind in ("ascii", "hAnsi", "eastAsia", "cs")}

    @property
    def size(self) -> float:
        """Its size in pt."""
        return int(self.look["sz"]["val"]) / 2


@dataclass(frozen=True)
class Line:
    """A paragraph with what holds for it, the name of its style and its runs."""

    text: str
    style: str
    look: Properties
    runs: list[Run]
    element: etree._Element

    def number(self, name: str, attribute: str) -> int:
        """Return a number of a property, 0 where it is not said."""
        return int(self.look.get(name, {}).get(attribute, 0))


@dataclass
class File:
    """The parts of a Word file."""

    data: bytes
    parts: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as container:
            names = [name for name in container.namelist() if name.endswith((".xml", ".rels"))]
            self.parts = {name: etree.fromstring(container.read(name)) for name in names}
        styles = self.parts["word/styles.xml"].iter(f"{W}style")
        self._known: dict[tuple[str, str], Properties] = {}
        self._styles = {one.get(f"{W}styleId"): one for one in styles}

    @property
    def section(self) -> Properties:
        """The properties of the page."""
        return properties(self.parts["word/document.xml"].find(f"{W}body/{W}sectPr"))

    def lines(self, part: str = "word/document.xml") -> Iterator[Line]:
        """Yield the paragraphs of a part, those in tables too."""
        for element in self.parts[part].iter(f"{W}p"):
            yield self.line(element)

    def line(self, element: etree._Element) -> Line:
        """Return a paragraph with what holds for it."""
        own = element.find(f"{W}pPr")
        said = properties(own)
        style = said.get("pStyle", {}).get("val", "Normal")
        look = joined(self._of_style(style, "pPr"), said)
        letters = self._of_style(style, "rPr")
        runs = [
            Run(_text(one), joined(letters, properties(one.find(f"{W}rPr"))), one)
            for one in element.iter(f"{W}r")
        ]
        name = self._styles[style].find(f"{W}name").get(f"{W}val", "")
        return Line(_text(element), name, look, runs, element)

    def _of_style(self, style: str, kind: str) -> Properties:
        """Return what holds for everything in a style."""
        if (style, kind) not in self._known:
            self._known[style, kind] = joined(self._default(kind), *self._chain(style, kind))
        return self._known[style, kind]

    def _default(self, kind: str) -> Properties:
        path = f"{W}docDefaults/{W}{kind}Default/{W}{kind}"
        return properties(self.parts["word/styles.xml"].find(path))

    def _chain(self, style: str, kind: str) -> list[Properties]:
        """Return what a style and those it stands on say, the lowest first."""
        found: list[Properties] = []
        while style:
            element = self._styles[style]
            found.insert(0, properties(element.find(f"{W}{kind}")))
            based = element.find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""
        return found


def _text(element: etree._Element) -> str:
    kinds = {f"{W}t": lambda one: one.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    return "".join(kinds[one.tag](one) for one in element.iter(*kinds))
