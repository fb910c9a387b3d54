"""The report: an overview and a page for each document, each a file that needs no other."""

PAGE_PRELOAD = ("pipeline.exports.report.warm_pages",)
"""What each process that draws a page needs; they are forked from one that has it."""
