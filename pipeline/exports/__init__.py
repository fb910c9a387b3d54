"""Tables and findings into files."""
