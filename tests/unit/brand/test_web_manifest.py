import json

from plugins.brand.web_manifest import ManifestIcon, web_manifest

HOSTILE = "A</script>]]>&\u2028\u202e “🗞”"


def manifest(**given: str) -> dict[str, object]:
    values = {"name": "Kabar", "short_name": "", "lang": "id", "prefix": "/news", "paper": "#fbf9f4", **given}
    icons = [ManifestIcon("/news/assets/icon-512.png", 512, "maskable")]
    found: dict[str, object] = json.loads(web_manifest(**values, icons=icons))
    return found


def test_a_publication_below_a_path_keeps_to_it() -> None:
    found = manifest()

    assert [found[key] for key in ("id", "start_url", "scope")] == ["/news/"] * 3
    assert found["icons"] == [
        {"src": "/news/assets/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}
    ]


def test_names_are_written_so_that_they_are_read_back() -> None:
    assert manifest(name=HOSTILE)["name"] == HOSTILE
    assert manifest(name=HOSTILE)["short_name"] == HOSTILE
    assert manifest(short_name="K")["short_name"] == "K"


def test_the_direction_is_that_of_the_language() -> None:
    assert [manifest(lang=lang)["dir"] for lang in ("id", "ar")] == ["ltr", "rtl"]
