# `make run` opens the app, `make test` proves the program; both need only Python >= 3.11, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev

.PHONY: run test check format schema keys snapshots pictures clean

run: $(RUN_STAMP)
	$(BIN)/summit-tui

# Everything: the quick part, then every test, the slow ones included.
test: check
	$(BIN)/pytest -n 2 --dist worksteal

# The quick part: linters, types, layers, and that the bundled collections are sound.
check: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/summit-tui check

format: $(DEV_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The JSON Schema that editors complete YAML with, from the shapes in tui/collection/schema.py.
schema: $(DEV_STAMP)
	$(BIN)/python -m tui.collection.json_schema docs/schema

# The table of keys in the documentation, from the bindings.
keys: $(DEV_STAMP)
	$(BIN)/python -m tui.app.key_table docs/keys.md

# Look at every changed picture before committing it.
snapshots: $(DEV_STAMP)
	$(BIN)/pytest tests/app/test_snapshots.py --snapshot-update

# The pictures of the README.
pictures: $(DEV_STAMP)
	$(BIN)/python docs/pictures/make.py

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "summit-tui needs Python 3.11 or newer; try: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(RUN_STAMP)
