"""Tests of pipeline/layout."""
