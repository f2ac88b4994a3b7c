#!/usr/bin/env bash
# Install what is missing, then run the main job: with a display the window on the sample report, without one
# the sample's way from last year's text to this year's three files. SETUP_ONLY=1 stops after the set-up.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages "${QT_PACKAGES[@]}"
make_venv
install_python run
compile_program
[ -z "${SETUP_ONLY:-}" ] || exit 0

sample="resources/samples/青禾镇2024年政府信息公开工作年度报告.txt"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python main.py "$sample"
fi

out=${OUT:-out}
mkdir -p "$out"
say "没有图形界面，改用命令走一遍：去年的报告 → 今年的草稿 → 检查 → 导出"
.venv/bin/python main.py import "$sample" -o "$out/2024.nianbao"
.venv/bin/python main.py forward "$out/2024.nianbao" -o "$out/2025.nianbao"
.venv/bin/python main.py check "$out/2025.nianbao" || [ $? -eq 1 ]
.venv/bin/python main.py export "$out/2025.nianbao" --to docx,pdf,xlsx --out "$out"
say "文件在这里：$(cd "$out" && pwd)"
