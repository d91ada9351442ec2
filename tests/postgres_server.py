"""A PostgreSQL server of the tests' own: on loopback, in a temporary folder, gone when they end."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


class NoServer(Exception):
    """There is no PostgreSQL on this machine that the tests could start; says why."""


def programs() -> Path:
    """The folder of PostgreSQL's programs: Debian's, the newest version, else what is on the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name) if p.parent.name.isdigit() else 0)
    for folder in reversed(folders):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    found = shutil.which("initdb")
    if found is None or shutil.which("pg_ctl") is None:
        raise NoServer("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return Path(found).parent


def _quick_folder() -> str | None:
    """Memory, where there is enough of it: a database is thousands of small files."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2_000_000_000 else None


def _account() -> dict[str, object]:
    """Whom to run it as: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        who = pwd.getpwnam("postgres")
    except KeyError:
        raise NoServer("PostgreSQL does not run as root, and there is no account postgres") from None
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


@contextmanager
def running() -> Iterator[str]:
    """The address of a running server, without a database's name. Raises NoServer where there is none to be had."""
    folder, account = programs(), _account()
    home = Path(tempfile.mkdtemp(prefix="onrecord-pg-", dir=_quick_folder()))
    try:
        if account:
            os.chown(home, int(str(account["user"])), int(str(account["group"])))
        password = secrets.token_hex(16)
        (home / "password").write_text(password, encoding="utf-8")
        (home / "password").chmod(0o644)  # inside a folder that nobody else may enter
        _run([folder / "initdb", "-D", home / "data", "-U", "onrecord", "-A", "scram-sha-256", "--pwfile", home / "password", "-E", "UTF8", "--locale=C.UTF-8", "-N"], home, account)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        # What a power cut could take does not matter here.
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=30"
        control = [folder / "pg_ctl", "-D", home / "data", "-w", "-t", "60"]
        _run([*control, "-l", home / "log", "-o", options, "start"], home, account)
        try:
            yield f"postgresql://onrecord:{password}@127.0.0.1:{port}"
        finally:
            _run([*control, "-m", "immediate", "stop"], home, account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    name = f"record_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def new_schema(server: str) -> str:
    """The address of a new, empty schema of one database: quicker made than a database."""
    name = f"record_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}/postgres?options=-csearch_path%3D{name}"


def _run(command: list[object], home: Path, account: dict[str, object]) -> None:
    with (home / "out").open("ab") as out:
        done = subprocess.run([str(part) for part in command], cwd=home, stdin=subprocess.DEVNULL, stdout=out, stderr=out, timeout=120, check=False, **account)  # type: ignore[call-overload]
    if done.returncode:
        said = "".join(path.read_text(encoding="utf-8", errors="replace") for path in (home / "out", home / "log") if path.exists())
        raise RuntimeError(f"PostgreSQL did not start or stop: {said[-2000:]}")
