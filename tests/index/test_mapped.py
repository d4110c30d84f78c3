"""What of mapped files lies in memory: told where the system tells it."""

from __future__ import annotations

import mmap
from pathlib import Path

import pytest

from tui.index import mapped
from tui.index.mapped import mapped_bytes

_SIZE = 32 << 20


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_what_is_read_of_a_mapped_file_is_told_and_what_is_given_back_is_not(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * _SIZE)
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as held:
        before = mapped_bytes()
        assert held.find(b"y") < 0
        read = mapped_bytes()
        held.madvise(mmap.MADV_DONTNEED)
        after = mapped_bytes()
    assert before is not None
    assert read is not None
    assert after is not None
    assert read - before > _SIZE // 2
    assert read - after > _SIZE // 2


@pytest.mark.parametrize("said", [None, b"", b"1 2 x 4\n"])
def test_a_system_that_does_not_tell(said: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "statm"
    if said is not None:
        file.write_bytes(said)
    monkeypatch.setattr(mapped, "_STATM", file)
    assert mapped_bytes() is None
