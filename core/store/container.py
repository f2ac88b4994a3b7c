"""The report file `*.nianbao`: a zip container, rewritten whole at each save. docs/file-format.md has its history.

Members: `mimetype`, `manifest.json`, `report.json` (stored, canonical), `earlier/<year>.json`, the versions before
under `history/` (core/store/history.py), and whatever else a newer program put in, which is kept.
"""

import hashlib
import io
import json
import lzma
import re
import uuid
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from core import atomic, stages
from core.errors import InputError
from core.report import Report
from core.store import migrate
from core.store.manifest import Manifest, fingerprint, manifest_data, wants_newer

MIMETYPE = b"application/x-nianbao+zip"
SUFFIX = ".nianbao"
_OLD_TIME = (1980, 1, 1, 0, 0, 0)
_MOST_BYTES = 200 * 2**20
_MOST_MEMBERS = 2000
TORN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError
)  # fmt: skip
_OWN = ("mimetype", "manifest.json", "report.json")
_EARLIER = re.compile(r"earlier/(?P<year>[0-9]{1,4})(?:-(?P<number>[0-9]{1,4}))?\.json")
HISTORY = "history/"
PACKED = ".gz"
_MISSING = (  # in the words of its card on the home page
    "找不到文件“{}”：它不在原来的地方，程序没有动过它。"
    "U 盘没插上的，插上后照样打开；移走、改名了的，请到新的地方打开。"
)


@dataclass
class ReportFile:
    """A report with what its container holds besides: the document's id, how often it was saved, other members.

    `lost` counts the versions before that were found damaged and left out; the report itself is whole. `seen` is the
    fingerprint of the clerk's file as it was read or written last, "" where there is none, `saved` the time that the
    disk gave of it then, None where it gave none.
    """

    report: Report
    doc_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    save_no: int = 0
    others: dict[str, bytes] = field(default_factory=dict)
    lost: int = 0
    seen: str = field(default="", compare=False)
    saved: datetime | None = field(default=None, compare=False)


def canonical(data: object) -> bytes:
    """Return the one JSON writing of the data: UTF-8, sorted keys, one space, LF, no NaN."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "surrogatepass")


def report_data(report: Report) -> dict[str, Any]:
    """Return the report as plain data, without the reports of earlier years."""
    return report.model_dump(mode="json", exclude={"earlier"})


def snapshot(report: Report) -> bytes:
    """Return a report as it is kept among the versions before: with the format it is written in.

    What it says and how it was worked on; a step on its way out of the house makes no version, and none takes it back.
    """
    data = report.model_dump(mode="json", exclude={"earlier", "approval"})
    return canonical({"format": migrate.FORMAT, "report": data})


def from_snapshot(data: bytes, name: str) -> Report:
    """Return the report that a snapshot holds; InputError where it is damaged."""
    stored = _json({name: data}, name, name)
    report, version = stored.get("report"), stored.get("format")
    if not isinstance(report, dict) or type(version) is not int or not 1 <= version <= migrate.FORMAT:
        _damaged(name)
    return _report(report, version, name)


@dataclass(frozen=True, slots=True)
class Content:
    """What a report file holds at one moment, as plain data that no later edit touches; `reports` are its members."""

    doc_id: str
    save_no: int
    reports: dict[str, dict[str, Any]]
    others: dict[str, bytes]


def content(file: ReportFile) -> Content:
    """Return what the report file holds now; a fraction of the work of its bytes, which can be made elsewhere."""
    reports = {"report.json": report_data(file.report)}
    reports |= {name: report_data(one) for name, one in _named(file.report.earlier)}
    return Content(file.doc_id, file.save_no, reports, dict(file.others))


def _named(earlier: Iterable[Report]) -> Iterator[tuple[str, Report]]:
    """Yield the reports of the years before with the members they are kept in; several of one year have numbers."""
    known: Counter[int] = Counter()
    for report in earlier:
        known[report.year] += 1
        number = f"-{known[report.year]}" if known[report.year] > 1 else ""
        yield f"earlier/{report.year}{number}.json", report


def to_bytes(file: ReportFile) -> bytes:
    """Return the container's bytes; the same report gives the same bytes."""
    return packed(content(file))


def packed(content: Content) -> bytes:
    """Return the container's bytes with this content."""
    members = {name: canonical(data) for name, data in content.reports.items()} | content.others
    state = stages.last_of(content.reports["report.json"].get("approval", ()))
    manifest = manifest_data(content.doc_id, content.save_no, state, members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, "mimetype", MIMETYPE, stored=True)
        _add(archive, "manifest.json", canonical(manifest))
        for name, data in members.items():
            _add(archive, name, data, stored=name == "report.json" or name.endswith(PACKED))
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    info = zipfile.ZipInfo(name, _OLD_TIME)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def write(file: ReportFile, path: Path, last_look: atomic.LastLook | None = None) -> None:
    """Write the report file, whole or not at all, and count the save; OutputError says why not.

    `last_look` is called right before it takes its place; what it raises leaves all as it was.
    """
    saved = ReportFile(file.report, file.doc_id, file.save_no + 1, file.others)
    data = to_bytes(saved)
    atomic.save(path, data, last_look)
    file.save_no, file.seen = saved.save_no, hashlib.sha256(data).hexdigest()
    file.saved = saved_at(path)


