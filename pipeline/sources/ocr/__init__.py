"""Scanned pages → words and ruling lines: the picture made upright, its lines found, recognised cell by cell."""
