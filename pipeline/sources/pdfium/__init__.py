"""PDFium as a reader: the letters, words and painted paths of a page, by few calls for each letter."""
