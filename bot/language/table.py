"""Loads `config/languages.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """The languages we know, in menu order.

    `romanised` maps the code of a language typed in Latin letters to the language's code; `rarity` any code to how much clearer than
    others a text in it must be (natural log of odds).
    """

    languages: tuple[Language, ...]
    enabled: frozenset[str]
    romanised: dict[str, str]
    rarity: dict[str, float]

    @classmethod
    def load(cls, project_root: Path) -> LanguageTable:
        """The table of `project_root`; ValueError names a row that lacks something."""
        content = yaml.safe_load((project_root / "config" / "languages.yml").read_text(encoding="utf-8"))
        languages: list[Language] = []
        enabled: set[str] = set()
        romanised: dict[str, str] = {}
        rarity: dict[str, float] = {}
        for row in content["languages"]:
            try:
                code = str(row["code"])
                language = Language(code, str(row["name"]), str(row["english_name"]), str(row["direction"]), bool(row["content"]))
                if row["enabled"]:
                    enabled.add(code)
            except KeyError as missing:
                raise ValueError(f"config/languages.yml: {row.get('code', row)} has no {missing}") from None
            if language.direction not in {"ltr", "rtl"}:
                raise ValueError(f"config/languages.yml: {code} has an unknown direction")
            languages.append(language)
            rarity[code] = float(row.get("rarity", 0))
            if "romanised_as" in row:
                romanised[str(row["romanised_as"])] = code
                rarity[str(row["romanised_as"])] = float(row.get("romanised_rarity", 0))
        return cls(tuple(languages), frozenset(enabled), romanised, rarity)

    def identified(self) -> frozenset[str]:
        """Every code that identification may answer: enabled languages and their romanised forms."""
        return self.enabled | {latin for latin, code in self.romanised.items() if code in self.enabled}
