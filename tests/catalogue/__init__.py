"""Tests of the one catalogue: what people read, in both languages, and nowhere else."""
