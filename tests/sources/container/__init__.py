"""Tests of pipeline/sources/container."""
