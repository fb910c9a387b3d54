"""The only door to cryptography: whether a certificate is that of a person or of an organisation's seal.

It gives one word. Nothing of a subject leaves this file, nor does an exception, whose text might tell of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cryptography import x509
from cryptography.x509.oid import ExtensionOID, NameOID

Signer = Literal["person", "seal", "unknown"]

# ETSI EN 319 412-5, 4.2.3: the DER form of id-etsi-qct-esign and id-etsi-qct-eseal in the statement of a certificate.
QC_STATEMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3")
FOR_SIGNATURES = bytes.fromhex("0607 0400 8e46 0106 01")
FOR_SEALS = bytes.fromhex("0607 0400 8e46 0106 02")
# EN 319 412-1, 5.1.3: how the serial number of a natural person begins.
OF_PERSONS = ("PNO", "PAS", "IDC")


def signed_by(certificates: Sequence[bytes]) -> Signer:
    """Who signed by these certificates of one signature, in DER; those of authorities are passed over."""
    for each in certificates:
        try:
            certificate = x509.load_der_x509_certificate(each)
            if not _is_authority(certificate):
                return _owner(certificate)
        except Exception:  # noqa: BLE001, S112 -- a hostile certificate raises nearly anything, and its text is not shown
            continue
    return "unknown"


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        constraints = certificate.extensions.get_extension_for_oid(ExtensionOID.BASIC_CONSTRAINTS).value
    except x509.ExtensionNotFound:
        return False
    return isinstance(constraints, x509.BasicConstraints) and constraints.ca


def _owner(certificate: x509.Certificate) -> Signer:
    """By its purpose where it states one, else by what its subject is made of."""
    purposes = _purposes(certificate)
    if (FOR_SIGNATURES in purposes) != (FOR_SEALS in purposes):
        return "seal" if FOR_SEALS in purposes else "person"
    subject = certificate.subject
    numbers = [str(each.value) for each in subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)]
    names = [*subject.get_attributes_for_oid(NameOID.GIVEN_NAME), *subject.get_attributes_for_oid(NameOID.SURNAME)]
    if names or any(each.startswith(OF_PERSONS) for each in numbers):
        return "person"
    organisation = (NameOID.ORGANIZATION_IDENTIFIER, NameOID.ORGANIZATION_NAME)
    return "seal" if any(subject.get_attributes_for_oid(each) for each in organisation) else "unknown"


def _purposes(certificate: x509.Certificate) -> bytes:
    try:
        statements = certificate.extensions.get_extension_for_oid(QC_STATEMENTS).value
    except x509.ExtensionNotFound:
        return b""
    return statements.value if isinstance(statements, x509.UnrecognizedExtension) else b""
