"""Training the character model, and refusing one that was changed."""

from pathlib import Path

import numpy as np
import pytest

from bot.language import training
from bot.language.characters import BrokenModel, CharacterModel
from bot.language.table import LanguageTable
from bot.language.training import made_texts, read_examples, train
from bot.language.wordlists import Wordlist, read_wordlists

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def small_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(training, "TEXTS_PER_LANGUAGE", 200)
    words = tmp_path / "config" / "language" / "words"
    words.mkdir(parents=True)
    (words / "es.txt").write_text("[phrases]\nnecesito ayuda\nhola buenas\n[words]\ncasa puerta\n", encoding="utf-8")
    (words / "sw.txt").write_text("[phrases]\nnaomba msaada\nhabari yako\n[words]\nnyumba mlango\n", encoding="utf-8")
    (tmp_path / "config" / "languages.yml").write_text((ROOT / "config" / "languages.yml").read_text(encoding="utf-8"), encoding="utf-8")
    examples = tmp_path / "nlu_data" / "sw"
    examples.mkdir(parents=True)
    (examples / "signals.tsv").write_text("level\tsignal\ttext\nurgent\tx\tananipiga sana\nurgent\n", encoding="utf-8")
    (examples / "talk.yml").write_text("nlu:\n- intent: greet\n  examples: |\n    - hujambo\n    - mambo vipi\n", encoding="utf-8")
    return tmp_path


def test_training_twice_gives_the_same_file(small_project: Path, tmp_path: Path) -> None:
    first, second = train(small_project, tmp_path / "a"), train(small_project, tmp_path / "b")
    assert first.name == second.name
    assert np.array_equal(np.load(first)["weights"], np.load(second)["weights"])


def test_a_model_of_the_same_content_is_not_trained_again(small_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = train(small_project, tmp_path / "models")
    monkeypatch.setattr(training, "_fit", lambda *_: pytest.fail("trained again"))
    assert train(small_project, tmp_path / "models") == first


def test_changed_words_make_another_model(small_project: Path, tmp_path: Path) -> None:
    first = train(small_project, tmp_path / "models")
    (small_project / "config" / "language" / "words" / "es.txt").write_text("[phrases]\nauxilio\n", encoding="utf-8")
    assert train(small_project, tmp_path / "models") != first


def test_the_model_tells_the_languages_apart(small_project: Path, tmp_path: Path) -> None:
    model = CharacterModel.load(train(small_project, tmp_path / "models"))
    spanish, swahili = model.codes.index("es"), model.codes.index("sw")
    assert model.scores(["ayuda"])[spanish] > model.scores(["ayuda"])[swahili]
    assert model.scores(["msaada"])[swahili] > model.scores(["msaada"])[spanish]
    assert model.scores(["vipi"])[swahili] > model.scores(["vipi"])[spanish]
    assert not model.scores([]).any()


@pytest.mark.parametrize("damage", ["changed", "cut", "no checksum", "missing"])
def test_a_damaged_model_is_refused(small_project: Path, tmp_path: Path, damage: str) -> None:
    path = train(small_project, tmp_path / "models")
    if damage == "changed":
        raw = path.read_bytes()
        path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:100])
    elif damage == "no checksum":
        path.with_suffix(".sha256").unlink()
    else:
        path.unlink()
    with pytest.raises(BrokenModel):
        CharacterModel.load(path)


def test_examples_come_from_tables_and_rasa_files_of_known_languages(small_project: Path) -> None:
    (small_project / "nlu_data" / "mul").mkdir()
    (small_project / "nlu_data" / "mul" / "signals.tsv").write_text("text\nayuda please\n", encoding="utf-8")
    found = read_examples(small_project, LanguageTable.load(small_project).identified())
    assert found == {"sw": ("ananipiga sana", "hujambo", "mambo vipi")}


def test_made_texts_hold_misspelled_and_unaccented_forms() -> None:
    texts = set(made_texts("fr", Wordlist(("j'ai été enfermée",), ("clé",)), (), 300))
    assert "j'ai ete enfermee" in texts
    assert "j'ai été enfermée" in texts
    assert len(texts) > 20


def test_every_language_but_those_of_one_script_has_a_table() -> None:
    assert set(read_wordlists(ROOT)) == set(LanguageTable.load(ROOT).identified())


def test_an_unknown_section_in_a_table_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "language" / "words"
    folder.mkdir(parents=True)
    (folder / "es.txt").write_text("[wrods]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"es\.txt"):
        read_wordlists(tmp_path)
