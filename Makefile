.DEFAULT_GOAL := help
.PHONY: help run test check bench build examples bootstrap clean

help: ## List the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

run: build examples ## Build and serve with the examples deployed (ARGS="--addr 127.0.0.1:9000")
	exec .build/release/tensor-wasm serve --preload Examples/build $(ARGS)

test: examples ## Run all tests (TESTARGS="--filter Gateway")
	scripts/bootstrap --test
	swift test $(TESTARGS)

check: ## Check formatting and repository rules
	scripts/check-format
	scripts/check-repository
	python3 -B -m unittest discover -s Tests/Hardening

bench: build examples ## Measure and compare with the baseline
	scripts/bootstrap --bench
	swift build -c release --product kernel-bench
	swift build -c release --product tenancy-bench
	scripts/bench

build: bootstrap ## Build the server, optimised
	swift build -c release --product tensor-wasm

examples: bootstrap ## Build the example guests into Examples/build
	scripts/build-examples

bootstrap: ## Fetch what the build needs
	scripts/bootstrap

clean: ## Remove everything built; fetched files stay in .deps
	rm -rf .build Examples/build
