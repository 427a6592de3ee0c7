"""The house style as far as a machine can see it in Python; docs/style.md has the rules and their reasons."""

import ast
import re
import tomllib

import pytest

from tests.architecture.source import (
    ENGINE,
    LIBRARY,
    PLUGINS,
    ROOT,
    Module,
    functions,
    imported_names,
    modules,
    packages,
)

MODULE_LINES = 250
FUNCTION_LINES = 50
CLOCK = PLUGINS / LIBRARY / "clock.py"
BANNED_NAMES = frozenset({"utils.py", "helpers.py", "common.py"})
CLOCK_CALL = re.compile(r"(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime)")


def calls(module: Module) -> list[tuple[int, str]]:
    return [(node.lineno, ast.unparse(node.func)) for node in module.walk() if isinstance(node, ast.Call)]


def test_a_long_module_says_why_in_its_docstring() -> None:
    long = [module for module in modules() if module.text.count("\n") > MODULE_LINES]
    found = [module.place for module in long if "long because" not in (ast.get_docstring(module.tree) or "").casefold()]

    assert found == []


def test_no_function_is_longer_than_a_screen() -> None:
    found = [
        f"{module.place}:{function.lineno}: {function.name}"
        for module in modules()
        for function in functions(module.tree)
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
    ]

    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    assert [module.place for module in modules() if not ast.get_docstring(module.tree)] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [module.place for module in modules() if module.path.name in BANNED_NAMES] == []


def test_only_the_one_clock_asks_for_the_time() -> None:
    found = [
        f"{module.place}:{line}: {name}"
        for module in modules()
        if module.path != CLOCK
        for line, name in calls(module)
        if CLOCK_CALL.fullmatch(name.removeprefix("datetime."))
    ]

    assert found == []


def test_the_engine_measures_time_only_for_whoever_waits() -> None:
    """All else goes by the times of the file system: a clock that was put back must not hide a change."""
    found = [
        f"{module.path.name}: {name}"
        for module in modules()
        if module.package == ENGINE
        for _, name in imported_names(module.tree)
        if name.split(".")[0] == "time"
    ]

    assert found == ["bar.py: time.monotonic"]


def test_errors_are_named_and_nothing_catches_them_blindly() -> None:
    found = [
        f"{module.place}:{node.lineno}"
        for module in modules()
        for node in module.walk()
        if (isinstance(node, ast.ExceptHandler) and node.type is None)
        or (isinstance(node, ast.Raise) and node.exc and re.match(r"Exception\b", ast.unparse(node.exc)))
    ]

    assert found == []


def test_signal_handlers_are_functions_of_their_module() -> None:
    """A handler that only `register` holds is let go of at once, and never runs (blinker keeps weak references)."""
    found = []
    for module in modules():
        known = {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        for node in module.walk():
            if isinstance(node, ast.Call) and re.fullmatch(r"signals\.\w+\.connect", ast.unparse(node.func)):
                handler = ast.unparse(node.args[0])
                if handler not in known:
                    found.append(f"{module.place}:{node.lineno}: {handler}")

    assert found == []


def test_every_signature_is_annotated() -> None:
    found = [
        f"{module.place}:{function.lineno}: {function.name}"
        for module in modules()
        for function in functions(module.tree)
        if function.returns is None
    ]

    assert found == []


def test_an_exception_to_a_check_gives_its_reason() -> None:
    exception = re.compile(r"#\s*(noqa(?!: [A-Z0-9, ]+ - \w)|type: ignore(?!\[[\w, -]+\]\s+# \w)|pragma)")
    found = [
        f"{module.place}:{number}: {line.strip()}"
        for module in modules()
        for number, line in enumerate(module.text.splitlines(), start=1)
        if exception.search(line)
    ]

    assert found == []


@pytest.mark.parametrize("package", packages())
def test_every_plugin_has_tests(package: str) -> None:
    tested = ROOT / "tests" / "unit" / package

    assert any(tested.glob("test_*.py")), f"tests/unit/{package}/ has no test_….py"


@pytest.mark.parametrize("package", [package for package in packages() if package != LIBRARY])
def test_every_plugin_has_the_one_shape(package: str) -> None:
    folder = PLUGINS / package
    is_command_only = (folder / "__main__.py").is_file() and not (folder / "plugin.py").is_file()

    assert (folder / "__init__.py").is_file()
    assert (folder / "plugin.py").is_file() or is_command_only


def test_every_dependency_gives_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    names = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    without = [name for name in names if not re.search(rf'"{re.escape(name)}",\s+# \S', text)]

    assert without == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_by_hash_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", text.strip())

    assert not re.search(r"https?://|--index|--extra-index|--find-links|--trusted", text)
    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_both_locks_agree() -> None:
    def pins(lock: str) -> dict[str, str]:
        return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    runtime, dev = pins("requirements.txt"), pins("requirements-dev.txt")

    assert runtime.items() <= dev.items()
