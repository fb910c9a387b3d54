"""run.json, and one document's records."""

from __future__ import annotations

import json

from msgspec.structs import replace

from pipeline.exports.record_json import submission_json
from pipeline.exports.run_file import RunRecord, run_json
from pipeline.records import Source
from tests.submissions import failed, finding, line, submission, summary

RUN = RunRecord({"inputs": ["in"], "workers": None}, {"read": 1.23456}, [submission(), failed()], [finding("warning")])


def test_a_run_counts_its_inputs() -> None:
    assert json.loads(run_json(RUN))["inputs"] == {"files": 2, "read": 1, "failed": 1, "pages": 4}


def test_a_run_names_every_failed_file_with_the_reason() -> None:
    assert json.loads(run_json(RUN))["failed"] == [
        {"source_file": "b.pdf", "failure": "Fails ir tukšs.", "failure_en": "The file is empty."}
    ]


def test_a_run_tells_the_seconds_of_each_stage() -> None:
    assert json.loads(run_json(RUN))["seconds"] == {"read": 1.235}


def test_latvian_letters_stand_as_they_are() -> None:
    assert "tukšs" in run_json(RUN)


def test_money_is_exact_in_json() -> None:
    read = json.loads(submission_json(submission(of=summary(totals=(line("49000.00", None),)))))
    assert read["summary"]["finances"][0]["lines"][0]["planned"] == "49000.00"


def test_dates_are_iso_in_json() -> None:
    assert json.loads(submission_json(submission()))["summary"]["delegation"]["start"] == "2022-07-15"


def test_a_box_is_rounded_in_json() -> None:
    [year] = json.loads(submission_json(submission()))["summary"]["years"]
    assert year["activities"][0]["source"]["box"]["top"] == 20.12


def test_what_leads_back_to_the_document_is_no_part_of_the_json() -> None:
    title = submission(of=replace(summary(), title_source=Source(1, None, "Kopsavilkums", words=(0, 1))))
    read = json.loads(submission_json(title))
    assert list(read["summary"]["title_source"]) == ["page", "box", "quote", "confidence", "rule"]
