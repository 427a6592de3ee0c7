"""Tags of audio and video that authors write: each has a file, waits until somebody plays it, and can be stopped."""

from plugins.desk.text.findings import Inspection, TextReference
from plugins.desk.text.tree import Element, Text, elements, new_element

MEDIA_TAGS = ("audio", "video")
_HAS_FILE = (*MEDIA_TAGS, "source")
_WITHOUT_WORDS = ("source", "track")
_WAITS = "none"
_ELSEWHERE = "media elsewhere"
_REFUSED = (_ELSEWHERE, "embedded file", "file of a computer", "template address", "script address")
"""Problems with an address for which a tag has lost its file."""


def make_media_safe(found: Inspection) -> None:
    """Give every tag of audio and video its controls, let it load nothing by itself, and take out those without a file.

    What is changed is added to the problems.
    """
    for element in elements(found.root):
        if element.tag in MEDIA_TAGS:
            inside = [element, *elements(element)]
            if any(_names_file(each) for each in inside if each.tag in _HAS_FILE):
                _set(found, element)
            else:
                _take_out(found, element, inside)


def _names_file(element: Element) -> bool:
    return not str(element.attrs.get("src") or "#").startswith(("#", "?"))


def _set(found: Inspection, element: Element) -> None:
    if "controls" not in element.attrs:
        found.say("no controls", element.tag, element)
        element.attrs["controls"] = ""
    written = element.attrs.get("preload")
    if written not in (None, _WAITS):
        found.say("preload", str(written), element, "preload")
    element.attrs["preload"] = _WAITS


def _take_out(found: Inspection, element: Element, inside: list[Element]) -> None:
    """Take out a tag without a file; its words stay, and a link where the file is another site's."""
    said = [each for each in found.problems if each.kind in _REFUSED and any(each.node is node for node in inside)]
    if not said:
        found.say("no media", element.tag, element)
    gone = [element, *(each for each in inside if each.tag in _WITHOUT_WORDS)]
    found.references[:] = [each for each in found.references if not any(each.element is node for node in gone)]
    if elsewhere := next((each.value for each in said if each.kind == _ELSEWHERE), ""):
        link = new_element("a", {"href": elsewhere}, elsewhere)
        found.references.append(TextReference("link", elsewhere, link, "href", elsewhere))
        element.insert_before(link)
    for each in gone[1:]:
        each.extract()
    if element.text.strip() or list(elements(element)):
        element.insert_before(Text(" "))
    element.unwrap()
