"""Containers that are made to break what opens them: each with what is told of it, and of what in it."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.makers.container import Signed, edoc, entry, signature_xml, zipped

LETTER = "Labdien! Pielikumā kopsavilkums.".encode()
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Saboteur:
    """A container's bytes. `refused` are the names in it with a part of the reason; "" is the container itself.

    `kept` are the files in it that are read all the same.
    """

    content: Callable[[], bytes]
    refused: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()


def raw_zip(*members: tuple[bytes, bytes], **stated: int) -> bytes:
    """An archive without the kindness of a library: names are bytes, and `stated` replaces fields of all entries.

    Fields are `flags`, `method`, `crc`, `packed`, `size` and `mode`.
    """
    body, directory = bytearray(), bytearray()
    for name, content in members:
        fields = {
            "flags": 0,
            "method": 0,
            "crc": zlib.crc32(content),
            "packed": len(content),
            "size": len(content),
            "mode": 0,
        } | stated
        sizes = struct.pack("<3L", fields["crc"], fields["packed"], fields["size"])
        head = struct.pack("<5H", 20, fields["flags"], fields["method"], 0, 0)[:10] + sizes
        offset = len(body)
        body += b"PK\x03\x04" + head + struct.pack("<2H", len(name), 0) + name + content
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head
        directory += struct.pack("<5H2L", len(name), 0, 0, 0, 0, fields["mode"] << 16, offset) + name
    count = len(members)
    return bytes(body + directory) + struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0
    )


def _ratio() -> bytes:
    return zipped({"bomb.txt": b"0" * (20 * MEGABYTE), "letter.txt": LETTER})


def _total() -> bytes:
    """Six files of ninety megabytes, none of which is packed by much."""
    packed = b"0" * (MEGABYTE // 2)
    one = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = one.compress(packed) + one.flush()
    members = [(f"{number}.txt".encode(), content) for number in range(6)]
    return raw_zip(*members, method=8, size=90 * MEGABYTE)


def _too_large() -> bytes:
    return raw_zip((b"large.txt", b"0" * MEGABYTE), method=8, size=101 * MEGABYTE)


def _many() -> bytes:
    return zipped({f"{number}.txt": b"" for number in range(1_001)})


def _as_many_as_a_directory_holds() -> bytes:
    return raw_zip(*((str(number).encode(), b"") for number in range(65_535)))


def _more_than_a_directory_holds() -> bytes:
    """ZIP64: the directory states a million entries in forty megabytes."""
    directory = (b"PK\x01\x02" + bytes(42)) * 1_000_000
    start = b"PK\x03\x04" + bytes(26)
    end_64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, len(directory), len(start))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(start) + len(directory), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return start + directory + end_64 + locator + end


def nested(depth: int) -> bytes:
    """A letter in so many archives."""
    content = zipped({"letter.txt": LETTER})
    for _ in range(depth - 1):
        content = zipped({"in.zip": content})
    return content


def _many_in_many() -> bytes:
    """Nine hundred files in an archive, and the same archive twice in another."""
    inner = zipped({f"{number}.txt": b"" for number in range(900)})
    return zipped({"a.zip": inner, "b.zip": inner})


def _cut_short() -> bytes:
    return edoc({"letter.txt": LETTER})[:-30]


def _overlapping() -> bytes:
    """D. Fifield's quoted overlap: each file holds the header of the next one, and all share the last bytes."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(b"0" * MEGABYTE) + kernel.flush()
    names = [f"{number}.txt".encode() for number in range(20)]
    blocks = [_local(names[-1], len(packed), MEGABYTE) + packed]
    sizes = [(len(packed), MEGABYTE)]
    for name in reversed(names[:-1]):
        quoted = _local_of(blocks[0])
        prefix = b"\x00" + struct.pack("<2H", len(quoted), len(quoted) ^ 0xFFFF)
        sizes.insert(0, (sizes[0][0] + len(prefix) + len(quoted), sizes[0][1] + len(quoted)))
        blocks.insert(0, _local(name, *sizes[0]) + prefix)
    body = b"".join(blocks)
    offsets = [sum(map(len, blocks[:place])) for place in range(len(blocks))]
    directory = b"".join(_central(*each) for each in zip(names, sizes, offsets, strict=True))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(body), 0)
    return body + directory + end


