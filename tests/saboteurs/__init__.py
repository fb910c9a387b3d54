"""The failures of the world, each by its name."""
