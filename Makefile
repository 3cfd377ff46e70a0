# `make report` and `make test` need Python 3.11, make and git, and set up the rest themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
YEAR ?= 2024
LOCALE := src/yhdyspinta_cli/locale
CATALOGUES := $(wildcard $(LOCALE)/*/LC_MESSAGES/*.po)
COMPILED := $(VENV)/.compiled

# A process that may not keep what it compiled compiles all of it again, and so does each it starts.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: report test proof explore goldens catalogues docs bench clean

# Setup speaks on stderr: stdout is the report's.
$(READY): pyproject.toml constraints.txt hatch_build.py
	@$(PYTHON) -m venv $(VENV) >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

# What was installed speaks Finnish only from compiled catalogues.
$(COMPILED): $(READY) $(CATALOGUES)
	@$(BIN)/python hatch_build.py
	@touch $@

report: $(COMPILED)
	@$(BIN)/yp report --year $(YEAR)

test: $(COMPILED)
	$(BIN)/ruff check src tests benchmarks tools hatch_build.py
	$(BIN)/ruff format --check src tests benchmarks tools hatch_build.py
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 src
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto -m "not proof"
	$(BIN)/yp validate

# Needs root and the programs that .ci/run installs: where one is missing it fails.
proof: $(COMPILED)
	$(BIN)/python -m pytest -n auto -m "proof or faults" --no-skips

# What is made up at random, made up anew: run it now and then, and keep what it finds as a test.
explore: $(COMPILED)
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile explore

# Every whole output that is kept as a file, written anew; review them with `git diff`.
goldens: $(COMPILED)
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -n auto -m golden

# The .po files carry no dates and no version of Babel: done twice, nothing changes.
PYBABEL := $(BIN)/pybabel -q
catalogues: $(READY)
	$(PYBABEL) extract -F babel.cfg -k later -k plural:1,2 --no-location --sort-output -o $(VENV)/yp.pot src
	$(PYBABEL) extract -F babel.cfg --no-location --sort-output -o $(VENV)/report.pot templates
	for domain in yp report; do $(PYBABEL) update -D $$domain -i $(VENV)/$$domain.pot -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete -w 100; done
	sed -i.bak -e '/^"POT-Creation-Date:/d' -e '/^"PO-Revision-Date:/d' -e '/^"Generated-By:/d' $(CATALOGUES)
	rm -f $(CATALOGUES:=.bak)
	$(BIN)/python hatch_build.py

docs: $(COMPILED)
	$(BIN)/yp rules --markdown > docs/rules.md
	$(BIN)/yp keys --markdown > docs/keys.md
	$(BIN)/python -m tools.open_data_columns > docs/open-data-columns.md
	$(BIN)/yp --lang fi schema --all schemas

# Alternating runs, told in benchmarks/README.md; CASE="help shipped" measures only these.
bench: $(COMPILED)
	$(BIN)/python -m benchmarks.bench $(CASE)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
