"""Tests of pipeline/readback."""
