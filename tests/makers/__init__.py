"""Documents drawn from their contents, for tests."""
