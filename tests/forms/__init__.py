"""Tests of pipeline/forms."""
