from plugins.desk.text.findings import Inspection
from plugins.desk.text.tree import Text, new_element


def test_a_problem_that_is_none_is_taken_back() -> None:
    found, here, there = Inspection(new_element("div")), Text("a"), Text("a")
    for kind, node in (("callout", here), ("space", here), ("callout", there)):
        found.say(kind, "a", node)

    found.forget("callout", here)

    assert [(each.kind, each.node) for each in found.problems] == [("space", here), ("callout", there)]
