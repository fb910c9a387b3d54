"""Tests of pipeline/extract."""
