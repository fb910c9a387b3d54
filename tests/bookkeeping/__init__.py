"""Tests of pipeline/bookkeeping."""
