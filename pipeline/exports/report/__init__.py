"""The report: an overview and a page for each document, each a file that needs no other."""
