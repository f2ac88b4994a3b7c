"""Files written all or nothing: a draft beside the target, flushed to the disk, read back, swapped in."""

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from core.errors import OutputError

LastLook = Callable[[], object]

_REASONS = {
    errno.ENOSPC: "磁盘空间不足。请清理空间或换一个位置",
    errno.EDQUOT: "磁盘空间不足。请清理空间或换一个位置",
    errno.EACCES: "此位置不允许写入。请换一个位置",
    errno.EPERM: "此位置不允许写入。请换一个位置",
    errno.EROFS: "此位置是只读的。请换一个位置",
    errno.ENOENT: "文件夹不存在或不能写入。请换一个位置",
    errno.ENOTDIR: "文件夹不存在或不能写入。请换一个位置",
    errno.EEXIST: "文件夹的位置上是一个文件。请换一个位置",
    errno.EISDIR: "这个名字已是一个文件夹。请换一个文件名",
    errno.ENAMETOOLONG: "文件名太长。请换一个短一些的名字",
    errno.EBUSY: "文件正被其他程序占用。请先关闭它再试",
}


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Return the error that tells the clerk why a file could not be written; the target is as before, where there is one."""
    reason = _REASONS.get(error.errno or 0, "磁盘写入出错。请换一个位置再试")
    before = "，原有文件没有变化" if _is_there(path) else ""
    return OutputError(f"无法写入“{path.name}”：{reason}{before}。")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no way to it: what it was it still is
        return True


def save(path: Path, data: bytes, last_look: LastLook | None = None) -> None:
    """Write the bytes to the file, whole or not at all; OutputError says why not.

    `last_look` is called when all that is left to do is the swap; what it raises ends it, and all is as before.

    An existing file is replaced in one step and stays as it was on any failure. Its mode stays (on POSIX; on Windows
    the folder's rights hold). No draft stays behind.
    """
    save_all([(path, data)], last_look)


def save_all(files: Iterable[tuple[Path, bytes]], last_look: LastLook | None = None) -> None:
    """Write several files, all of them or none: every draft lies safe on the disk before the first swap.

    Where one file cannot be swapped in, those before it are as they were. Missing folders are made. OutputError
    names the file that could not be written.
    """
    drafts: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            drafts.append((_draft_of(path), path.resolve()))
            _write_draft(*drafts[-1], data)
        if last_look:
            last_look()
        _swap(drafts)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        for draft, _ in drafts:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
    for folder in {target.parent for _, target in drafts}:
        _sync_folder(folder)


def _swap(drafts: list[tuple[Path, Path]]) -> None:
    """Put the drafts in place of their targets; what stood there comes back where one of them cannot be."""
    before: dict[Path, Path | None] = {}
    done: list[Path] = []
    try:
        for _, target in drafts[:-1]:  # behind the last one nothing can fail
            before[target] = _kept(target)
        for draft, target in drafts:
            try:
                draft.replace(target)
            except OSError as error:
                _take_back(done, before)
                raise cannot_write(target, _held(error)) from error
            done.append(target)
    finally:
        for copy in before.values():
            if copy is not None:
                with contextlib.suppress(OSError):
                    copy.unlink(missing_ok=True)


def _kept(target: Path) -> Path | None:
    """Return a second name, or else a copy, of what stands there now; None where nothing does."""
    if not target.exists():
        return None
    copy = _beside(target)
    try:
        os.link(target, copy)
    except OSError:
        shutil.copy2(target, copy)
    return copy


def _take_back(done: list[Path], before: dict[Path, Path | None]) -> None:
    for target in done:
        copy = before[target]
        if copy is None:
            target.unlink(missing_ok=True)
        else:
            copy.replace(target)


def _held(error: OSError) -> OSError:
    """Return the error of a target as what it is: the draft beside it could be written, so the folder is not closed."""
    denied = error.errno in (errno.EACCES, errno.EPERM)
    return OSError(errno.EBUSY, "held by another program") if denied else error


def _draft_of(path: Path) -> Path:
    """Return where the draft of a file lies: beside it, hidden, under a name of its own."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    return _beside(target)


def _beside(target: Path) -> Path:
    """Return a hidden name in the same folder that no file has."""
    return target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.tmp")


def _write_draft(draft: Path, target: Path, data: bytes) -> None:
    """Write what is to stand in the place of a file, for the eyes of those who may read that one."""
    mode = _mode_of(target)
    if mode is not None:
        draft.touch(0o600, exist_ok=False)
    with draft.open("xb" if mode is None else "r+b") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if draft.read_bytes() != data:
        raise OSError(errno.EIO, "read back other bytes than written")
    if mode is not None:
        with contextlib.suppress(OSError):  # a disk that knows no modes
            draft.chmod(mode)


def _mode_of(target: Path) -> int | None:
    """Return who may do what with a file that is there; None where there is none.

    None on Windows too: there a file has the rights of its folder once it was replaced.
    """
    if os.name != "posix":
        return None
    try:
        return stat.S_IMODE(target.stat().st_mode) & 0o777
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Make the swap itself durable, where the system can (Windows cannot, some network drives do not)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
