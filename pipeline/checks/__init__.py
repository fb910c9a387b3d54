"""Tables into findings, by Great Expectations suites."""
