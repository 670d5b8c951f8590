# make demo: set up and show the facts of the corpus article.   make test: set up and run every test.
# make check: what a change must pass: ruff, mypy, the tests, and the scores pinned in gold/floors.json.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check clean

demo: $(VENV)/.core
	$(BIN)/extractor extract corpus/azerbaijan-russia-relations.txt

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest
	$(BIN)/extractor score gold --corpus corpus --floor gold/floors.json

$(VENV)/.%: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".$(patsubst [core],,[$*])"
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
