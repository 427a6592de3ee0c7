"""Compiles templates to Python as Jinja does, without checks that have one answer in this theme.

Jinja's code checks on every page things that are known when a template is compiled: printed text is not kept, so it
need not become Markup; the name after a dot is a field; a call is that of a macro, imported without context. That took
more than half of the time of a page. A test holds the bytes beside plain Jinja's.
"""

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


def printed(value: object) -> str:
    """Return `value` as it stands in a page: escaped by `markupsafe.escape`, though not always as Markup."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)


class ThemeCode(CodeGenerator):
    """Writes the Python of one template; leaves to Jinja everything that this theme does not use."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        self.writeline(f"from {__name__} import {printed.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Write the beginning of the code that prints `node`; the environment has no `finalize`."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{printed.__name__}(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write a model's field or a phrase's method as Python's own attribute; a missing one raises AttributeError."""
        if iskeyword(node.attr) or not isinstance(node.node, nodes.Name | nodes.Getattr | nodes.Const):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the import of a macro as one look-up among the environment's components."""
        if node.with_context or not frame.toplevel or not isinstance(node.template, nodes.Const):
            super().visit_FromImport(node, frame)
            return
        for imported in node.names:
            name, alias = imported if isinstance(imported, tuple) else (imported, imported)
            self.writeline(f"{frame.symbols.ref(alias)} = context.vars[{alias!r}] = ", node)
            self.write(f"environment.component({node.template.value!r}, {name!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - as above
        """Write the call of a macro as Python's own; none takes Jinja's context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(pair.key) for pair in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")
