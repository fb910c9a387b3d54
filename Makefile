# make run: reads samples/ and writes outputs/. make test: the tests. Each sets itself up.

PYTHON ?= python3
VENV := .venv
TEST_VENV := .venv-test
BIN := bin
ifeq ($(OS),Windows_NT)
BIN := Scripts
endif
RUN := $(VENV)/$(BIN)/python
TEST := $(TEST_VENV)/$(BIN)/python
SOURCES := pipeline tests docs bench
PROGRAMS := tesseract-ocr tesseract-ocr-lav libreoffice-writer-nogui

# Programs that scans, ODT, DOC and RTF need: installed where nobody has to be asked, named where they are missing.
define programs
@if command -v apt-get >/dev/null && ! $(1) -m pipeline doctor >/dev/null; then \
	as=; [ "$$(id -u)" = 0 ] || as="sudo -n"; \
	{ $$as apt-get update && $$as apt-get install -y --no-install-recommends $(PROGRAMS); } >/dev/null 2>&1 || true; \
fi; $(1) -m pipeline doctor || true
endef

.PHONY: run test test-all check docs bench speed fuzz lock clean

run: $(VENV)/ready
	@$(RUN) -m pipeline run samples --out outputs; code=$$?; \
	if [ $$code -eq 1 ] || { [ $$code -eq 3 ] && ! $(RUN) -m pipeline doctor >/dev/null; }; then exit 0; else exit $$code; fi

test: $(TEST_VENV)/ready
	$(TEST) -m pytest -q -n auto -m "not slow"

test-all: $(TEST_VENV)/ready
	$(TEST) -m pytest -q -n auto --cov --cov-report=term:skip-covered

check: $(TEST_VENV)/ready
	$(TEST) -m ruff check $(SOURCES)
	$(TEST) -m ruff format --check $(SOURCES)
	$(TEST) -m mypy
	$(TEST_VENV)/$(BIN)/lint-imports
	$(TEST) -m pipeline samples check
	$(TEST) -m docs.table_docs --check
	$(TEST) -m docs.patterns --check

docs: $(TEST_VENV)/ready
	$(TEST) -m docs.table_docs
	$(TEST) -m docs.word_list
	$(TEST) -m docs.patterns

$(VENV)/ready: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(call programs,$(RUN))
	@touch $@

$(TEST_VENV)/ready: requirements-test.txt
	$(PYTHON) -m venv $(TEST_VENV)
	$(TEST) -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	$(call programs,$(TEST))
	@touch $@

bench: $(TEST_VENV)/ready
	$(TEST) -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	$(TEST) -m bench.accuracy
	$(TEST) -m bench.validation
	$(TEST) -m bench.report
	$(TEST) -m bench.reading
	$(TEST) -m bench.shell
	$(TEST) -m bench.batch
	$(TEST) -m bench.scans
	$(TEST) -m bench.fence

# Damaged documents of every kind: each must get its row, and none may do harm.
fuzz: $(TEST_VENV)/ready
	$(TEST) -m tests.fuzz

# Fails where pages are read less than eight times as fast as by pdfplumber, both in one run.
speed: $(TEST_VENV)/ready
	$(TEST) -m bench.reading --least 8

# Pins what pyproject.toml asks for; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header --extra test -c requirements.txt pyproject.toml -o requirements-test.txt
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header --extra test --extra bench -c requirements-test.txt pyproject.toml -o requirements-bench.txt

clean:
	rm -rf $(VENV) $(TEST_VENV) outputs
