"""Tests of pipeline/tables."""
