"""Forms of charts."""

import pytest

from plugins.newsroom.charts.chart_values import CHART_FORMS, ChartData, ChartForm, Series
from plugins.newsroom.charts.draw_chart import draw_chart
from plugins.newsroom.words.catalogues import english


@pytest.mark.parametrize("form", CHART_FORMS)
def test_each_form_is_drawn_without_a_style_of_its_own(form: ChartForm) -> None:
    data = ChartData(("Q1", "Q2"), (0, 1), False, (Series("a", (1, -2), ("1", "−2")),))

    drawing = draw_chart(data, form, english())

    assert drawing.form == form
    assert "style" not in drawing.markup
    assert 'class="chart__plane"' in drawing.markup