def saved_at(path: Path) -> datetime | None:
    """Return when a file was written, None where its disk does not say."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None


def read(path: Path) -> ReportFile:
    """Return the report file; InputError says in one sentence why it cannot be used."""
    try:
        if path.is_dir():
            raise InputError(f"“{path.name}”是一个文件夹。请选择里面的报告文件。")
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(_MISSING.format(path.name)) from error
    except (OSError, ValueError) as error:  # or a path that no system takes
        raise InputError(f"文件“{path.name}”读不了。请检查它是否被占用或没有权限。") from error
    file = from_bytes(data, path.name)
    file.seen, file.saved = hashlib.sha256(data).hexdigest(), saved_at(path)
    return file


def from_bytes(data: bytes, name: str) -> ReportFile:
    """Return the report file that the bytes are; `name` is what messages call it."""
    if not data:
        raise InputError(f"文件“{name}”是空的。请检查是否复制完整。")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive, name)
    except TORN as error:
        if data[:2] == b"PK":
            raise InputError(f"报告文件“{name}”不完整（可能复制时中断）。请重新复制，或换用备份。") from error
        raise InputError(f"“{name}”不是年报通的报告文件。请用“打开去年的报告”读取其他文件。") from error
    return _assemble(members, name)


def is_report_file(data: bytes) -> bool:
    """Return whether the first bytes of a file are those of a report file, whole or torn."""
    return data[:2] == b"PK" and MIMETYPE in data[:200]


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise InputError(f"文件“{name}”展开后过大，为安全起见未打开。")
    if len(set(names)) != len(names):
        raise InputError(f"文件“{name}”里面有名字重复的内容，可能被别的程序改过，为安全起见未打开。")
    if "mimetype" not in names or archive.read("mimetype") != MIMETYPE:
        raise InputError(f"“{name}”不是年报通的报告文件。请用“打开去年的报告”读取其他文件。")
    members = {info.filename: _content(archive, info) for info in infos if info.filename != "mimetype"}
    return {one: content for one, content in members.items() if content is not None}


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """Return the bytes of a member; None for a version before that is damaged: it must not cost the report."""
    try:
        return archive.read(info)
    except TORN:
        if info.filename.startswith(HISTORY):
            return None
        raise


def _assemble(members: dict[str, bytes], name: str) -> ReportFile:
    manifest = _manifest(members, name)
    lost = _without_damage(members, manifest.members, name)
    report = _report(_json(members, "report.json", name), manifest.format, name)
    earlier = _earlier(members)
    report.earlier = [_report(_json(members, one, name), manifest.format, name) for one in earlier]
    others = {one: data for one, data in members.items() if one not in _OWN and one not in earlier}
    return ReportFile(report, manifest.doc_id, manifest.save_no, others, lost)


def _manifest(members: dict[str, bytes], name: str) -> Manifest:
    data = _json(members, "manifest.json", name)
    if wants_newer(data):
        raise InputError(f"“{name}”由更新版本的年报通创建。请先升级本程序再打开。")
    try:
        return Manifest.model_validate(data)
    except ValidationError:
        _damaged(name)


def _earlier(members: Iterable[str]) -> list[str]:
    """Return the members that are reports of the years before, the newest first, of one year in their order."""
    found = [match for one in members if (match := _EARLIER.fullmatch(one))]
    found.sort(key=lambda match: (-int(match["year"]), int(match["number"] or 1)))
    return [match.group() for match in found]


def _without_damage(members: dict[str, bytes], fingerprints: dict[str, object], name: str) -> int:
    """Refuse members unlike their fingerprints; versions before are left out instead; return how many were."""
    lost = 0
    for member, known in fingerprints.items():
        if member in members and known == fingerprint(members[member]):
            continue
        if not member.startswith(HISTORY):
            _damaged(name)
        members.pop(member, None)
        lost += 1
    return lost


def _json(members: dict[str, bytes], member: str, name: str) -> dict[str, Any]:
    try:
        data = json.loads(
            members[member].decode("utf-8", "surrogatepass"),
            parse_constant=_refuse,
            object_pairs_hook=_no_doubles,
        )
    except (KeyError, ValueError, RecursionError):
        _damaged(name)
    return data if isinstance(data, dict) else _damaged(name)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("doubled key")
    return data


def _report(data: dict[str, Any], version: int, name: str) -> Report:
    """Return the report that the data of that version of the format is."""
    try:
        return Report.model_validate(migrate.migrate(data, version))
    except ValidationError:
        _damaged(name)


def _damaged(name: str) -> NoReturn:
    raise InputError(f"报告文件“{name}”已损坏，里面的内容和存的时候不一样，未打开。请换用备份。")
