#!/bin/sh
# Create the virtual environment named in $1 with the package, its dependencies as pinned, and its test tools.
# Needs Python 3.11 to 3.13; on a Debian machine without the venv module it installs that package (as root).
set -eu
venv=$1
here=$(cd "$(dirname "$0")/.." && pwd)

works() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

python=
for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 && works "$name"; then python=$name; break; fi
done
if [ -z "$python" ]; then
    echo "OnRecord needs Python 3.11, 3.12 or 3.13 on the PATH (or set PYTHON)." >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        apt-get update -q && apt-get install -y -q "python$version-venv"
    else
        echo "Python's venv module is missing; install your system's package for it (Debian: python$version-venv)." >&2
        exit 1
    fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c "$here/constraints.txt" -e "$here[dev]"
echo "OnRecord is ready in $venv." >&2
