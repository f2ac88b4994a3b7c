# What run.sh and test.sh share: apt libraries and the virtual environment .venv. Sourced, never run.
# Everything is looked at before it is installed, so that a second call costs next to nothing.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore DEBIAN_FRONTEND=noninteractive

say() { printf '年报通 · %s\n' "$*"; }

# What Qt opens at run time (drawing, keyboard, X11 windows); PySide6's wheel brings the rest.
QT_PACKAGES=(libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0 libfreetype6 libx11-6
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1)

# install_packages NAME...: those of the named Debian packages that are not here yet.
install_packages() {
    command -v apt-get >/dev/null || { say "不是 Debian 系统，请自行安装：$*"; return 0; }
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    [ "$(id -u)" -eq 0 ] || { say "请用管理员身份先安装：apt-get install ${missing[*]}"; return 1; }
    say "安装系统组件：${missing[*]}"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# find_python: the first Python of at least 3.11.
find_python() {
    local name
    for name in python3.11 python3 python3.12 python3.13; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$name"; return; }
    done
    say "没有找到 Python 3.11 或更新的版本。" >&2
    return 1
}

make_venv() {
    [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return 0
    local python
    python=$(find_python) || return 1
    "$python" -c 'import ensurepip' 2>/dev/null ||
        install_packages "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv" || return 1
    say "建立 Python 环境 .venv"
    rm -rf .venv && "$python" -m venv .venv
}

# install_python GROUP: the libraries of pyproject.toml, GROUP being "run" or "test" (run and test together).
install_python() {
    local stamp wanted
    wanted=$(cat pyproject.toml installer/constraints.txt | sha256sum)
    for stamp in ".venv/.installed-test" ".venv/.installed-$1"; do # the tests' set holds the program's
        [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return 0
    done
    say "安装 Python 组件（$1），第一次需要几分钟"
    .venv/bin/python installer/requirements.py "$1" >.venv/requirements.txt &&
        .venv/bin/python -m pip install -q -r .venv/requirements.txt -c installer/constraints.txt &&
        echo "$wanted" >"$stamp"
}

# compile_program: byte code beside the modules, which starts faster and is not written everywhere by itself.
compile_program() {
    .venv/bin/python -m compileall -q core gui main.py
}

# within LIMIT COMMAND...: the command, ended with all that it started once the LIMIT of `timeout` (40m, 2s) is over.
# At a terminal its group stays as it is, so that Ctrl+C reaches it. Returns its status, 124 where the time was over.
within() {
    local limit=$1 status=0 here=()
    shift
    [ -t 0 ] && here=(--foreground)
    timeout "${here[@]}" --kill-after=30s "$limit" "$@" || status=$?
    case $status in
        124) echo "The tests were ended: they were not through after $limit. A test hangs, or one of their processes died; the last lines above say how far they came." >&2 ;;
        137) echo "The tests were killed: for want of memory, or because they did not end when told to after $limit." >&2 ;;
    esac
    return "$status"
}
