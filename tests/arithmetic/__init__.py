"""The arithmetic that is shown."""
