"""What a scan may be, and what it may cost."""

from __future__ import annotations

MAX_SCANNED_PAGES = 40
"""Pages of one document that are recognised; the longest summary seen has four."""
MAX_PIXELS = 60_000_000
"""Pixels of one page of a picture file: A4 at 600 dots for each inch has 35 million."""
MAX_PAGE_POINTS = 1300
"""The longer side of a page in points; A3 has 1191."""
SECONDS_A_PAGE = 45.0
"""What the recognition of a page is given of the clock; it takes three to five seconds alone on a processor."""
SECONDS_A_CALL = 40.0
"""One call of the recogniser; such a call takes one or two seconds."""
MAX_PIECES = 400
"""Pieces of one page that are recognised one by one; a form has twenty cells."""
MAX_STROKES = 1200
"""Ruling lines of one page; a form has a dozen."""
MAX_OUTPUT = 4_000_000
"""Bytes that the recogniser may write in one call; for a full page it writes 60 000."""
MAX_OVERLAP = 5
"""How many times the page its pieces together may be: they lie in each other only in frames."""
LEAST_DPI = 140
"""Dots for each inch below which digits are lost without a trace: at 100 `18 826,66` became `826,66` (measured)."""
