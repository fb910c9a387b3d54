"""What arrives, as opened documents: words and ruling lines, page by page."""
