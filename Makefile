# OnRecord. `make demo` and `make test` are all a newcomer needs; both set up what they use.
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.ready
SHARED ?= ../shared

.PHONY: demo test setup check bench bench-smoke torture clean help

help:            ## list the targets
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(STAMP)  ## create .venv with everything: the package, its test and lint tools

$(STAMP): pyproject.toml constraints.txt scripts/setup.sh
	@sh scripts/setup.sh $(VENV)
	@touch $@

demo: $(STAMP)   ## put the sample reports on record and print a dossier
	@$(PY) scripts/demo.py

check: $(STAMP)  ## format, lint, types, floors
	$(VENV)/bin/ruff check src tests benchmarks training scripts
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

test: check      ## everything: lint, types, floors, tests; on Debian, as root, it installs PostgreSQL where that is missing
	@sh scripts/postgres.sh
	$(VENV)/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile

torture: $(STAMP) ## the slow tests, and every property fifty times as long: a quarter of an hour
	HYPOTHESIS_PROFILE=torture $(PY) -m pytest -m "slow or property" --durations=5

bench: $(STAMP)  ## score every area on the benchmark folder and rewrite benchmarks/frozen.md
	$(PY) benchmarks/bench.py --shared $(SHARED) --write

bench-smoke: $(STAMP)
	$(PY) benchmarks/bench.py --shared $(SHARED) --rows 5

clean:           ## remove what make made; the gazetteer's cache stays (rm -r ~/.cache/onrecord, or where ONRECORD_CACHE says)
	rm -rf $(VENV) out build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
