"""Words and ruling lines into the rows of the form."""
