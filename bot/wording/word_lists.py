"""Words that texts must not hold, one file a language: `config/words/<language>.yml`.

Each entry is a regular expression on lower-case text. It begins at the beginning of a word and may end inside one, unless it ends in
`\\b`; in languages written without spaces, or that join small words to the next one, it stands anywhere (`ANYWHERE`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

# No spaces between words (Chinese, Thai, Burmese, Khmer, Lao, Japanese), or articles and prepositions joined to the word (Arabic).
ANYWHERE = frozenset({"ar", "zh", "zh-Hant", "th", "my", "km", "lo", "ja"})


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of one language.

    `banned`: labels, judgement, hard-banned advice and promises (domain.md 0.2, 3.7, 4.3; trust.md T1). `risky_start`: what must not
    show on a lock screen, so the first 40 characters stay free of it (domain.md 3.3). `personal`: what we never ask: status, name, age,
    proof (domain.md 4.3); looked for in questions and in what `requests` finds.
    """

    banned: tuple[str, ...] = field(default=())
    risky_start: tuple[str, ...] = field(default=())
    personal: tuple[str, ...] = field(default=())
    requests: tuple[str, ...] = field(default=())


def load_word_lists(folder: Path) -> Mapping[str, WordLists]:
    """The lists of every language that has some. Raises ValueError for a file with anything else in it."""
    found = {}
    for path in sorted(folder.glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or not all(isinstance(each, list) for each in content.values()):
            raise ValueError(f"{path.name}: not four lists of words")
        found[path.stem] = WordLists(**{name: tuple(map(str, words)) for name, words in content.items()})
    return found
