# Each target is one npm script; `make` alone installs what is needed and builds raw/ into output/.
.DEFAULT_GOAL := build
.PHONY: build scheduled soak cluster-test test check verify interop bench models gazetteers golden clean help

# npm ci only when the lock file is newer than what is installed.
node_modules/.package-lock.json: package-lock.json package.json
	npm ci
	@touch $@

build: node_modules/.package-lock.json ## build raw/ into output/ (the default)
	npm run --silent build

scheduled: node_modules/.package-lock.json ## the same for a timer: silent, one line of JSON; ARGS="--on-publish CMD" (docs/scheduling.md)
	@npm run --silent scheduled -- $(ARGS)

test: node_modules/.package-lock.json ## run the tests
	npm run --silent test

soak: node_modules/.package-lock.json ## the long tests, some twenty minutes on two cores: every crash point, killed runs, a million odd inputs
	npm run --silent soak

cluster-test: node_modules/.package-lock.json ## Slurm and Spark, each on this machine, with tasks killed; manifests for Kubernetes: what is installed (docs/scaling.md)
	npm run --silent cluster-test

check: node_modules/.package-lock.json ## types, lint, dead code, tests
	npm run --silent check

verify: node_modules/.package-lock.json ## check the published release from its bytes
	npm run --silent verify

interop: build ## check the published release with other people's validators and readers (Python); ARGS="FOLDER" for another one
	@npm run --silent interop -- $(ARGS)

bench: node_modules/.package-lock.json ## measure quality and speed, write docs/
	npm run --silent bench

models: node_modules/.package-lock.json ## train the weights again (needs the treebanks, see pipeline/resources/README.md)
	npm run --silent models

gazetteers: node_modules/.package-lock.json ## compile the gazetteers again
	npm run --silent gazetteers

golden: node_modules/.package-lock.json ## accept what golden tests print now
	npm run --silent golden

clean: ## remove everything that was built
	rm -rf output/.work output/.cache output/releases output/latest coverage

help: ## print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14
