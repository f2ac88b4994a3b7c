"""Office files (docx, xlsx): the zip gate that weighs every part before anything is parsed, and the parts behind it.

`open_package(source)` lets only packages through that are sound and of sane size; `Package.parsed(name)` gives
the root of a part from a parser that fetches nothing, expands nothing and repairs nothing.
"""

import io
import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict

from lxml import etree

from core.errors import InputError
from core.importers import gate
from core.importers.document import MACROS_IGNORED, OUTSIDE_IGNORED, Remark
from core.importers.kinds import Source

Element = etree._Element


class Guards(TypedDict):
    """What a parser of a stranger's XML may do."""

    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    dtd_validation: bool
    huge_tree: bool
    recover: bool
    remove_comments: bool
    remove_pis: bool


# Every parser of a part, whole or element by element, fetches nothing, expands nothing and repairs nothing.
GUARDS: Guards = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
}

ENTRIES = 2_000
INFLATED_BYTES = 200 * 2**20
XML_BYTES = 40 * 2**20
RATIO = 200
RATIO_FROM = 2**20
MARKS = 1_000_000  # tags and attributes of a part that becomes a tree: about 300 MB of memory

_CHUNK = 2**16
_ENTRY_MARK = b"PK\x01\x02"
_ZIP_MARK = b"PK\x03\x04"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_EMBEDDED = "/embeddings/"
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or to something outside.

    `kind` is the last word of its type ("worksheet", "image"); `target` the name of a part, or the address as it
    stands where the link is `external`.
    """

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """An Office file that passed the gate; every error names the file it came from.

    Names of parts have no leading slash and are compared without regard to case, as Office does.
    """

    name: str
    names: tuple[str, ...]
    _zip: zipfile.ZipFile = field(repr=False)
    _infos: dict[str, zipfile.ZipInfo] = field(repr=False)

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part.casefold() in self._infos

    def part(self, part: str) -> bytes:
        """Return the bytes of a part, which the gate has inflated before; InputError where there is none."""
        info = self._infos.get(part.casefold())
        if info is None:
            raise damaged(self.name)
        return self._zip.read(info)

    def parsed(self, part: str) -> Element:
        """Return the root of an XML part without comments; names of Strict OOXML become those of everyday files.

        InputError where it is malformed, nested deeper than 256 elements, longer than any report, or declares
        entities.
        """
        data = self.part(part)
        if len(data) > XML_BYTES:
            raise too_large(self.name)
        if data.count(b"<") + data.count(b"=") > MARKS:
            raise gate.too_much(self.name)
        return _parse(_STRICT.sub(_TRANSITIONAL, data), self.name)

    def main(self, default: str) -> str:
        """Return the name of the part that the package is about: what its own relationships say, or the default."""
        links = (link for link in self.relationships("") if link.kind == "officeDocument")
        return next((link.target for link in links if not link.external and self.has(link.target)), default)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the links of a part in their order; those of the package itself for ""."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return ()
        elements = (one for one in self.parsed(rels) if etree.QName(one).localname == "Relationship")
        return tuple(_relationship(one, folder) for one in elements)

    def outside(self) -> tuple[str, ...]:
        """Return the addresses outside that parts refer to, each once; links for the reader's mouse do not count."""
        found: dict[str, None] = {}
        for rels in self.names:
            if rels.endswith(".rels"):
                folder, name = posixpath.split(rels)
                part = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
                found |= dict.fromkeys(link.target for link in self.relationships(part) if _fetches(link))
        return tuple(found)

    def remarks(self) -> tuple[Remark, ...]:
        """Return what is said of macros and addresses outside, which are both left alone."""
        remarks = []
        if any(posixpath.basename(name).casefold() == "vbaproject.bin" for name in self.names):
            remarks.append(MACROS_IGNORED)
        outside = self.outside()
        if outside:
            remarks.append(replace(OUTSIDE_IGNORED, source="\n".join(outside)))
        return tuple(remarks)


def open_package(source: Source) -> Package:
    """Return the package in a file; InputError where it is cut short, hostile or beyond all measure.

    Everything is inflated once and counted before any part is parsed; nothing is written to disk.
    """
    if source.data.count(_ENTRY_MARK) > ENTRIES:
        raise odd(source.name)
    try:
        container = zipfile.ZipFile(io.BytesIO(source.data))
    except (*_BROKEN, IndexError) as error:
        raise cut_short(source.name) from error
    infos = [info for info in container.infolist() if not info.is_dir()]
    for info in container.infolist():
        _check_entry(info, source.name)
    keyed = {info.filename.casefold(): info for info in infos}
    if len(keyed) != len(infos):
        raise InputError(
            f"“{source.name}”内部有重名的部件，可能被篡改过，为安全起见没有打开。请用 WPS 打开它，另存后再读入。"
        )
    _weigh(container, infos, source.name)
    return Package(source.name, tuple(info.filename for info in infos), container, keyed)


