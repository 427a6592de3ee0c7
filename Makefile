# Every command of the kit; `make` alone lists them. docs/operators.md says more.
#
# `.venv` is made and filled on the way, from the locks (requirements*.txt) and nothing else. A file in `.venv` named after
# the lock's content says that it is done, so a second run installs nothing and asks nothing.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PYTEST = $(RUN) -m pytest -n auto
WISHES = $(if $(FORCE),--force) $(if $(ADOPT),--adopt) $(if $(WAIT),--wait) $(if $(filter all,$(PURGE)),--purge-all) \
	$(if $(CHECK),--check) $(if $(filter remove,$(CHECK)),--remove-foreign) $(if $(filter 0,$(TELL)),--no-tell)
define newline


endef
# A value as it was typed, as one word for the shell; a line's end in it, which would end the command, is a space.
typed = '$(subst $(newline), ,$(subst ','\'',$(value $(1))))'
# An option with what was given to make itself: whatever the shell calls NAME is not meant.
given = $(if $(filter command,$(origin $(2))),--$(1)=$(call typed,$(2)))
LOCK_COMMAND := $(RUN) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --quiet --upgrade

.DEFAULT_GOAL := help
.PHONY: help start update release publish plan rollback releases due headers open new move agenda serve why pictures embeds override check \
	check-content test soak mutants lint bench bench-related bench-pictures bench-publishing bench-outputs eval-related docs languages share-cards \
	screenshots lock clean ready ready-dev
.SILENT:

# Prints why `.venv` cannot be made, as one line that says what to install, and stops.
define check_python
	command -v $(PYTHON) >/dev/null || { \
		echo "$(PYTHON) was not found; install Python 3.11 or newer: sudo apt-get install python3 python3-venv" >&2; exit 1; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is $$($(PYTHON) --version 2>&1), and Python 3.11 or newer is needed;" \
			"install one and name it: make PYTHON=python3.13 $(MAKECMDGOALS)" >&2; exit 1; }; \
	$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) has no venv module; install it: sudo apt-get install python3-venv" >&2; exit 1; }
endef

# Fills `.venv` from the lock $(2) unless its stamp is there. `.venv` is made anew when it is missing or half made, when its
# Python is gone, and when the lock has changed, so that it never holds more than a lock says. A link to another checkout's is
# refused, which would be emptied with it. The stamp comes last: an interrupted run leaves none, and the next one does the work again.
define install
	set -e; stamp=$(VENV)/ready-$(1)-$$(cksum <$(2) | tr ' ' '-'); \
	if [ ! -e "$$stamp" ] || ! $(RUN) -c 'import pip' 2>/dev/null; then \
		$(check_python); \
		[ ! -L $(VENV) ] || { echo "$(VENV) is a link, and what it leads to would be emptied; remove the link" >&2; exit 1; }; \
		if [ ! -e $(VENV)/made ] || ! $(RUN) -c 'import pip' 2>/dev/null || ls $(VENV)/ready-$(1)-* >/dev/null 2>&1; then \
			echo "Making $(VENV) …" >&2; $(PYTHON) -m venv --clear $(VENV); touch $(VENV)/made; \
		fi; \
		echo "Installing what $(2) lists …" >&2; \
		$(RUN) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r $(2) >&2; \
		touch "$$stamp"; \
	fi
endef

# Compiles the plugins that have changed, once: where later runs may not write bytecode, as in many containers, each would
# compile all of them anew (0.4 CPU s). The bytecode holds a hash of its source, which Python compares, so an edited plugin
# is seen whatever its times are. A mistake in a plugin is told by the run that imports it.
define compile
	changed=$$(find plugins -name '*.py' $$([ ! -e $(VENV)/compiled ] || echo -newer $(VENV)/compiled)); \
	[ -z "$$changed" ] || { $(RUN) -m compileall -qq --invalidation-mode checked-hash $$changed || true; \
		touch $(VENV)/compiled; }
endef

# Gets what the tests run beside Python: a browser, an SSH server and web servers, Azure's storage.
define install_servers
	$(RUN) -m tests.browser.install
	$(RUN) -m tests.publish.install
	$(RUN) -m tests.publish.install_azurite
endef

##@ Beginning, and keeping up
start: ready ## Make this publication yours: NAME="Kabar Pemasaran" LOCALE=id [ZONE=Asia/Jakarta] [URL=https://…]; asks for the rest
	$(RUN) -m plugins.start $(call given,name,NAME) $(call given,locale,LOCALE) $(call given,zone,ZONE) $(call given,url,URL) \
		$(if $(FORCE),--force)

update: ready ## Bring the kit's next release, your own files stay: TO=1.3.0; FROM=address or folder of a repository with it
	$(RUN) -m plugins.start.update_kit begin $(call given,to,TO) $(call given,from,FROM)
	$(MAKE) --no-print-directory ready
	$(RUN) -m plugins.start.update_kit finish

