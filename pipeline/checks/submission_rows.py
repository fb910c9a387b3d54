"""The rows of the check tables that set one submitted file beside another, its signature, or a second reading."""

from __future__ import annotations

from pipeline.checks.kinds import (
    CheckRow,
    Euros,
    Flag,
    Number,
    PeriodKey,
    Phrase,
    Text,
    Word,
)


class TwinRow(CheckRow, frozen=True, kw_only=True):
    """A submission beside an earlier one of the same bytes; `twin` is `none` or `same_bytes`."""

    twin: Word = "none"
    source_file: Text = ""
    other_file: Text = ""


class SignatureRow(CheckRow, frozen=True, kw_only=True):
    """A file in a container that has signatures; `digests` says how it stands to what they signed."""

    digests: Word = "match"
    source_file: Text = ""


class ReadingRow(CheckRow, frozen=True, kw_only=True):
    """What was read of a document beside what a second reader saw; the words are of the first page that differs.

    `disbelieved` counts the pages, numbered `disbelieved_pages`, whose own text is not what they show.
    `unread` counts the scanned pages that could not be recognised, whose numbers are `unread_pages`;
    `hidden` those with text that is not to be seen, and `pictures` those in the form that were not read.
    """

    pages_read: Number = None
    pages_seen: Number = None
    differs: Flag = False
    words_read: Text = None
    words_seen: Text = None
    disbelieved: Number = 0
    disbelieved_pages: Text = None
    unread: Number = 0
    unread_pages: Text = None
    hidden: Number = 0
    hidden_pages: Text = None
    pictures: Number = 0
    unread_pictures: Text = None


class ResubmissionRow(CheckRow, frozen=True, kw_only=True):
    """A document beside an earlier one that is the same submission.

    `amounts` is `none` where there is no such, else `agree` or `differ`;
    `differences` counts the amounts that differ, of which the first is told.
    """

    amounts: Word = "none"
    other_file: Text = ""
    period: PeriodKey = None
    differences: Number = None
    at_period: PeriodKey = None
    at_purpose: Phrase = ""
    at_amount: Word = "planned"
    here: Euros = None
    there: Euros = None


class OverlapRow(CheckRow, frozen=True, kw_only=True):
    """A delegation beside one of the same performer in whose time it begins.

    `overlap` is `none`, `same_task` or `other_task`.
    """

    overlap: Word = "none"
    performer: Text = ""
    task: Text = ""
    period: PeriodKey = None
    other_file: Text = ""
    other_task: Text = ""
    other_period: PeriodKey = None
