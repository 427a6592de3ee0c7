import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.language.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("TikTok closes its shop", ["tiktok", "closes", "its", "shop"]),
        ("The agency’s 5G plan, B & Co", ["the", "agency", "5g", "plan", "co"]),
        ("snake_case e-commerce", ["snake", "case", "commerce"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("cafe\u0301 café", ["café", "café"]),
        ("ＰＲ２０２３", ["pr2023"]),
        ("２０２３年１１月", ["2023", "年", "11", "月"]),
        ("pasaran media sosial", ["pasaran", "media", "sosial"]),
        ("jalan-jalan, kanak-kanak", ["jalan", "jalan", "kanak", "kanak"]),
        ("iklannya", ["iklannya"]),
        ("qua\u0309ng ca\u0301o QUẢNG CÁO", ["quảng", "cáo", "quảng", "cáo"]),
        ("抖音电商", ["抖音", "音电", "电商"]),
        ("禁", ["禁"]),
        ("抖音Shop关", ["抖音", "shop", "关"]),
        ("広告、メディア", ["広告", "メデ", "ディ", "ィア"]),
        ("ｶﾌｪ ﾃﾞｰﾀ", ["カフ", "フェ", "デー", "ータ"]),
        ("マルチ・メディア", ["マル", "ルチ", "メデ", "ディ", "ィア"]),
        ("ข่าว", ["ข่า", "าว"]),
        ("สื่อที่", ["สื่อ", "อที่"]),
        ("ที่", ["ที่"]),
        ("ไทย\u200bปี ๒๕๖๖", ["ไท", "ทย", "ปี", "๒๕", "๕๖", "๖๖"]),
        ("광고를 광고", ["광고", "고를", "광고"]),
        ("विज्ञापन", ["विज्ञापन"]),
        ("🎉 launch 🎉", ["launch"]),
    ],
)
def test_a_text_is_cut_into_comparable_words(text: str, expected: list[str]) -> None:
    assert list(words(text)) == expected


@given(st.text())
def test_a_text_without_unspaced_scripts_is_cut_the_same_as_one_with_them(text: str) -> None:
    assert list(words(f"{text} 禁")) == [*words(text), "禁"]
