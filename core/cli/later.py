"""Commands that the program promises and does not have yet."""

import argparse
from typing import NoReturn

from core.errors import UsageError

Arguments = argparse.Namespace


def sign(_arguments: Arguments) -> NoReturn:
    """Say that reports cannot be signed yet."""
    raise UsageError("“签发”功能还没有提供，报告没有变化。")


def verify(_arguments: Arguments) -> NoReturn:
    """Say that files cannot be held against a signed text yet."""
    raise UsageError("“核验”功能还没有提供，报告没有变化。")
