# Every target calls run.py, which needs nothing but Python and prepares what is missing.

PYTHON ?= python3
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help run init emulators backup restore test check soak manifest bench requirements

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s%s\n", $$1, $$2}'

run: ## Start Trowulan on this machine (PORT=8080 DATA=); LAN=1 serves the office's network (ADDRESS= CERTIFICATE= KEY=)
	@$(PYTHON) run.py run --port $(PORT) $(if $(DATA),--data "$(DATA)") $(if $(LAN),--lan) $(if $(ADDRESS),--host $(ADDRESS)) \
		$(if $(CERTIFICATE),--certificate $(CERTIFICATE)) $(if $(KEY),--key $(KEY))

init: ## Begin a real office in an empty data folder; prints the code of its first administrator (DATA= NAME=)
	@$(PYTHON) run.py init $(if $(DATA),--data "$(DATA)") $(if $(NAME),--name "$(NAME)")

emulators: ## Start Trowulan in the cloud's shape on Google's emulators (PORT=8080 and the eight after it)
	@$(PYTHON) run.py emulators --port $(PORT)

backup: ## Back up records, documents and keys, also while Trowulan runs (FILE= DATA=)
	@$(PYTHON) run.py backup $(if $(FILE),--to "$(FILE)") $(if $(DATA),--data "$(DATA)")

restore: ## Restore a backup (FILE=…) while Trowulan does not run; ASIDE=1 moves the present data aside (DATA=)
	@$(PYTHON) run.py restore "$(FILE)" $(if $(DATA),--data "$(DATA)") $(if $(ASIDE),--aside)

test: ## Run every check and every test, the browser's too
	@$(PYTHON) run.py test

check: ## Run the static checks and the fast tests, in less than a minute
	@$(PYTHON) run.py check

soak: ## Run the slow tests at length
	@$(PYTHON) run.py soak

manifest: ## Write infra/generated/ from the catalogue
	@$(PYTHON) run.py manifest

bench: ## Measure the speed against its floors
	@$(PYTHON) run.py bench

requirements: ## Write the hashed requirement files (UPGRADE=1 takes the newest versions)
	@$(PYTHON) run.py requirements $(if $(UPGRADE),--upgrade)