def _local(name: bytes, packed: int, size: int) -> bytes:
    return struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, packed, size, len(name), 0) + name


def _local_of(block: bytes) -> bytes:
    return block[: 30 + struct.unpack_from("<H", block, 26)[0]]


def _central(name: bytes, sizes: tuple[int, int], offset: int) -> bytes:
    fields = (b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, *sizes, len(name), 0, 0, 0, 0, 0, offset)
    return struct.pack("<4s6H3L5H2L", *fields) + name


def _link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = entry("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr(entry("letter.txt"), LETTER)
    return target.getvalue()


def _other_name_inside() -> bytes:
    """The directory says `letter.txt`, the entry itself something else."""
    content = bytearray(raw_zip((b"letter.txt", LETTER)))
    content[30:40] = b"virus0.exe"
    return bytes(content)


def _cut_entry() -> bytes:
    content = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (content.compress(LETTER * 50) + content.flush())[:-8]
    return raw_zip((b"cut.txt", packed), method=8, size=len(LETTER) * 50, crc=zlib.crc32(LETTER * 50))


def _nested_bomb_beside_a_letter() -> bytes:
    return zipped({"bomb.zip": _overlapping(), "letter.txt": LETTER, "cut.zip": zipped({"a": b"a"})[:-5]})


def signed_with(xml: bytes) -> bytes:
    """A container whose one signature file is this."""
    parts = {"mimetype": b"application/vnd.etsi.asic-e+zip", "letter.txt": LETTER}
    return zipped({**parts, "META-INF/signatures0.xml": xml})


def _with_doctype(doctype: str, used: str) -> bytes:
    xml = signature_xml(Signed(), {"letter.txt": LETTER}).decode()
    declaration, rest = xml.split("\n", 1)
    return f"{declaration}\n{doctype}\n{rest}".replace(
        "AAAA</ds:SignatureValue>", f"{used}</ds:SignatureValue>"
    ).encode()


def entity_bomb() -> bytes:
    """A billion laughs in a signature."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _with_doctype(f'<!DOCTYPE a [<!ENTITY l0 "ha">{entities}]>', "&l9;")


def outside_entity() -> bytes:
    """A signature that wants a file of this computer, and one of the network."""
    doctype = '<!DOCTYPE a SYSTEM "http://localhost:9/x.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return _with_doctype(doctype, "&f;")


CONTAINERS = {
    "bomb-by-ratio.zip": Saboteur(_ratio, {"bomb.txt": "vairāk nekā 200 reizes"}, ("letter.txt",)),
    "bomb-by-size.zip": Saboteur(_total, {"": "vairāk nekā 500 MB"}),
    "file-too-large.zip": Saboteur(_too_large, {"large.txt": "lielāks par 100 MB"}),
    "bomb-by-count.zip": Saboteur(_many, {"": "vairāk nekā 1000 ierakstu"}),
    "65535-entries.zip": Saboteur(_as_many_as_a_directory_holds, {"": "vairāk nekā 1000 ierakstu"}),
    "million-entries.zip": Saboteur(_more_than_a_directory_holds, {"": "vairāk nekā 1000 ierakstu"}),
    "bomb-by-depth.zip": Saboteur(lambda: nested(6), {"/".join(["in.zip"] * 4): "vairāk nekā 4 līmeņos"}),
    "as-deep-as-a-quine.zip": Saboteur(lambda: nested(300), {"/".join(["in.zip"] * 4): "vairāk nekā 4 līmeņos"}),
    "deep-enough.zip": Saboteur(lambda: nested(4), {}, ("in.zip/in.zip/in.zip/letter.txt",)),
    "many-in-many.zip": Saboteur(
        _many_in_many, {"b.zip": "vairāk nekā 1000 ierakstu"}, tuple(f"a.zip/{number}.txt" for number in range(900))
    ),
    "cut-short.edoc": Saboteur(_cut_short, {"": "bojāts vai nepilnīgs"}),
    "overlapping.zip": Saboteur(_overlapping, {"": "pārklājas"}),
    "empty.zip": Saboteur(lambda: zipped({}), {"": "nav neviena faila"}),
    "only-a-folder.zip": Saboteur(lambda: zipped({"mape/": b""}), {"": "nav neviena faila"}),
    "only-a-signature.edoc": Saboteur(lambda: edoc({}), {"": "nav neviena faila"}),
    "link.zip": Saboteur(_link, {"link.txt": "saite"}, ("letter.txt",)),
    "climbing.zip": Saboteur(
        lambda: zipped({"../../a.txt": LETTER, "b/../../../c.txt": LETTER, "letter.txt": LETTER}),
        {"a.txt": "ved ārpus", "b/c.txt": "ved ārpus"},
        ("letter.txt",),
    ),
    "absolute.zip": Saboteur(lambda: raw_zip((b"/etc/passwd", LETTER)), {"etc/passwd": "ved ārpus"}),
    "drive.zip": Saboteur(lambda: raw_zip((b"C:\\Windows\\a.txt", LETTER)), {"C:/Windows/a.txt": "ved ārpus"}),
    "backslashes-climb.zip": Saboteur(lambda: raw_zip((b"..\\..\\a.txt", LETTER)), {"a.txt": "ved ārpus"}),
    "backslashes.zip": Saboteur(lambda: raw_zip((b"mape\\a.txt", LETTER)), {}, ("mape/a.txt",)),
    "nul.zip": Saboteur(lambda: raw_zip((b"a.txt\x00.exe", LETTER)), {}, ("a.txt\ufffd.exe",)),
    "reserved.zip": Saboteur(lambda: raw_zip((b"CON", LETTER), (b"nul.txt", LETTER)), {}, ("CON", "nul.txt")),
    "same-names.zip": Saboteur(
        lambda: raw_zip((b"a.txt", b"1"), (b"a.txt", b"2"), (b"A.TXT", b"3"), (b"a.txt (2)", b"4")),
        {},
        ("a.txt", "a.txt (2)", "A.TXT", "a.txt (2) (2)"),
    ),
    "long-name.zip": Saboteur(lambda: raw_zip((b"x" * 60_000, LETTER)), {}, ("x" * 100 + "…" + "x" * 100,)),
    "states-too-little.zip": Saboteur(
        lambda: raw_zip((b"a.txt", zlib.compress(LETTER * 9, 9)[2:-4]), method=8, size=5), {"a.txt": "nav tāds, kādu"}
    ),
    "states-too-much.zip": Saboteur(lambda: raw_zip((b"a.txt", LETTER), size=5_000), {"a.txt": "nav tāds, kādu"}),
    "wrong-sum.zip": Saboteur(lambda: raw_zip((b"a.txt", LETTER), crc=7), {"a.txt": "nav tāds, kādu"}),
    "cut-entry.zip": Saboteur(_cut_entry, {"cut.txt": "nav tāds, kādu"}),
    "other-name-inside.zip": Saboteur(_other_name_inside, {"letter.txt": "nav tāds, kādu"}),
    "encrypted.zip": Saboteur(lambda: raw_zip((b"a.txt", LETTER), flags=1), {"a.txt": "aizsargāts ar paroli"}),
    "odd-method.zip": Saboteur(lambda: raw_zip((b"a.txt", LETTER), method=14), {"a.txt": "reti lietotā veidā"}),
    "bomb-beside-a-letter.zip": Saboteur(
        _nested_bomb_beside_a_letter, {"bomb.zip": "pārklājas", "cut.zip": "bojāts"}, ("letter.txt",)
    ),
    "names-a-missing-file.edoc": Saboteur(
        lambda: edoc({"letter.txt": LETTER}, [Signed(files={"letter.txt": LETTER, "../gone.pdf": b""})]),
        {"gone.pdf": "konteinerā tā nav"},
        ("letter.txt",),
    ),
    "entity-bomb.edoc": Saboteur(lambda: signed_with(entity_bomb()), {}, ("letter.txt",)),
    "outside-entity.edoc": Saboteur(lambda: signed_with(outside_entity()), {}, ("letter.txt",)),
}
