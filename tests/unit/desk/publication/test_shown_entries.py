from plugins.desk.publication.shown_entries import is_shown, met_entries, running_promos
from tests.unit.desk.conftest import Load, article

PROMO = "---\ntitle: P\ntext: T.\nurl: https://p.example/\nadvertiser: P\nstart: {start}\nend: 2024-03-01 08:00\n---\n"


def test_a_tag_and_a_sponsor_are_met_where_a_shown_article_names_them(load_content: Load) -> None:
    loaded = load_content(
        {
            "articles/2023/11/one.md": article(keys="tags: [Video]\nsponsor: tideline\n"),
            "tags/video.md": "---\nname: Video\nsummary: Moving.\n---\n",
            "tags/radio.md": "---\nname: Radio\nsummary: Still.\n---\n",
            "sponsors/tideline.md": "---\nname: Tideline\nurl: https://t.example/\n---\n",
            "sponsors/other.md": "---\nname: Other\nurl: https://o.example/\n---\n",
        }
    )
    articles = [entry for entry in loaded.index.kinds["articles"] if is_shown(loaded.index, loaded.site, entry)]

    met = {entry.source for entry in met_entries(loaded.index, loaded.site, articles)}

    assert {source for source in met if source.startswith(("tags/", "sponsors/"))} == {
        "sponsors/tideline.md",
        "tags/video.md",
    }


def test_a_promo_counts_from_its_start_on(load_content: Load) -> None:
    promos = {f"promos/{day}.md": PROMO.format(start=f"2023-{day} 08:00") for day in ("11-30", "12-20")}
    loaded = load_content(promos)

    assert [promo.source for promo in running_promos(loaded.index, loaded.site)] == ["promos/11-30.md"]
