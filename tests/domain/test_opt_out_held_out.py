"""Opt-out words on sentences that nobody looked at while writing the tables (`opt_out.tsv`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.domain.opt_out_figures import HELD_OUT, figures, rows, table

STOP_RECALL = 0.85
FALSE_STOPS = 0.01


def test_B11_most_wordings_of_stop_are_understood() -> None:
    everything, by_language = figures(rows(HELD_OUT))
    assert everything.rows["stop"] > 0
    assert everything.recall("stop") >= STOP_RECALL, table(everything, by_language)


def test_B13_hardly_any_other_message_is_read_as_a_stop() -> None:
    everything, by_language = figures(rows(HELD_OUT))
    assert everything.rows["none"] > 0
    assert everything.false_stop_rate() <= FALSE_STOPS, table(everything, by_language)


def test_the_figures_count_what_they_say(tmp_path: Path) -> None:
    held_out = tmp_path / "few.tsv"
    held_out.write_text(
        'language\tmeaning\ttext\nen\tstop\t"STOP"\nen\tstop\twhat a day\nes\tnone\tparar\nes\tnone\thola\n', encoding="utf-8"
    )
    everything, by_language = figures(rows(held_out))
    assert (everything.recall("stop"), everything.false_stop_rate()) == (0.5, 0.5)
    assert (by_language["en"].false_stop_rate(), by_language["es"].recall("stop")) == (0.0, 1.0)
    assert "1/2" in table(everything, by_language)


@pytest.mark.parametrize(
    "content", ["text\n", "language\tmeaning\ttext\nen\tperhaps\tSTOP\n", "language\tmeaning\ttext\nen\tstop\tSTOP\tNOW\n"]
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, content: str) -> None:
    held_out = tmp_path / "odd.tsv"
    held_out.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.tsv"):
        rows(held_out)
