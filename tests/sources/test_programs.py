"""A program that hangs, crashes, floods or writes rubbish costs an error with its reason, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.fence import Limits, fenced_result
from pipeline.sources.programs import Allowance, ProgramError, program_output, program_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bounds and process groups are those of POSIX")
ALLOWED = Allowance(seconds=20)
# Python alone asks not to be ended for what it writes.
HEEDLESS = "import os, signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)"


def python(code: str, folder: Path, allowance: Allowance = ALLOWED, stdin: bytes = b"") -> bytes:
    return program_output([sys.executable, "-I", "-S", "-c", code], folder, allowance, stdin=stdin)


def failure(code: str, folder: Path, allowance: Allowance = ALLOWED) -> tuple[str, str]:
    with pytest.raises(ProgramError) as caught:
        python(code, folder, allowance)
    return caught.value.reason, caught.value.detail


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def soon(holds: object, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_a_program_gives_what_it_writes_of_what_it_is_given(tmp_path: Path) -> None:
    given = "ā\0".encode() * 500_000
    assert python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())", tmp_path, stdin=given) == given


def test_rubbish_is_given_as_it_is(tmp_path: Path) -> None:
    assert python("import sys; sys.stdout.buffer.write(bytes(range(256)))", tmp_path) == bytes(range(256))


def test_a_program_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert program_path("kopsavilkums-no-such-program") is None
    with pytest.raises(ProgramError, match="missing"):
        program_output([tmp_path / "nothing"], tmp_path, ALLOWED)


def test_a_file_that_is_no_program_is_missing(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("x")
    with pytest.raises(ProgramError, match="missing"):
        program_output([tmp_path / "text"], tmp_path, ALLOWED)


def test_a_program_that_hangs_is_ended_in_time(tmp_path: Path) -> None:
    begin = time.monotonic()
    assert failure("import time; time.sleep(600)", tmp_path, Allowance(1)) == ("time", "1 s")
    assert time.monotonic() - begin < 10


def test_a_program_that_will_not_end_is_ended(tmp_path: Path) -> None:
    code = "import signal, time; [signal.signal(s, signal.SIG_IGN) for s in (2, 1, 15)]; time.sleep(600)"
    assert failure(code, tmp_path, Allowance(1)) == ("time", "1 s")


def test_a_program_that_waits_for_input_gets_its_end(tmp_path: Path) -> None:
    assert python("import sys; print(len(sys.stdin.read()))", tmp_path) == b"0\n"


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        ("import os; os.kill(os.getpid(), 11)", ("crash", "SIGSEGV")),
        ("import os; os.abort()", ("crash", "SIGABRT")),
        ("raise SystemExit(7)", ("exit", "7")),
    ],
)
def test_a_program_that_breaks_says_how(code: str, ending: tuple[str, str], tmp_path: Path) -> None:
    assert failure(code, tmp_path) == ending


def test_a_flood_is_stopped_at_its_limit(tmp_path: Path) -> None:
    code = f"{HEEDLESS}\nwhile True: os.write(1, b'x' * 65536)"
    begin = time.monotonic()
    assert failure(code, tmp_path, Allowance(60, output=1_000_000)) == ("output", "1000000 bytes")
    assert time.monotonic() - begin < 20


def test_who_goes_on_after_its_limit_has_written_too_much(tmp_path: Path) -> None:
    code = "import os\ntry:\n  while True: os.write(1, b'x' * 65536)\nexcept OSError: pass"
    assert failure(code, tmp_path, Allowance(60, output=1_000_000))[0] == "output"


def test_a_flood_of_complaints_fills_nothing(tmp_path: Path) -> None:
    assert python("import sys; sys.stderr.write('x' * 10_000_000); print('done')", tmp_path) == b"done\n"


def test_a_flood_into_a_file_of_its_own_is_stopped_too(tmp_path: Path) -> None:
    code = f"{HEEDLESS}; f = os.open('big', os.O_CREAT | os.O_WRONLY)\nwhile True: os.write(f, b'x' * 65536)"
    assert failure(code, tmp_path, Allowance(60, output=1_000_000))[0] == "output"
    assert (tmp_path / "big").stat().st_size <= 1_000_000


def test_hunger_for_memory_ends_the_program_only(tmp_path: Path) -> None:
    assert failure("x = bytes(1 << 30)", tmp_path, Allowance(20, memory=512 * 1024**2)) == ("exit", "1")


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    code = "import os, time\nchild = os.fork()\nif child: print(child)\nelse: time.sleep(600)"
    child = int(python(code, tmp_path))
    assert soon(lambda: not lives(child))


def test_a_program_sees_little_of_our_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOPSAVILKUMS_SECRET", "x")
    seen = python("import os; print(sorted(os.environ), os.environ['HOME'], os.getcwd())", tmp_path).decode()
    assert "KOPSAVILKUMS_SECRET" not in seen
    assert seen.count(str(tmp_path)) == 2


def test_a_program_gets_no_file_of_ours(tmp_path: Path) -> None:
    with (tmp_path / "ours").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        code = f"import os\ntry: os.fstat({ours.fileno()})\nexcept OSError: print('closed')"
        assert python(code, tmp_path) == b"closed\n"


def test_nothing_of_the_exchange_is_left_in_the_folder(tmp_path: Path) -> None:
    python("print('x')", tmp_path, stdin=b"y")
    assert not list(tmp_path.iterdir())


def address_space(folder: Path) -> bytes:
    """What a program sees of its limit; behind the fence only those with known names are started."""
    program = folder / "tesseract"
    program.symlink_to(sys.executable)
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    return program_output([program, "-I", "-c", code], folder, Allowance(20, memory=3 * 1024**3))


@pytest.mark.skipif(sys.platform != "linux", reason="macOS has no limit of address space")
def test_behind_the_fence_a_program_may_have_more_memory_than_we(tmp_path: Path) -> None:
    result = fenced_result(address_space, (tmp_path,), Limits(memory=2 * 1024**3), folder=tmp_path)
    assert result == b"%d\n" % (3 * 1024**3)


PARENT = """
import sys
from pathlib import Path
from pipeline.sources.programs import Allowance, program_output
code = "import os, time; open('started', 'w').write(str(os.getpid())); os.rename('started', 'pid'); time.sleep(600)"
program_output([sys.executable, "-c", code], Path(sys.argv[1]), Allowance(600))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_a_program_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)])  # noqa: S603
    try:
        assert soon((tmp_path / "pid").exists)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    program = int((tmp_path / "pid").read_text())
    assert soon(lambda: not lives(program))
