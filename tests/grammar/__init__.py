"""Tests of pipeline/grammar."""
