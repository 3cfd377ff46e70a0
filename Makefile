# `make report` and `make test` need Python 3.11, make and git, and set up the rest themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
YEAR ?= 2024

.PHONY: report test proof catalogues docs clean

# Setup speaks on stderr: stdout is the report's.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(VENV) >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

report: $(READY)
	@$(BIN)/yp report --year $(YEAR)

test: $(READY)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto -m "not proof"
	$(BIN)/yp validate

proof: $(READY)
	$(BIN)/python -m pytest -n auto -m proof

catalogues: $(READY)
	$(BIN)/pybabel -q extract -F babel.cfg -k later -k _later -k plural:1,2 --ignore-dirs report --no-location --sort-output -o $(VENV)/yp.pot src
	$(BIN)/pybabel -q update -D yp -i $(VENV)/yp.pot -d src/yhdyspinta_cli/locale --no-fuzzy-matching --ignore-obsolete --omit-header
	$(BIN)/pybabel -q compile -D yp -d src/yhdyspinta_cli/locale

docs: $(READY)
	$(BIN)/yp rules --markdown > docs/rules.md

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
