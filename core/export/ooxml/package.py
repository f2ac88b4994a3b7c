"""The container of Word and Excel files: a zip whose bytes depend on its contents alone."""

import datetime
import io
import zipfile
from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from core.blocks import Document
from core.export.characters import writable

Element: TypeAlias = etree._Element

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def zipped(parts: Mapping[str, bytes], written: datetime.datetime | None = None) -> bytes:
    """Return the parts as a zip, in their order, without any system of this computer.

    `written` is the time that all of them bear; without it they bear the earliest, the same each time.
    """
    time = max(_EARLIEST, written.timetuple()[:6]) if written else _EARLIEST
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, time)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            container.writestr(entry, data)
    return buffer.getvalue()


def as_bytes(root: Element) -> bytes:
    """Return the element as a part: UTF-8 with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def core_properties(document: Document) -> bytes:
    """Return `docProps/core.xml`: title, the office as author, and the day after the report year as date."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    office = writable(document.office)
    date = f"{document.year + 1:04d}-01-01T00:00:00Z"
    _add(root, _DC, "title", writable(document.title))
    _add(root, _DC, "creator", office)
    _add(root, _CORE, "lastModifiedBy", office)
    for name in ("created", "modified"):
        _add(root, _TERMS, name, date).set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    _add(root, _DC, "language", "zh-CN")
    return as_bytes(root)


def _add(root: Element, namespace: str, name: str, text: str) -> Element:
    child = etree.SubElement(root, f"{{{namespace}}}{name}")
    child.text = text
    return child
