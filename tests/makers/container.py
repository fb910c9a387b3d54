"""Containers as signing programs make them: `mimetype` first and stored, a manifest, XAdES signatures by made certificates."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Literal
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

MARKED = ("Zebiekste", "Marķētais", "010190-12345", "40003000000", "Zebiekstes fonds")
"""What stands in the subjects of these certificates, and may stand nowhere else."""

QC_STATEMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
QC_TYPES = {"person": "060704008e46010601", "seal": "060704008e46010602"}
ALGORITHMS = {
    "sha1": "http://www.w3.org/2000/09/xmldsig#sha1",
    "sha256": "http://www.w3.org/2001/04/xmlenc#sha256",
    "sha384": "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "sha512": "http://www.w3.org/2001/04/xmlenc#sha512",
}
ASICE = "application/vnd.etsi.asic-e+zip"
Kind = Literal["person", "seal"]


@dataclass(frozen=True)
class Signed:
    """A signature to make. `files` are the contents that it signs, by default those of the container.

    `extra` is put into its SignedInfo, in front of the references.
    """

    by: Kind = "person"
    at: str = "2025-08-01T09:30:00Z"
    algorithm: str = "sha256"
    files: Mapping[str, bytes] | None = None
    qualified: bool = True
    extra: str = ""
    uris: Mapping[str, str] = field(default_factory=dict)


def edoc(
    files: Mapping[str, bytes],
    signatures: Sequence[Signed] = (Signed(),),
    *,
    mimetype: str = ASICE,
    name: str = "META-INF/edoc-signatures-S{}.xml",
) -> bytes:
    """A signed container; without `mimetype` it has none, as some do."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr(entry("mimetype"), mimetype, zipfile.ZIP_STORED)
        for each, content in files.items():
            archive.writestr(entry(each), content)
        archive.writestr(entry("META-INF/manifest.xml"), _manifest(list(files), mimetype))
        for number, each in enumerate(signatures, start=1):
            archive.writestr(entry(name.format(number)), signature_xml(each, files))
    return target.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A plain archive; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in files.items():
            archive.writestr(entry(each), content)
    return target.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """An entry of a fixed day."""
    made = zipfile.ZipInfo(name, (2025, 8, 1, 12, 0, 0))
    made.compress_type, made.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return made


def signature_xml(signed: Signed, files: Mapping[str, bytes]) -> bytes:
    """XAdES as such programs write it, but that its signature value is made up."""
    named = files if signed.files is None else signed.files
    references = "".join(
        _reference(signed.uris.get(each, quote(each)), content, signed.algorithm, number)
        for number, (each, content) in enumerate(named.items())
    )
    certificate = base64.b64encode(certificate_der(signed.by, signed.qualified)).decode()
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
 xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><ds:Signature Id="S1"><ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>{signed.extra}{references}
<ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#S1-props"><ds:DigestMethod
 Algorithm="{ALGORITHMS["sha256"]}"/><ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>
<ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><ds:X509Data>
<ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
<ds:Object><xades:QualifyingProperties Target="#S1"><xades:SignedProperties Id="S1-props">
<xades:SignedSignatureProperties><xades:SigningTime>{signed.at}</xades:SigningTime><xades:SignerRole>
<xades:ClaimedRoles><xades:ClaimedRole>{MARKED[0]} {MARKED[2]}</xades:ClaimedRole></xades:ClaimedRoles>
</xades:SignerRole></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object>
</ds:Signature></asic:XAdESSignatures>""".encode()


def _reference(uri: str, content: bytes, algorithm: str, number: int) -> str:
    digest = base64.b64encode(hashlib.new(algorithm, content).digest()).decode()
    return (
        f'<ds:Reference Id="r{number}" URI={quoteattr(uri)}><ds:DigestMethod Algorithm="{ALGORITHMS[algorithm]}"/>'
        f"<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>"
    )


def _manifest(files: Sequence[str], mimetype: str) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path={quoteattr(each)} manifest:media-type="application/octet-stream"/>'
        for each in files
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>{entries}</manifest:manifest>'
    )


@cache
def certificate_der(kind: Kind, qualified: bool = True) -> bytes:
    """A self-signed certificate of a made-up person or organisation; `qualified` says what it may sign."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(each, value) for each, value in _subject(kind)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "eParaksts")]))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2034, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    if qualified:
        statement = bytes.fromhex(QC_TYPES[kind])
        builder = builder.add_extension(
            x509.UnrecognizedExtension(QC_STATEMENTS, _statements(statement)), critical=False
        )
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _subject(kind: Kind) -> list[tuple[x509.ObjectIdentifier, str]]:
    first, last, code, number, organisation = MARKED
    if kind == "seal":
        return [
            (NameOID.COUNTRY_NAME, "LV"),
            (NameOID.ORGANIZATION_NAME, organisation),
            (NameOID.ORGANIZATION_IDENTIFIER, f"NTRLV-{number}"),
            (NameOID.COMMON_NAME, organisation),
        ]
    return [
        (NameOID.COUNTRY_NAME, "LV"),
        (NameOID.SURNAME, last),
        (NameOID.GIVEN_NAME, first),
        (NameOID.SERIAL_NUMBER, f"PNOLV-{code}"),
        (NameOID.COMMON_NAME, f"{first} {last}"),
    ]


def _statements(purpose: bytes) -> bytes:
    """QCStatements that hold one QcType: sequences around the identifiers (EN 319 412-5)."""
    types = b"\x30" + bytes([len(purpose)]) + purpose
    statement = bytes.fromhex("060604008e460106") + types
    inner = b"\x30" + bytes([len(statement)]) + statement
    return b"\x30" + bytes([len(inner)]) + inner
