#!/usr/bin/env bash
# Install what is missing, then run every test: style, types, tests, and the main job without a display.
# SETUP_ONLY=1 stops after the set-up. Arguments go to pytest and then only pytest runs, as long as it likes.
# TEST_LIMIT=2s is how long all tests together may take (40m): where one of its processes dies, pytest waits for ever.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# Beside what Qt needs: a Chinese font for the pictures, other people's programs that write and read the same files
# (LibreOffice, Chromium), a print server with a printer into a file, and strace to watch the reading of files.
install_packages "${QT_PACKAGES[@]}" fonts-noto-cjk libreoffice-writer-nogui libreoffice-calc-nogui chromium \
    cups cups-client printer-driver-cups-pdf strace
make_venv
install_python test
compile_program
[ -z "${SETUP_ONLY:-}" ] || exit 0

export QT_QPA_PLATFORM=offscreen
if [ $# -gt 0 ]; then
    exec .venv/bin/python -m pytest "$@"
fi

say "写法"
.venv/bin/python -m ruff check .
.venv/bin/python -m ruff format --check .
say "类型"
.venv/bin/python -m mypy
say "从去年的报告到今年的文件"
OUT=$(mktemp -d)
trap 'rm -rf "$OUT"' EXIT
env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM OUT="$OUT" bash installer/run.sh
say "测试"
within "${TEST_LIMIT:-40m}" .venv/bin/python -m pytest -n 2 --dist loadfile
