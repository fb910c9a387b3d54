"""Tables that LibreOffice with Latvian settings opened and saved as CSV are read as they were."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.exports.csv_files import write_csv_files
from pipeline.readback.csv_table import read_table
from pipeline.tables import TABLES, Table
from pipeline.tables.dialects import EXCEL_LV
from tests.readback.files import values
from tests.readback.test_round_trip import FOUND, SUBMISSIONS, written_values

SOFFICE = shutil.which("soffice")
# Semicolon, quotation mark, UTF-8, from line 1, Latvian, and what looks like a number or a date becomes one.
FILTER = "59,34,76,1,,1062,false,true"
LATVIAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>lv-LV</value></prop></item></oor:items>"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables, opened and saved."""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(LATVIAN, encoding="utf-8")
    (folder / "in").mkdir()
    files = write_csv_files(folder / "in", SUBMISSIONS, FOUND, EXCEL_LV)
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += [f"--infilter=CSV:{FILTER}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{FILTER}"]
    command += ["--outdir", str(folder / "out"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 -- a fixed command
    if not (folder / "out").exists():
        pytest.skip("LibreOffice has no Calc here")
    return folder / "out"


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_that_libreoffice_saved_is_read_as_it_was(saved: Path, table: Table[Any]) -> None:
    read_back = read_table(saved / f"{table.name}.csv", table)
    assert read_back.faults == ()
    assert values(read_back) == written_values(table)
