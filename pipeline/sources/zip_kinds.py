"""What a ZIP file is: a Word file, another office file, a container of files."""

from __future__ import annotations

from pipeline.sources.zip_file import OpenZip, ZipError

# The types of a package's main part (ISO/IEC 29500), by a word in them, and of an OpenDocument file.
_MAIN_PARTS = (
    ("wordprocessingml", "docx"),
    ("ms-word", "docx"),
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("presentationml", "pptx"),
    ("ms-powerpoint", "pptx"),
)
_MAIN_FOLDERS = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_MIME_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "xlsx"),
    (b"application/vnd.oasis.opendocument.presentation", "pptx"),
    (b"application/vnd.oasis.opendocument", "opendocument"),
)
_CONTENT_TYPES, _MIME_TYPE = "[Content_Types].xml", "mimetype"
# OpenDocument 1.3, part 2, 4.4: what a protected file's manifest says of each of its parts.
_MANIFEST, _ENCRYPTION = "META-INF/manifest.xml", b"encryption-data"
# The longest list of content types is a few kilobytes, a mime type a line.
_MOST_TYPES, _MOST_MIME = 1024 * 1024, 1024


def kind_of_zip(content: bytes) -> str:
    """`docx`, `odt`, `encrypted_odt`, `xlsx`, `pptx` and other office files (`opendocument`), else `zip`."""
    try:
        opened = OpenZip(content)
        mime = (opened.member(_MIME_TYPE, _MOST_MIME) or b"").strip()
        types = opened.member(_CONTENT_TYPES, _MOST_TYPES)
        manifest = opened.member(_MANIFEST, _MOST_TYPES) or b""
    except ZipError:
        return _by_words(content)
    for start, kind in _MIME_TYPES:
        if mime.startswith(start):
            return "encrypted_odt" if kind == "odt" and _ENCRYPTION in manifest else kind
    if types is None:
        return "zip"
    names = {name.casefold() for name in opened.names}
    by_name = [kind for name, kind in _MAIN_FOLDERS if name in names]
    return by_name[0] if by_name else _by_type(types)


def _by_type(types: bytes) -> str:
    text = types.decode("utf-8", "replace").casefold()
    main = [part for part in text.split("<") if ".main+xml" in part]
    return next((kind for word, kind in _MAIN_PARTS for part in main if word in part), "zip")


def _by_words(content: bytes) -> str:
    """Of a file that is cut short, or built to be too much to list, the names of its first members."""
    return next((kind for name, kind in _MAIN_FOLDERS if name.encode() in content), "zip")
