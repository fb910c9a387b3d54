"""What a submission may hold and cost: every limit in one place, with its unit and its reason.

What is above a limit is refused, and the message names the limit. What a program may use
stands beside the program that is started (`office`, `ocr/tesseract`) by these numbers.
"""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MAX_LAID_PIXELS = 40_000_000
"""Pixels of a picture on a PDF's page that is looked through; A4 at 600 dots for each inch has 35 million."""
MAX_SLOWLY_LOCKED = 10 * MEGABYTE
"""Bytes of an entry of a ZIP file that is protected in the traditional way, a megabyte in a second."""
MAX_SPINS = 1_000_000
"""How often a protected office file may have its password hashed; Word does so 100 000 times."""
