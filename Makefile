# Everything that a developer runs. `make` alone lists the targets.
# PORT, DATABASE_URL and the other variables of docs/settings.md may be given before or after `make`.

SHELL := /bin/sh
.DEFAULT_GOAL := help
unexport PYTHONDONTWRITEBYTECODE  # tests start many processes, each of which would compile everything anew
CORES := $(shell n=$$(nproc); echo $$((n < 2 ? 2 : n > 4 ? 4 : n)))
.PHONY: help run test faults check security bench format messages lock clean

help:  ## Show this list
	@echo "Usage: make TARGET [PORT=8000] [DATABASE_URL=postgresql://user@host/name]"
	@echo
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 12

run:  ## Install, prepare the database, load the demo once and serve on http://127.0.0.1:8000
	@tools/install.sh requirements.txt
	@.venv/bin/python tools/serve.py

test:  ## Run the whole test suite on two to four cores (ARGS="-k search" narrows it)
	@tools/install.sh requirements-dev.txt
	@tools/install_html_checker.sh
	@.venv/bin/pytest -n $(CORES) --dist loadgroup --ignore=tests/faults --ignore=tests/hostile $(ARGS)

faults:  ## Send junk everywhere; kill, pause, fill and double what the portal runs on (FAULT_ROUNDS=20 kills it more often)
	@tools/install.sh requirements-dev.txt
	@.venv/bin/pytest -n $(CORES) --dist load tests/hostile $(ARGS)
	@.venv/bin/pytest -n 2 --dist loadfile --no-loadscope-reorder tests/faults $(ARGS)

check:  ## Lint, check formats, types, templates, imports, migrations and production settings
	@tools/install.sh requirements-dev.txt
	@.venv/bin/python -m tools.check

bench:  ## Measure every ratio beside its target (ARGS="--quick --only 1,3"); docs/performance.md
	@tools/install.sh requirements-dev.txt
	@.venv/bin/python -m benchmarks $(ARGS)

security:  ## Scan for secrets, weak packages and settings; have headers graded and forms attacked (ARGS="wapiti" narrows it)
	@tools/install.sh requirements-dev.txt
	@.venv/bin/python -m tools.security $(ARGS)

format:  ## Format code and templates
	@tools/install.sh requirements-dev.txt
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .
	@.venv/bin/djlint templates --reformat --quiet

messages:  ## Compile the translations in locale/
	@tools/install.sh requirements-dev.txt
	@.venv/bin/python -m tools.messages

lock:  ## Write both lock files anew from pyproject.toml, with the newest versions it allows
	@tools/install.sh requirements-dev.txt
	@.venv/bin/python -m tools.lock --upgrade

clean:  ## Remove the environment and all caches; keep .env, the database and uploaded files
	@rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results var/static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
