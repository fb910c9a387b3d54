"""What a submission may hold and cost: every limit that refuses one, with its unit and its reason.

The message of each refusal names the limit. What a process may use stands in `pipeline.fence`.
"""

from __future__ import annotations

MEGABYTE = 1024 * 1024

# Any file.
MAX_BYTES = 100 * MEGABYTE
"""Bytes of a file: far above any summary, below what would fill the memory of a worker."""
MAX_WORDS = 250_000
"""Words of a document; the real one has 1 300."""
MAX_WORD_LENGTH = 400
"""Letters of a word; the longest of the real document, a web address aside, has 25."""

# PDF.
MAX_PAGES = 500
"""Pages of a PDF; a summary has a few, the largest seen has four."""
MAX_SIDE = 6000
"""Pixels of the longer side of a drawn page: a square of them takes 36 MB, A3 on a screen has 2382."""
MAX_LAID_PIXELS = 40_000_000
"""Pixels of a picture on a page that is looked through; A4 at 600 dots for each inch has 35 million."""

# Word files, and what is made into one.
MAX_MEMBERS = 5_000
"""Parts of an office file; a summary has about fifteen, one with a hundred pictures not three hundred."""
MAX_PART = 16 * MEGABYTE
"""Bytes of a part, unpacked; the text of the real document is 17 kB of XML, and ten times that as Word writes it."""
MAX_ELEMENTS = 1_000_000
"""XML elements of a part; the real document has 600, and libxml2 takes about a hundred bytes for each."""
MAX_CELLS = 20_000
"""Table cells of a part; the form has sixteen, and a finance table in it a few dozen."""
MAX_TABLES = 1_000
"""Tables of a part; the form is one, or one for each of its eight rows, and some in them."""
MAX_TABLE_DEPTH = 8
"""How deep tables and text boxes lie in each other; the form holds a table, and that one more."""
MAX_LETTERS = 10_000_000
"""Letters of a Word file: as of all documents, by their words."""
OFFICE_SECONDS = 60.0
"""Seconds of LibreOffice, which takes four for the real document on a busy machine, half of them to start."""
OFFICE_MEMORY = 4 * 1024 * MEGABYTE
"""Bytes of its address space, of which it takes a quarter."""
OFFICE_OUTPUT = 64 * MEGABYTE
"""Bytes of the Word file that it makes."""
MAX_SPINS = 1_000_000
"""How often a protected office file may have its password hashed; Word does so 100 000 times."""

# Containers, with all that lies in them.
MAX_ENTRIES = 1_000
"""Entries; a submission has a summary, a letter and some attachments, a folder that somebody packed some hundreds."""
MAX_CONTAINER_DEPTH = 4
"""How deep containers lie in each other: a signed one that was sent in a plain one, and that once more."""
MAX_UNPACKED = 500 * MEGABYTE
"""Bytes of all files, unpacked."""
MAX_FILE = MAX_BYTES
"""Bytes of a file in a container: as large as a document may be."""
MAX_RATIO = 200
"""By how many times a file is packed; DEFLATE can do 1032, the white of an unpacked scan is packed by a hundred."""
RATIO_COUNTS_FROM = 10 * MEGABYTE
"""Bytes of a file, unpacked, from which that is asked: small files may be all white."""
MAX_DIRECTORY = MAX_ENTRIES * 1024
"""Bytes of the list of entries; a name has some fifty, its entry as many besides."""
MAX_SIGNATURE = 10 * MEGABYTE
"""Bytes of a signature; with its certificates it has some 50 kB, with lists of revoked ones some MB."""
MAX_SLOWLY_LOCKED = 10 * MEGABYTE
"""Bytes of an entry that is protected in the traditional way, which is opened at a megabyte in a second."""

# Scans.
MAX_SCANNED_PAGES = 40
"""Pages of one document that are recognised; the longest summary seen has four."""
MAX_PIXELS = 60_000_000
"""Pixels of one page of a picture file: A4 at 600 dots for each inch has 35 million."""
MAX_PAGE_POINTS = 1300
"""The longer side of a page in points; A3 has 1191, and a larger page is taken for A4."""
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
