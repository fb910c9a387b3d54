"""Scanned pages: pictures, lines, pieces, looks, limits."""