##@ Every day
publish: ready ## Build and publish what changed; PUBLISH_TARGET=folder or s3://bucket …, FORCE=1 to override a guard, CHECK=1 to look at all files there
	$(RUN) -m plugins.publish publish $(WISHES)

plan: ready ## Build and say what publishing would send, remove and purge, and send nothing; JSON=1 for programs
	$(RUN) -m plugins.publish plan $(WISHES) $(if $(JSON),--json)

rollback: ready ## Publish an earlier release again: the one before, or RELEASE=id; content stays as it is
	$(RUN) -m plugins.publish rollback $(RELEASE) $(WISHES)

releases: ready ## List the releases that are kept, the present one marked
	$(RUN) -m plugins.publish releases

due: ready ## End with status 0 when it is time to publish, for timers; needs no network
	$(RUN) -m plugins.publish.due

headers: ready ## Print what servers shall send, redirects too, from the last build: FORMAT=nginx; WITH=file of before, good for both themes
	$(RUN) -m plugins.publish headers $(FORMAT) $(if $(WITH),--with '$(WITH)')

open: ready ## Serve the published release at a local address; PORT=8001
	folder=$$($(RUN) -m plugins.publish where) && exec $(RUN) -m plugins.preview --folder "$$folder" $(if $(PORT),--port $(PORT))

serve: ready ## Preview with drafts at a local address, rebuilt and reloaded on save; PORT=8000
	$(RUN) -m plugins.preview $(if $(PORT),--port $(PORT))

new: ready ## Start an article as a draft: make new TITLE="What it says"
	title=$(call typed,TITLE); $(RUN) -m plugins.desk new "$$title"

move: ready ## Give an article, a page, a category … another address, and all that names it: FROM=slug TO=slug; DRY=1 only says what
	$(RUN) -m plugins.desk move $(call given,from,FROM) $(call given,to,TO) $(if $(DRY),--dry-run)

agenda: ready ## List what is coming and what is owed: scheduled, expiring, drafts, overdue …; ALL=1, FORMAT=json
	$(RUN) -m plugins.desk agenda $(if $(ALL),--all) $(if $(FORMAT),--format $(FORMAT))

why: ready ## Say what the next build writes and why; of one page: PAGE=/2023/11/mix-model/; what is related: ARTICLE=slug
	$(if $(ARTICLE),$(RUN) -m plugins.related $(ARTICLE),$(RUN) -m plugins.stet why $(PAGE))

pictures: ready ## Report on pictures: the heaviest, those that want a description, a credit, a focus; ALL=1, FORMAT=json
	$(RUN) -m plugins.desk pictures $(if $(ALL),--all) $(if $(FORMAT),--format $(FORMAT))

embeds: ready ## Ask sites for title, author and picture of embeds without any, into content/embeds.toml; ADDRESS=https://…, REFRESH=1 compares
	address=$(call typed,ADDRESS); $(RUN) -m plugins.embeds fetch $(if $(REFRESH),--refresh) -- $${address:+"$$address"}

override: ready ## Copy a file of the theme to change it: TEMPLATE=components/card.html, or components/card.css; without, list all
	name=$(call typed,TEMPLATE); $(RUN) -m plugins.press override "$$name"

##@ Upkeep
check-content: ready ## Check content without a build; ALL=1 lists all, STRICT=1 fails at warnings too; FORMAT=json, github
	status=0; wishes="$(if $(ALL),--all) $(if $(STRICT),--strict)"; \
	desk="$(RUN) -m plugins.desk check $$wishes"; brand="$(RUN) -m plugins.brand check $$wishes"; press="$(RUN) -m plugins.press check $$wishes"; \
	$(if $(filter json,$(FORMAT)),report=$$($$desk --format json) || [ $$? != 2 ] || { printf '%s\n' "$$report"; exit 1; }; \
		printf '%s\n' "$$report" | $$brand --format json --join | $$press --format json --join || status=1;, \
		for each in "$$desk" "$$brand" "$$press"; do $$each $(if $(FORMAT),--format $(FORMAT)) || { [ $$? != 2 ] || exit 1; status=1; }; done;) \
	exit $$status

check: lint ## Check what a minute can, at every save: lint, the tests of what was edited, and a part of the others
	$(PYTEST) -n logical --quick -m "not slow" tests/unit tests/architecture tests/theme $(ARGS)

# Tests write bytecode, whatever the environment says: theirs is costly, as pytest rewrites every `assert`.
check test soak: export PYTHONDONTWRITEBYTECODE =

test: ready-dev ## Run every test, with real servers and a real browser; TEST_SEED=n repeats what chance chose in a run
	$(install_servers)
	$(PYTEST) $(ARGS)

