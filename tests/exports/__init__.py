"""Tests of pipeline/exports."""
