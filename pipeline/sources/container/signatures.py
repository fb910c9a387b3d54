"""The XML of a container's signatures → when it was signed, by whom of two kinds, and which bytes it names.

XMLDSig and XAdES as ASiC-E (ETSI EN 319 162-1) uses them. Nothing is verified, and
nothing of the signer is kept but whether a person or a seal signed.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree
from msgspec import Struct

from pipeline.sources.container.signer import Signer, signed_by

DS = "{http://www.w3.org/2000/09/xmldsig#}"
# EN 319 162-1, 4.4.3.2, and the names that Latvian programs use; a detached CAdES signature has another end.
SIGNATURE_FILE = re.compile(r"META-INF/[^/]*signatures?[^/]*\.(?:xml|p7s)", re.IGNORECASE)
# RFC 3275 6.1, RFC 6931 2.1, XML Encryption 5.7.
ALGORITHMS = {
    "http://www.w3.org/2000/09/xmldsig#sha1": "sha1",
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}
PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
MAX_REFERENCES = 2_000


class UnreadableSignatureError(Exception):
    """A signature's XML cannot be read; it says nothing of what stands there."""


class Reference(Struct, frozen=True):
    """A file that a signature names, as written and with its percent signs decoded, and the digest that it states.

    `algorithm` is a name of hashlib, "" where it is none of those known here;
    `of_bytes` says whether the digest is of the file as it is, not of something made of it.
    """

    written: str
    name: str
    algorithm: str
    digest: bytes
    of_bytes: bool


class Signature(Struct, frozen=True):
    """A signature. `at` is when its signer claims to have signed, with a zone, None where nothing readable says so."""

    at: datetime | None
    by: Signer
    references: tuple[Reference, ...]


def signatures_of(xml: bytes) -> list[Signature]:
    """The signatures in a file. Raises UnreadableSignatureError where it is no XML, has a DTD, or holds none."""
    try:
        root = _root(xml)
        found = [_signature(each) for each in root.iter(f"{DS}Signature") if not _countersigns(each)]
    except (etree.LxmlError, ValueError, binascii.Error):
        found = []
    if not found:
        raise UnreadableSignatureError
    return found


def _root(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError
    return root


def _countersigns(signature: etree._Element) -> bool:
    """Whether it signs another signature."""
    return any(etree.QName(each).localname == "CounterSignature" for each in signature.iterancestors())


def _signature(signature: etree._Element) -> Signature:
    references = tuple(_references(signature))
    certificates = [base64.b64decode(each.text or "") for each in signature.iter(f"{DS}X509Certificate")]
    return Signature(_signing_time(signature), signed_by(certificates), references)


def _references(signature: etree._Element) -> Iterator[Reference]:
    """The files that it names, directly or in a list of its own; what lies in its own XML is no file."""
    found = [each for part in ("SignedInfo", "Manifest") for each in signature.iterfind(f".//{DS}{part}/{DS}Reference")]
    if len(found) > MAX_REFERENCES:
        raise ValueError
    for each in found:
        uri = (each.get("URI") or "").strip()
        if uri and not uri.startswith("#"):
            method, digest = each.find(f"{DS}DigestMethod"), each.findtext(f"{DS}DigestValue")
            algorithm = ALGORITHMS.get(method.get("Algorithm", ""), "") if method is not None else ""
            stated = base64.b64decode("".join((digest or "").split()))
            of_bytes = each.find(f"{DS}Transforms/{DS}Transform") is None
            yield Reference(uri, file_name(uri), algorithm, stated, of_bytes)


def file_name(uri: str) -> str:
    """The name that a reference means.

    >>> file_name("P%C4%81rskats%202023.pdf"), file_name("100%.pdf")
    ('Pārskats 2023.pdf', '100%.pdf')
    """
    plain = PERCENT.sub(lambda found: bytes([int(found[1], 16)]), uri.encode("utf-8", "surrogatepass"))
    return plain.decode("utf-8", "replace")


def _signing_time(signature: etree._Element) -> datetime | None:
    """XAdES' SigningTime, whichever of its versions; without a zone it is taken for UTC, as XAdES asks for it."""
    for each in signature.iter("{*}SigningTime"):
        try:
            stated = datetime.fromisoformat((each.text or "").strip())
            return (stated if stated.tzinfo else stated.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
        except (ValueError, OverflowError):
            continue
    return None
