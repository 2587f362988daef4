"""Figures and labelled files."""

from pathlib import Path

import pytest

from bot.domain.language import LanguageGuess
from bot.language.evaluation import evaluate, label_file, read_rows


class AlwaysSpanish:
    """Fulfils the port with one answer, and unknown for an empty text."""

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        return LanguageGuess("es" if text else "unknown", 1.0, "fake")


def test_labelling_keeps_every_column_and_survives_bad_rows(tmp_path: Path) -> None:
    source, out = tmp_path / "in.tsv", tmp_path / "out.tsv"
    source.write_bytes(b'id\ttext\tnote\n1\t"hola\tx\n2\n3\t\xff\xfe\ty\n4\ta\x00b\tz\n\n5\thola\tx\textra\n')
    label_file(source, out, AlwaysSpanish())
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id\ttext\tnote\tpredicted_lang"
    assert lines[1] == '1\t"hola\tx\tes'
    assert lines[2] == "2\t\t\tunknown"
    assert len(lines) == 6
    assert all(line.split("\t")[-1] in {"es", "unknown"} for line in lines[1:])


def test_a_file_without_texts_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "in.tsv"
    source.write_text("id\n1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="text"):
        label_file(source, tmp_path / "out.tsv", AlwaysSpanish())


def test_the_report_counts_right_wrong_and_unknown(tmp_path: Path) -> None:
    source = tmp_path / "in.tsv"
    source.write_text("lang\ttext\nes\thola\nfr\tbonjour\nar-Latn\tmarhaba\nru-Latn\t\n", encoding="utf-8")
    report = evaluate(source, AlwaysSpanish())
    lantern = next(line for line in report.splitlines() if line.startswith("Lantern"))
    assert lantern.split()[:9] == ["Lantern", "0.500", "of", "2", "0.000", "of", "2", "0.500", "0.250"]
    assert "lingua alone" in report
    assert "langdetect alone" in report
    assert "fr       -> es         1" in report


def test_no_rows_is_a_sentence_not_an_error(tmp_path: Path) -> None:
    source = tmp_path / "in.tsv"
    source.write_text("", encoding="utf-8")
    assert "no labelled rows" in evaluate(source, AlwaysSpanish())
    assert read_rows(source) == []