soak: ready-dev ## Try for MINUTES=30 what `make test` tries a part of: edits at random, faults at every step
	$(install_servers)
	SOAK_MINUTES=$(or $(MINUTES),30) $(PYTEST) $(or $(ARGS),tests/soundness tests/publish tests/unit tests/site tests/browser)

mutants: ready-dev ## Break one promise of the docs after another, and see the tests catch each: ARGS="policy takedown" for some
	$(RUN) -m tests.mutants $(ARGS)

lint: ready-dev ## Check style, types, content, the look, own templates and styles
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy plugins
	$(RUN) -m plugins.desk check
	$(RUN) -m plugins.brand check
	$(RUN) -m plugins.press check

bench: ready-dev ## Measure what builds cost, into docs/benchmarks.md: SIZE="100 1000" RUNS=3 PEERS=all SCENARIOS=cold
	$(if $(SIZE),,$(RUN) -m tests.bench.weigh)
	$(RUN) -m tests.bench $(SIZE) $(if $(RUNS),--runs $(RUNS)) $(if $(PEERS),--peers $(filter-out none,$(PEERS))) \
		$(if $(SCENARIOS),--scenarios $(SCENARIOS)) $(if $(DATE),--date $(DATE))

bench-related: ready-dev ## Measure what related articles cost, cold and after an edit: SIZE=10000
	$(RUN) -m tests.bench.related $(or $(SIZE),10000) $(if $(RUNS),--runs $(RUNS))

bench-pictures: ready-dev ## Measure what pictures cost, into docs/benchmarks-pictures.md: SIZE=6000 PHOTOGRAPHS=40 ARTICLES=10000
	$(RUN) -m tests.bench.pictures $(or $(SIZE),6000) $(if $(PHOTOGRAPHS),--photographs $(PHOTOGRAPHS)) \
		$(if $(ARTICLES),--articles $(ARTICLES)) $(if $(DATE),--date "$(DATE)")

bench-publishing: ready-dev ## Measure publishing beside other programs, into docs/benchmarks-publishing.md: SIZE="470 10000" RUNS=7
	$(RUN) -m tests.bench.publishing $(if $(SIZE),--size $(SIZE)) $(if $(PAGES),--pages $(PAGES)) $(if $(RUNS),--runs $(RUNS)) \
		$(if $(PROGRAMS),--programs $(PROGRAMS)) $(if $(SCENARIOS),--scenarios $(SCENARIOS)) $(if $(DATE),--date $(DATE))

bench-outputs: ready-dev ## Measure what outputs for machines cost, into docs/benchmarks-outputs.md: SIZE="1000 10000" RUNS=5 COLD=3
	$(RUN) -m tests.bench.outputs $(SIZE) $(if $(RUNS),--runs $(RUNS)) $(if $(COLD),--cold $(COLD)) \
		$(if $(SCENARIOS),--scenarios $(SCENARIOS)) $(if $(BESIDE),--beside '$(BESIDE)')

eval-related: ready ## Rank any folder of posts, and hold it against editors' links: CORPUS=folder QRELS=file OUT=file
	$(RUN) -m tests.evaluation --corpus '$(CORPUS)' $(if $(QRELS),--qrels '$(QRELS)') $(if $(OUT),--out '$(OUT)') \
		$(if $(LINKED),--linked '$(LINKED)') $(if $(THRESHOLDS),--thresholds $(THRESHOLDS))

docs: ready ## Write the references of front matter, HTML, settings, page models from the code; the digest of the demonstration
	$(RUN) -m plugins.desk reference
	$(RUN) -m plugins.press reference
	$(RUN) -m plugins
	$(RUN) -m plugins.start.demonstration

languages: ready-dev ## Write how each language has dates, lists, numbers and plurals, from CLDR
	$(RUN) -m tests.tools.cldr_files

share-cards: ready-dev ## Draw share cards of every design and script, to look at; OUT=folder
	$(RUN) -m tests.share_cards $(OUT)

screenshots: ready-dev ## Take the pictures of README.md and docs/authors.md anew
	$(RUN) -m tests.browser.install
	$(RUN) -m tests.browser.screenshots

release: ready-dev ## Make a release of the kit, a commit and a tag: VERSION=1.1.0; after make test
	version='$(subst ','\'',$(value VERSION))'; $(RUN) -m plugins.start.release "$$version"

lock: ready-dev ## Renew both locks to the newest versions that pyproject.toml allows
	$(LOCK_COMMAND) --output-file requirements.txt
	$(LOCK_COMMAND) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## Remove everything that can be made again; published/ stays, and .pictures/, which takes long to make
	rm -rf $(VENV) .cache .preview output output.stet
	find . -name __pycache__ -type d -prune -not -path './.git/*' -exec rm -rf {} +

help:
	awk 'BEGIN { FS = ":.*## " } /^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ready:
	$(call install,publish,requirements.txt)
	$(compile)

ready-dev:
	$(call install,dev,requirements-dev.txt)
	$(compile)
