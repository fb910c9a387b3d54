"""Tests of pipeline/sources."""
