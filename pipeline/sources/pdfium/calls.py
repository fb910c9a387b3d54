"""PDFium's functions with addresses as pointers.

The bindings of pypdfium2 convert each argument and let other threads run during
each call; for a call that takes a hundred nanoseconds and is made for each letter
that is most of its cost. These call the same functions, hold on to the
interpreter, and take an address as an integer; those that are called for each
letter take it as a `c_void_p`, and nothing looks at it. A wrong address ends the
process: only `pipeline.sources.pdfium` uses them, and reading stands behind a fence.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any, TypeAlias

from pypdfium2 import raw

Address: TypeAlias = int
Call: TypeAlias = Callable[..., Any]

DOUBLE, FLOAT = ctypes.sizeof(c_double), ctypes.sizeof(c_float)


def _call(function: Any, result: Any, *arguments: Any) -> Call:
    address = ctypes.cast(function, c_void_p).value
    if address is None:
        raise ImportError(f"PDFium has no {function}")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _call_of_each_letter(function: Any, result: Any) -> Call:
    """Whatever is an address must be given as `c_void_p`."""
    call: Any = _call(function, result)
    call.argtypes = None
    return call  # type: ignore[no-any-return]


# Letters of a text page: (text page, index of the letter, where the answer goes).
count_chars = _call(raw.FPDFText_CountChars, c_int, c_void_p)
utf16_text = _call(raw.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
unicode_of = _call(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
char_matrix = _call(raw.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
loose_box = _call(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)

text_object = _call_of_each_letter(raw.FPDFText_GetTextObject, c_size_t)
char_origin = _call_of_each_letter(raw.FPDFText_GetCharOrigin, None)

# Fonts of text objects.
font_of = _call(raw.FPDFTextObj_GetFont, c_size_t, c_void_p)
font_size = _call(raw.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
font_descent = _call(raw.FPDFFont_GetDescent, c_int, c_void_p, c_float, c_void_p)
letter_width = _call(raw.FPDFFont_GetGlyphWidth, c_int, c_void_p, c_uint, c_float, c_void_p)
font_name = _call(raw.FPDFFont_GetBaseFontName, c_size_t, c_void_p, c_void_p, c_size_t)

# Objects of a page, and of a form that is drawn on it.
count_objects = _call(raw.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _call(raw.FPDFPage_GetObject, c_size_t, c_void_p, c_int)
count_form_objects = _call(raw.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _call(raw.FPDFFormObj_GetObject, c_size_t, c_void_p, c_ulong)
object_type = _call(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_bounds = _call(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
see_through = _call(raw.FPDFPageObj_HasTransparency, c_int, c_void_p)
fill_color = _call(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
count_marks = _call(raw.FPDFPageObj_CountMarks, c_int, c_void_p)
mark_at = _call(raw.FPDFPageObj_GetMark, c_size_t, c_void_p, c_ulong)
mark_name = _call(raw.FPDFPageObjMark_GetName, c_int, c_void_p, c_void_p, c_ulong, c_void_p)
render_mode = _call(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
object_matrix = _call(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)

# Painted paths and their segments.
draw_mode = _call(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
stroke_width = _call(raw.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)
count_segments = _call(raw.FPDFPath_CountSegments, c_int, c_void_p)
segment_at = _call(raw.FPDFPath_GetPathSegment, c_size_t, c_void_p, c_int)
segment_point = _call(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_type = _call(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _call(raw.FPDFPathSegment_GetClose, c_int, c_void_p)
