"""Kopsavilkums: reads summaries of delegated state tasks into checked tables."""

__version__ = "0.1.0"
