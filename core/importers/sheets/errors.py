"""The errors of workbooks: one calm sentence each."""

from core.errors import InputError


def too_much(name: str) -> InputError:
    """Return the error of a workbook with more cells or characters than any report has."""
    return InputError(
        f"“{name}”里的单元格或文字过多，不像年度报告，没有读入。请检查是否选错了文件；原文件没有改动。"
    )


def locked(name: str) -> InputError:
    """Return the error of a workbook that opens with a password alone."""
    return InputError(f"“{name}”设有打开密码。请先用 WPS 或 Excel 取消密码，再读入；原文件没有改动。")


def binary(name: str) -> InputError:
    """Return the error of a workbook in the binary form (xlsb), which nobody reads here."""
    return InputError(
        f"“{name}”是 Excel 二进制工作簿（xlsb），现在还不能读。请用 Excel 或 WPS 另存为 .xlsx 后再读入。"
    )
