"""`config/languages.yml`."""

from pathlib import Path

import pytest

from bot.language.table import LanguageTable

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_of_the_project() -> None:
    table = LanguageTable.load(ROOT)
    codes = [language.code for language in table.languages]
    assert len(codes) == len(set(codes)) == 37
    assert sum(language.content for language in table.languages) == 28
    assert {language.code for language in table.languages if language.direction == "rtl"} == {"ar", "fa", "ps", "ur"}
    assert table.romanised["ar-Latn"] == "ar"
    assert {"es", "zh-Hant", "hi-Latn"} <= table.identified()


WHOLE = "{code: xx, name: X, english_name: X, direction: ltr, content: true, enabled: true}"


@pytest.mark.parametrize(
    ("row", "complaint"), [(WHOLE.replace(", enabled: true", ""), "enabled"), (WHOLE.replace("ltr", "up"), "direction")]
)
def test_a_row_that_lacks_something_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "languages.yml").write_text(f"languages:\n  - {row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"xx.*{complaint}"):
        LanguageTable.load(tmp_path)
