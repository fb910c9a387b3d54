"""Rows of the form into records."""
