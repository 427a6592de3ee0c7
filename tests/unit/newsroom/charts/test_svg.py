"""SVG as text."""

from plugins.newsroom.charts.svg import element, percent, points, text


def test_text_and_attributes_are_escaped() -> None:
    assert text('<b> & "x"', class_='"') == '<text class="&quot;">&lt;b&gt; &amp; "x"</text>'


def test_numbers_have_no_needless_decimals() -> None:
    assert element("rect", x=1.5, y=2.0, width=percent(1 / 3), rx=None) == '<rect x="1.5" y="2" width="33.33%"/>'


def test_a_line_has_its_corners_in_order() -> None:
    assert points([(0, 1.25), (10, 2.0)]) == "0,1.25 10,2"
