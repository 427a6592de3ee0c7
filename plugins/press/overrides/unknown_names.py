"""Names in a template that nothing defines."""

from collections.abc import Collection, Iterator

from jinja2 import TemplateAssertionError, nodes
from jinja2.meta import find_undeclared_variables


def unknown_names(tree: nodes.Template, given: Collection[str]) -> Iterator[nodes.Name]:
    """Yield each read of a name that is neither `given` nor defined in the template nor a global.

    A template that asks of a name whether it is defined may read it.
    """
    environment = tree.environment
    if environment is None:
        return
    # The search is Jinja's compiler, which stops at a filter or a test that there is not: here any will do.
    lenient = environment.overlay()
    lenient.filters = {node.name: str for node in tree.find_all(nodes.Filter)} | environment.filters
    lenient.tests = {node.name: callable for node in tree.find_all(nodes.Test)} | environment.tests
    tree.set_environment(lenient)
    try:
        undeclared = find_undeclared_variables(tree)
    except TemplateAssertionError:
        return  # the compiler tells why
    finally:
        tree.set_environment(environment)
    known = {*given, *environment.globals, *_asked(tree), *stored_names(tree)}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name in undeclared - known:
            yield node


def stored_names(tree: nodes.Template) -> set[str]:
    """Return the names that a template defines somewhere: sets, parameters, macros, imports."""
    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    imported = {node.target for node in tree.find_all(nodes.Import)}
    names = [name for node in tree.find_all(nodes.FromImport) for name in node.names]
    return stored | macros | imported | {name if isinstance(name, str) else name[1] for name in names}


def _asked(tree: nodes.Template) -> Iterator[str]:
    """Yield the names of which the template asks whether they are defined, or that it has another value for."""
    for node in (*tree.find_all(nodes.Test), *tree.find_all(nodes.Filter)):
        if node.name in ("defined", "undefined", "default", "d") and isinstance(node.node, nodes.Name):
            yield node.node.name
