# One obvious command for each task. `make run` and `make test` make the environments when needed.
.PHONY: setup setup-test run test test-long check eval bench train locks clean
LOCKS := config/locks
BOT := .venv/.made-from-bot
TEST := .venv/.made-from-test
RASA := .venv-rasa/.made

setup: $(BOT) $(RASA)
setup-test: $(TEST) $(RASA)

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
.uv/bin/uv:
	python3 -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv

define environment
	$(UV) venv --quiet --allow-existing --python 3.11 $(1)
	$(UV) pip sync --quiet --compile-bytecode --python $(1)/bin/python --require-hashes $(2)
endef

$(BOT): $(LOCKS)/bot.txt $(filter .uv/%,$(UV)) pyproject.toml
	$(call environment,.venv,$(LOCKS)/bot.txt)
	$(UV) pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
	@rm -f $(TEST); touch $@

$(TEST): $(LOCKS)/test.txt $(filter .uv/%,$(UV)) pyproject.toml
	$(call environment,.venv,$(LOCKS)/test.txt)
	$(UV) pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
	@touch $@ $(BOT)

$(RASA): $(LOCKS)/rasa.txt $(filter .uv/%,$(UV))
	$(call environment,.venv-rasa,$(LOCKS)/rasa.txt)
	@touch $@

run: setup
	.venv/bin/lantern run

locks:
	$(UV) pip compile --quiet --python-version 3.11 --generate-hashes --no-header $(LOCKS)/bot.in -o $(LOCKS)/bot.txt
	$(UV) pip compile --quiet --python-version 3.11 --generate-hashes --no-header -c $(LOCKS)/bot.txt $(LOCKS)/test.in -o $(LOCKS)/test.txt
	$(UV) pip compile --quiet --python-version 3.11 --generate-hashes --no-header $(LOCKS)/rasa.in -o $(LOCKS)/rasa.txt

train: setup
	.venv/bin/lantern train

check: setup-test
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: setup-test
	.venv/bin/ruff check --quiet . && .venv/bin/lint-imports >/dev/null
	.venv/bin/lantern train
	.venv/bin/python -m tests

test-long: setup-test
	.venv/bin/lantern train
	.venv/bin/pytest -m "long or not long"

eval: setup-test
	.venv/bin/lantern eval

bench: setup-test
	.venv/bin/lantern train
	.venv/bin/python -m tests.bench

clean:
	rm -rf .venv .venv-rasa .uv .lantern build
