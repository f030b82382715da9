"""An import-linter contract: these modules may import only what is listed."""

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules
from importlinter.domain.imports import ModuleExpression


class OnlyContract(Contract):
    """Forbid every import that is not named, where import-linter's own contracts forbid what is named.

    A package among the modules stands for everything in it, and its parts may import each other.
    """

    type_name = "only"

    # Fields parse the configuration; on the instance stands what they parsed.
    modules = fields.ListField(subfield=fields.ModuleExpressionField())
    may_import = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 - its base says so
        """Find the direct imports that are not allowed."""
        strays = []
        modules = cast("list[ModuleExpression]", self.modules)
        may_import = cast("list[str]", self.may_import)
        for package in module_expressions_to_modules(graph, modules, as_packages=False):
            allowed = {*may_import, package.name}
            for module in sorted({package.name, *graph.find_descendants(package.name)}):
                strays += [
                    f"{module} imports {imported}"
                    for imported in sorted(graph.find_modules_directly_imported_by(module))
                    if allowed.isdisjoint(_self_and_ancestors(imported))
                ]
        return ContractCheck(kept=not strays, metadata={"strays": strays})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that is not allowed."""
        for stray in check.metadata["strays"]:
            output.print_error(f"- {stray}", bold=False)
        output.new_line()


def _self_and_ancestors(module: str) -> set[str]:
    parts = module.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
