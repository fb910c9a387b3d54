"""With what paint the text objects of a page are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_ulong
from itertools import repeat

import numpy as np
from pypdfium2 import raw

from pipeline.sources.pdfium import calls
from pipeline.sources.pdfium.answers import answers
from pipeline.sources.pdfium.calls import Address
from pipeline.sources.pdfium.letters import Flags

# ISO 32000-1, 9.3.6: modes in which letters are filled; 3 paints nothing; 7 only clips what is painted through them.
_FILLED, _FILLED_AND_CLIPS = raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP
# Paint that is lighter, of 255, or lets more through, may be as pale as the paper.
_PALE, _CLEAR = 200, 60
# The name of the mark around content of a layer, as PDFium gives it: UTF-16 with a zero behind it.
_LAYER = [*b"OC", 0]
# Marks stand in marks; a page with more of them is looked at.
_MOST_MARKS = 1_000_000


def unpainted(texts: Sequence[Address]) -> tuple[Flags, Flags]:
    """Which text objects have no paint, and which have one that may not be seen: these the page must be asked for."""
    modes = np.fromiter(map(calls.render_mode, texts), np.int64, len(texts))
    none = modes == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    doubtful = ((modes != _FILLED) & (modes != _FILLED_AND_CLIPS)) | _in_layers(texts) | _pale(texts)
    return none, doubtful & ~none


def _pale(texts: Sequence[Address]) -> Flags:
    """Which are filled by a colour that is as pale as paper, or lets it through."""
    told, levels = answers(calls.fill_color, texts, np.uint32, 4, 4)
    pale: Flags = told & ((levels[:, :3].min(1) >= _PALE) | (levels[:, 3] <= _CLEAR))
    return pale


def _in_layers(texts: Sequence[Address]) -> Flags:
    """Which are marked as content of a layer, which may be switched off; all where the page has too many marks."""
    counts = np.fromiter(map(calls.count_marks, texts), np.int64, len(texts))
    flags, number = np.zeros(len(texts), np.bool_), int(counts.sum())
    if not 0 < number <= _MOST_MARKS:
        return flags | (number > 0)
    ends = np.cumsum(counts)
    marked = np.repeat(np.arange(len(texts)), counts)
    numbers = np.arange(len(marked)) - (ends - counts)[marked]
    marks = list(map(calls.mark_at, [texts[place] for place in marked.tolist()], numbers.tolist()))
    layers = _layers(list(dict.fromkeys(marks)))  # in a tagged page one holds each letter of a paragraph
    if layers:
        flags[marked[[mark in layers for mark in marks]]] = True
    return flags


def _layers(marks: Sequence[Address]) -> set[Address]:
    """The marks that stand around content of a layer."""
    names, lengths = np.zeros((len(marks), len(_LAYER)), np.uint16), np.zeros(len(marks), c_ulong)
    room, step = len(_LAYER) * names.itemsize, lengths.itemsize
    name_places = range(names.ctypes.data, names.ctypes.data + names.nbytes, room)
    length_places = range(lengths.ctypes.data, lengths.ctypes.data + lengths.nbytes, step)
    told = np.fromiter(map(calls.mark_name, marks, name_places, repeat(room), length_places), np.bool_, len(marks))
    found = np.flatnonzero(told & (lengths == room) & (names == _LAYER).all(1))
    return {marks[place] for place in found.tolist()}
