# Two commands on a fresh machine: `make site` builds the demonstration site, `make test` runs every check.
# They need Python 3.11 or newer and the network to PyPI; the first one creates .venv/, which can be deleted at any time.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: site serve check test lint golden screenshots clean chromium

site: $(VENV)/.site ## build the site from content/ into site/
	$(RUN) build.py

serve: $(VENV)/.site ## build, serve, and rebuild when a file changes
	$(RUN) build.py serve

check: $(VENV)/.site ## say what is wrong in content/, overrides/ and config.yaml; write nothing
	$(RUN) build.py check

test: $(VENV)/.test chromium ## lint, types, unit tests, end-to-end tests in a real browser
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m pytest

golden: $(VENV)/.test ## rewrite the golden cases from what the code does now; review the diff
	$(RUN) -m pytest tests/end_to_end/test_golden_attribution.py --rewrite-golden

screenshots: $(VENV)/.test chromium site ## take the README's screenshots of the demonstration site
	$(RUN) docs/screenshots/take.py

clean: ## remove what the build made; .venv stays
	rm -rf site .cache .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.venv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.site: $(VENV)/.venv pyproject.toml
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test: $(VENV)/.site
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

# The browser tests need a Chromium; where apt and the right to use it are there, it is installed.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	  else echo "No Chromium here: the browser tests will be skipped (install chromium to run them)."; fi
