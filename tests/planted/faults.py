"""Every planted fault, one for each document."""

from __future__ import annotations

from tests.planted import faults_a_money, faults_a_words, faults_b_money, faults_b_words, faults_unstated
from tests.planted.fault import Fault, Raised

__all__ = ["FAULTS", "Fault", "Raised"]

FAULTS: tuple[Fault, ...] = (
    *faults_a_words.FAULTS,
    *faults_a_money.FAULTS,
    *faults_b_words.FAULTS,
    *faults_b_money.FAULTS,
    *faults_unstated.FAULTS,
)