def cut_short(name: str) -> InputError:
    """Return the error of a file whose end is missing or whose packing is broken (I04)."""
    return InputError(f"“{name}”不完整，可能在复制时中断了，没有读入。请重新复制一份；原文件没有改动。")


def too_large(name: str) -> InputError:
    """Return the error of a file that unpacks to more than any report holds (I07)."""
    return InputError(f"“{name}”展开后过大（超过 200 MB），为安全起见没有打开。请检查是否选错了文件。")


def odd(name: str, why: str = "") -> InputError:
    """Return the error of a file whose inside is built as no Office program does (I08, I09)."""
    return InputError(f"“{name}”里面的结构不对{why}，为安全起见没有打开。请用 WPS 打开它，另存后再读入。")


def declares(name: str) -> InputError:
    """Return the error of a part with a document type or entities (I11)."""
    return InputError(f"“{name}”含有不允许的外部引用，为安全起见没有打开。请用 WPS 打开它，另存后再读入。")


def damaged(name: str) -> InputError:
    """Return the error of a file that lacks a part, or with a malformed one (I12)."""
    return InputError(f"“{name}”已损坏，没有读入。可以用 WPS 打开它，另存后再试；原文件没有改动。")


def too_deep(name: str) -> InputError:
    """Return the error of elements nested too deep (I13)."""
    return InputError(f"“{name}”的内容嵌套过深，没有读入（不会只读入一半）。请用 WPS 打开它，另存后再试。")


def _check_entry(info: zipfile.ZipInfo, name: str) -> None:
    """Turn away names that lead elsewhere, links, locked entries and packings that Office does not know."""
    raw = info.orig_filename
    steps = raw.replace("\\", "/").split("/")
    if raw.startswith("/") or ".." in steps or "\\" in raw or "\x00" in raw or ":" in steps[0]:
        raise odd(name, "（含有可疑路径）")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise odd(name, "（含有可疑的链接）")
    if info.flag_bits & _ENCRYPTED:
        raise InputError(f"“{name}”里面有加密的部件，读不出来。请先用 WPS 或 Word 取消密码，再读入。")
    if info.compress_type not in _METHODS:
        raise odd(name)


def _weigh(container: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str) -> None:
    """Inflate every part and count what really comes out; what the headers claim is not believed."""
    total = 0
    for info in infos:
        size = 0
        xml = info.filename.casefold().endswith(_XML_SUFFIXES)
        tail = b""
        for chunk in _chunks(container, info, name):
            if not size:
                _refuse_nested(info, chunk, name)
            size += len(chunk)
            if total + size > INFLATED_BYTES or _is_bomb(info, size) or (xml and size > XML_BYTES):
                raise too_large(name)
            if xml:
                tail = _scan(tail + chunk, name)
        total += size


def _chunks(container: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    try:
        with container.open(info) as member:
            while chunk := member.read(_CHUNK):
                yield chunk
    except _BROKEN as error:
        raise cut_short(name) from error


def _is_bomb(info: zipfile.ZipInfo, size: int) -> bool:
    return size > RATIO_FROM and size > RATIO * info.compress_size


def _refuse_nested(info: zipfile.ZipInfo, head: bytes, name: str) -> None:
    """Turn away archives inside; embedded Office files stay, because they are never opened."""
    if head.startswith(_ZIP_MARK) and _EMBEDDED not in f"/{info.filename.casefold()}":
        raise odd(name, "（里面还有压缩包）")


def _scan(data: bytes, name: str) -> bytes:
    """Turn away declarations in any encoding; return the end in which one may have begun."""
    if any(word in data for word in _DECLARATIONS):
        raise declares(name)
    return data[-max(map(len, _DECLARATIONS)) :]


def malformed(name: str, error: Exception) -> InputError:
    """Return the error of a part that a parser gave up, by what the parser says."""
    return too_deep(name) if "depth" in str(error) else damaged(name)


def _parse(data: bytes, name: str) -> Element:
    _scan(data, name)
    try:
        root = etree.fromstring(data, etree.XMLParser(**GUARDS))
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise malformed(name, error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise declares(name)
    return root


def _relationship(element: Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    external = element.get("TargetMode", "").casefold() == "external"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def _fetches(link: Relationship) -> bool:
    """Return whether Office would look outside for it; the plain name of a template is found at home."""
    if not link.external or link.kind == "hyperlink":
        return False
    return link.kind != "attachedTemplate" or "/" in link.target or "\\" in link.target
