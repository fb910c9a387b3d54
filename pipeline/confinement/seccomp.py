"""Seccomp: from now on this process, and all that it starts, opens no sockets but those of this machine's files.

What could reach into other processes, or opens sockets in other ways, is refused
too. Sources: linux/filter.h, linux/seccomp.h, linux/audit.h, and each processor's
table of system calls.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from collections.abc import Sequence

from msgspec import Struct

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 38, 22
_FILTER_MODE = 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_JMP|JGE|K, BPF_RET|K
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
# Where struct seccomp_data holds the number of the call, the processor and the lower half of the first argument.
_NUMBER_AT, _PROCESSOR_AT, _FIRST_AT = 0, 4, 16
_AF_UNIX = 1
_INSTRUCTION = struct.Struct("=HBBI")


class Processor(Struct, frozen=True):
    """Its name in the kernel, its `socket` call, and its calls that are refused altogether.

    Those are ptrace, process_vm_readv, process_vm_writev, pidfd_getfd and io_uring_setup.
    """

    audit: int
    socket: int
    refused: tuple[int, ...]


PROCESSORS = {
    "x86_64": Processor(0xC000003E, 41, (101, 310, 311, 438, 425)),
    "aarch64": Processor(0xC00000B7, 198, (117, 270, 271, 438, 425)),
}
# From here on stand the calls of a second table of the same processor, which nothing here needs.
_SECOND_TABLE = 0x40000000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def confine_by_seccomp() -> bool:
    """Confines this process; whether it is confined."""
    processor = PROCESSORS.get(platform.machine())
    if sys.platform != "linux" or processor is None or sys.maxsize < 2**32:
        return False
    instructions = _instructions(processor)
    program = _Program(len(instructions), b"".join(instructions))
    prctl = ctypes.CDLL(None).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def _instructions(processor: Processor) -> Sequence[bytes]:
    """The filter; its last two instructions allow and refuse."""
    steps: list[tuple[int, int, str, str]] = [
        (_LOAD, _PROCESSOR_AT, "", ""),
        (_EQUAL, processor.audit, "", "refuse"),
        (_LOAD, _NUMBER_AT, "", ""),
        (_AT_LEAST, _SECOND_TABLE, "refuse", ""),
        *((_EQUAL, number, "refuse", "") for number in processor.refused),
        (_EQUAL, processor.socket, "", "allow"),
        (_LOAD, _FIRST_AT, "", ""),
        (_EQUAL, _AF_UNIX, "allow", "refuse"),
        (_RETURN, _ALLOW, "", ""),
        (_RETURN, _REFUSE | errno.EACCES, "", ""),
    ]
    ends = {"allow": len(steps) - 2, "refuse": len(steps) - 1}

    def skipped(place: int, label: str) -> int:
        """A jump says how many instructions to skip."""
        return ends[label] - place - 1 if label else 0

    return [
        _INSTRUCTION.pack(code, skipped(place, holds), skipped(place, fails), value)
        for place, (code, value, holds, fails) in enumerate(steps)
    ]
