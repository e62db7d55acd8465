"""Small file systems in memory, for full and for read-only disks. They need the rights of root."""
import contextlib
import errno
import os
import pathlib
import subprocess
import threading
from collections.abc import Iterator

from .errors import HardeningError

#: Written at once while a disk is filled, in bytes.
PIECE = 1 << 16
#: Time between two attempts to fill what became free, in seconds.
PAUSE = 0.05


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    if done.returncode != 0:
        raise HardeningError(f"{' '.join(command)}: {done.stderr.strip()}")


@contextlib.contextmanager
def small_disk(folder: pathlib.Path, mebibytes: int) -> Iterator[pathlib.Path]:
    """An empty file system at `folder` while the body runs."""
    if os.geteuid() != 0:
        raise HardeningError("only root can mount a small file system")
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={mebibytes}m,mode=700", "none", str(folder))
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))


def make_read_only(folder: pathlib.Path) -> None:
    _run("mount", "-o", "remount,ro", str(folder))


def make_writable(folder: pathlib.Path) -> None:
    _run("mount", "-o", "remount,rw", str(folder))


class Filler(threading.Thread):
    """Keeps a disk full until it is told to stop: what others free is taken at once."""

    def __init__(self, path: pathlib.Path):
        super().__init__(daemon=True)
        self._path = path
        self._is_over = threading.Event()
        self.fill()

    def fill(self) -> None:
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        size = PIECE
        try:
            while size:
                try:
                    os.write(descriptor, bytes(size))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
                    size //= 2
        finally:
            os.close(descriptor)

    def run(self) -> None:
        while not self._is_over.wait(PAUSE):
            self.fill()

    def remove(self) -> None:
        """Makes room again."""
        self._is_over.set()
        self.join()
        self._path.unlink()
