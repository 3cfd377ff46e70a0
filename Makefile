# `make report` and `make test` need Python 3.11, make and git, and set up the rest themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
YEAR ?= 2024

.PHONY: report test proof goldens catalogues docs clean

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
	$(BIN)/python -m pytest -n auto -m "proof or faults"

# Every whole output that is kept as a file, written anew; review them with `git diff`.
goldens: $(READY)
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -n auto -m golden

CATALOGUE := $(BIN)/pybabel -q
LOCALE := src/yhdyspinta_cli/locale

catalogues: $(READY)
	$(CATALOGUE) extract -F babel.cfg -k later -k plural:1,2 --no-location --sort-output -o $(VENV)/yp.pot src
	$(CATALOGUE) extract -F babel.cfg --no-location --sort-output -o $(VENV)/report.pot templates src/yhdyspinta_cli/output/words.py
	for domain in yp report; do $(CATALOGUE) update -D $$domain -i $(VENV)/$$domain.pot -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete -w 100; done
	for domain in yp report typer; do $(CATALOGUE) compile -D $$domain -d $(LOCALE); done

docs: $(READY)
	$(BIN)/yp rules --markdown > docs/rules.md
	$(BIN)/yp keys --markdown > docs/keys.md

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
