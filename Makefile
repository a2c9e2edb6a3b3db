# Two commands are all you need: `make guide` opens the guide, `make test` runs the tests.
# PYTHON picks the interpreter, ARGS is handed to hqguide, TESTS to pytest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --quiet --require-hashes -r
ITSELF := $(PIP) install --quiet --quiet --no-deps --no-build-isolation --editable .
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	--no-annotate pyproject.toml

.PHONY: help guide test check lint format bench peers hero lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

guide: $(VENV)/.guide-ready ## Set up what is needed and open the guide (without a terminal: answer one question)
	@if [ -n "$(ARGS)" ] || { [ -t 0 ] && [ -t 1 ]; }; then \
		$(BIN)/hqguide $(ARGS); \
	else \
		$(BIN)/hqguide find usb-c connector; \
	fi

test: $(VENV)/.dev-ready ## Set up what is needed and run the tests
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(TESTS)

check: $(VENV)/.dev-ready ## Run every gate on this work tree, as CI does
	@$(BIN)/python -m tools.gates

lint: $(VENV)/.dev-ready ## Run the quick gates only: style, types, layers, size
	@$(BIN)/python -m tools.gates --quick

format: $(VENV)/.dev-ready ## Rewrite the code in the project's style
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.dev-ready ## Measure start-up against a bare interpreter and a bare Textual app
	@$(BIN)/python -m bench.startup

peers: $(VENV)/.dev-ready requirements/peers.txt ## Install the libraries that benches measure beside ours
	@$(INSTALL) requirements/peers.txt

hero: $(VENV)/.dev-ready ## Draw the screenshot of the README anew
	@$(BIN)/python -m tools.hero docs/hero.svg

lock: ## Write the lock files anew (the one target that needs uv)
	@$(LOCK) --group build --output-file requirements/run.txt
	@$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	@$(LOCK) --group peers --constraint requirements/dev.txt --output-file requirements/peers.txt

clean: ## Remove the virtual environment and everything generated
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(BIN)/python:
	@python=$$(tools/find-python) && echo "Setting up $(VENV) with $$python" && "$$python" -m venv $(VENV)

$(VENV)/.guide-ready: requirements/run.txt pyproject.toml | $(BIN)/python
	@$(INSTALL) requirements/run.txt
	@$(ITSELF)
	@touch $@

$(VENV)/.dev-ready: requirements/dev.txt requirements/run.txt pyproject.toml | $(BIN)/python
	@$(INSTALL) requirements/dev.txt
	@$(ITSELF)
	@touch $@
