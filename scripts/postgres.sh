#!/bin/sh
# See that PostgreSQL's programs are there for the tests, which start a server of their own. On Debian, as root, a missing one is installed, and that is said;
# else, or where that fails, the tests that need it are skipped.
set -u
say() { echo "postgres: $*" >&2; }

ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
command -v initdb >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    say "installing the package postgresql with apt-get, for the tests of records in PostgreSQL"
    if { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql; } >&2; then exit 0; fi
    say "that failed; the tests that need PostgreSQL will be skipped"
else
    say "PostgreSQL is not installed (Debian: apt-get install postgresql); the tests that need it will be skipped"
fi
exit 0
