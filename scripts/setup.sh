#!/bin/sh
# Create the virtual environment named in $1 with the package, its dependencies as pinned, and its test tools; says what it does while it does it.
# Needs Python 3.11 to 3.13. On a Debian machine without Python's venv module it installs that package, if it runs as root, and says so.
set -eu
venv=$1
here=$(cd "$(dirname "$0")/.." && pwd)

works() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
say() { echo "setup: $*" >&2; }

python=
for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 && works "$name"; then python=$name; break; fi
done
if [ -z "$python" ]; then
    say "OnRecord needs Python 3.11, 3.12 or 3.13 on the PATH (or set PYTHON)."
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "this system's Python has no venv module; installing the package python$version-venv with apt-get"
        apt-get update -q >&2 && apt-get install -y -q "python$version-venv" >&2
    else
        say "Python's venv module is missing; install your system's package for it (Debian: python$version-venv)."
        exit 1
    fi
fi

[ -x "$venv/bin/python" ] || { say "creating $venv"; "$python" -m venv "$venv"; }
total=$(grep -c '==' "$here/constraints.txt")
say "installing OnRecord and about $total packages into $venv; this takes a minute or several (all of pip's words: $venv/install.log)"
{
    "$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar off -c "$here/constraints.txt" -e "$here[dev]" 2>&1 || echo "pip failed"
} | {
    count=0 failed=
    : > "$venv/install.log"
    while IFS= read -r line; do
        printf '%s\n' "$line" >> "$venv/install.log"
        case $line in
            Collecting*) count=$((count + 1)); name=${line#Collecting }; say "[$count/$total] ${name%% *}" ;;
            "Installing collected"*) say "unpacking $count packages" ;;
            "pip failed") failed=1 ;;
        esac
    done
    if [ -n "$failed" ]; then
        tail -n 15 "$venv/install.log" >&2
        say "the installation failed; the lines above say why"
        exit 1
    fi
}
say "OnRecord is ready: $venv/bin/onrecord code FILE (or . $venv/bin/activate, then: onrecord code FILE)"
