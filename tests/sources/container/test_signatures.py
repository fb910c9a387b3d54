"""What the signatures of a container say of its files; nothing is verified."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from pipeline.membership import Signing
from pipeline.sources.container.unpacking import members
from tests.makers.container import ALGORITHMS, MARKED, Signed, edoc, signature_xml, zipped
from tests.saboteurs.containers import entity_bomb, outside_entity, signed_with

FILES = {"Pārskats 1.pdf": b"viens", "mape/b.docx": b"divi"}


def signings(folder: Path, content: bytes) -> dict[str, Signing | None]:
    """What is said of each file in the container of these bytes, by its name."""
    path, scratch = folder / "container", folder / "scratch"
    path.write_bytes(content)
    scratch.mkdir(exist_ok=True)
    found = members(path, scratch)
    assert found is not None
    return {each.name: each.signing for each in found if each.path}


def first(folder: Path, *signatures: Signed) -> Signing:
    """What these signatures say of the first of the files."""
    signing = signings(folder, edoc(FILES, signatures))["Pārskats 1.pdf"]
    assert signing is not None
    return signing


def test_a_file_that_was_signed_is_what_was_signed(tmp_path: Path) -> None:
    assert first(tmp_path, Signed()) == Signing(1, "2025-08-01T09:30:00Z", "person", "match")


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_each_digest_is_compared(algorithm: str, tmp_path: Path) -> None:
    changed = Signed(algorithm=algorithm, files=FILES | {"Pārskats 1.pdf": b"cits"})
    assert first(tmp_path, Signed(algorithm=algorithm)).digests == "match"
    (tmp_path / "changed").mkdir()
    assert first(tmp_path / "changed", changed).digests == "differ"


def test_a_file_that_was_changed_after_signing_differs_and_the_other_does_not(tmp_path: Path) -> None:
    found = signings(tmp_path, edoc(FILES, [Signed(files=FILES | {"mape/b.docx": b"cits"})]))
    assert {name: each.digests for name, each in found.items() if each} == {
        "Pārskats 1.pdf": "match",
        "mape/b.docx": "differ",
    }


def test_a_file_that_no_signature_names_is_told_of(tmp_path: Path) -> None:
    assert first(tmp_path, Signed(files={"mape/b.docx": b"divi"})) == Signing(0, "", "", "missing")


def test_of_several_signatures_the_earliest_time_and_both_kinds_are_told(tmp_path: Path) -> None:
    seal = Signed("seal", at="2025-07-31T23:30:00+03:00")
    assert first(tmp_path, Signed(), seal) == Signing(2, "2025-07-31T20:30:00Z", "person_and_seal", "match")


def test_one_signature_of_other_bytes_is_enough_to_differ(tmp_path: Path) -> None:
    assert first(tmp_path, Signed(), Signed(files=FILES | {"Pārskats 1.pdf": b"cits"})).digests == "differ"


@pytest.mark.parametrize("qualified", [True, False])
@pytest.mark.parametrize("by", ["person", "seal"])
def test_a_person_is_told_from_a_seal_by_purpose_or_by_subject(by: str, qualified: bool, tmp_path: Path) -> None:
    assert first(tmp_path, Signed(by, qualified=qualified)).by == by  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "uri",
    ["P%C4%81rskats%201.pdf", "P%c4%81rskats 1.pdf", "Pārskats 1.pdf", "./P%C4%81rskats%201.pdf", "/Pārskats 1.pdf"],
)
def test_a_reference_is_understood_however_it_is_written(uri: str, tmp_path: Path) -> None:
    assert first(tmp_path, Signed(uris={"Pārskats 1.pdf": uri})).digests == "match"


@pytest.mark.parametrize(("form", "other"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_composed_and_decomposed_names_are_the_same(form: str, other: str, tmp_path: Path) -> None:
    written = quote(unicodedata.normalize(form, "Pārskats.pdf"))  # type: ignore[arg-type]
    name = unicodedata.normalize(other, "Pārskats.pdf")  # type: ignore[arg-type]
    found = signings(tmp_path, edoc({name: b"a"}, [Signed(uris={name: written})]))
    assert [each.digests for each in found.values() if each] == ["match"]


def test_a_name_with_a_percent_sign_is_found_as_it_is_written(tmp_path: Path) -> None:
    found = signings(tmp_path, edoc({"100%25.pdf": b"a"}, [Signed(uris={"100%25.pdf": "100%25.pdf"})]))
    assert [each.digests for each in found.values() if each] == ["match"]


@pytest.mark.parametrize(
    "name", ["META-INF/signatures{}.xml", "META-INF/edoc-signatures-S{}.xml", "META-INF/signatures{:03}.xml"]
)
def test_each_name_of_a_signature_file_is_known(name: str, tmp_path: Path) -> None:
    found = signings(tmp_path, edoc(FILES, name=name))
    assert {each.digests for each in found.values() if each} == {"match"}


@pytest.mark.parametrize("mimetype", ["", "application/vnd.etsi.asic-s+zip"])
def test_a_container_without_a_type_or_of_another_is_read_alike(mimetype: str, tmp_path: Path) -> None:
    assert set(signings(tmp_path, edoc(FILES, mimetype=mimetype))) == set(FILES)


def test_a_plain_archive_says_nothing_of_signatures(tmp_path: Path) -> None:
    assert signings(tmp_path, zipped(FILES)) == dict.fromkeys(FILES)


@pytest.mark.parametrize(
    "xml",
    [b"", b"<a", b"<a/>", entity_bomb(), outside_entity(), b"\xff\xfe<\x00", b"<" + b"a" * 5_000_000, b"<a>" * 50_000],
    ids=["empty", "cut short", "of nothing", "entity bomb", "outside entity", "half", "long name", "deep"],
)
def test_a_signature_that_cannot_be_read_leaves_it_unclear(xml: bytes, tmp_path: Path) -> None:
    [signing] = signings(tmp_path, signed_with(xml)).values()
    assert signing == Signing(0, "", "", "unclear")


def test_a_detached_signature_of_another_kind_leaves_it_unclear(tmp_path: Path) -> None:
    found = signings(tmp_path, zipped({"a.pdf": b"a", "META-INF/signature.p7s": b"\x30\x80"}))
    assert [each.digests for each in found.values() if each] == ["unclear"]


def test_a_digest_by_an_unknown_method_leaves_it_unclear(tmp_path: Path) -> None:
    xml = signature_xml(Signed(), {"letter.txt": b"cits"}).replace(b"xmlenc#sha256", b"xmlenc#sha3")
    [signing] = signings(tmp_path, signed_with(xml)).values()
    assert signing is not None
    assert (signing.signatures, signing.digests) == (1, "unclear")


@pytest.mark.parametrize("at", ["", "rīt", "2025-13-41T00:00:00Z", "=1+1", MARKED[0], "9999-12-31T23:59:59-14:00"])
def test_a_time_that_is_none_is_not_told(at: str, tmp_path: Path) -> None:
    assert first(tmp_path, Signed(at=at)).at == ""


def test_a_certificate_that_is_none_leaves_the_signer_unknown(tmp_path: Path) -> None:
    xml = signature_xml(Signed(), {"letter.txt": b""})
    start, stop = xml.index(b"<ds:X509Certificate>") + 20, xml.index(b"</ds:X509Certificate>")
    [signing] = signings(tmp_path, signed_with(xml[:start] + b"MIIB" + xml[stop:])).values()
    assert signing is not None
    assert signing.by == "unknown"


@pytest.mark.parametrize(
    ("inner", "outer", "told"),
    [
        ([Signed("seal")], [Signed()], ("seal", "match")),
        ([], [Signed()], ("person", "match")),
        ([Signed("seal")], [Signed(files={"in.edoc": b"cits"})], ("seal", "differ")),
        ([Signed("seal", files={"a.pdf": b"cits"})], [Signed()], ("seal", "differ")),
        ([Signed("seal", files={"c.pdf": b"cits"})], [Signed()], ("person", "match")),
        ([Signed("seal")], [Signed(files={"b.pdf": b""})], ("seal", "match")),
    ],
)
def test_of_a_container_in_a_container_the_nearest_signature_and_the_worst_digests_are_told(
    inner: Sequence[Signed], outer: Sequence[Signed], told: tuple[str, str], tmp_path: Path
) -> None:
    content = edoc({"a.pdf": b"a"}, inner) if inner else zipped({"a.pdf": b"a"})
    signing = signings(tmp_path, edoc({"in.edoc": content}, outer))["in.edoc/a.pdf"]
    assert signing is not None
    assert (signing.by, signing.digests) == told


def test_a_countersignature_is_none_of_the_file(tmp_path: Path) -> None:
    xml = signature_xml(Signed(), {"letter.txt": b""}).decode()
    own = xml[xml.index("<ds:Signature Id") : xml.index("</asic:")]
    counter = f"<xades:CounterSignature>{own}</xades:CounterSignature></ds:Object>\n</ds:Signature>"
    both = xml.replace("</ds:Object>\n</ds:Signature>", counter)
    [signing] = signings(tmp_path, signed_with(both.encode())).values()
    assert signing is not None
    assert signing.signatures == 1


def test_signatures_that_are_not_read_leave_it_unclear(tmp_path: Path) -> None:
    path = tmp_path / "a.edoc"
    path.write_bytes(edoc({"a.pdf": b"a"}))
    (tmp_path / "scratch").mkdir()
    found = members(path, tmp_path / "scratch", read_signatures=False)
    assert found is not None
    assert [replace(each.signing) for each in found if each.signing] == [Signing(0, "", "", "unclear")]
