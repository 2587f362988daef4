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
    others a text in it must be (natural log of odds). `by_name` are codes of languages that are not identified, only known when asked for
    by name, or by a script that nobody else in the table writes (`of_script`).
    """

    languages: tuple[Language, ...]
    enabled: frozenset[str]
    romanised: dict[str, str]
    rarity: dict[str, float]
    by_name: frozenset[str]
    of_script: dict[str, str]

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
        named = content.get("by_name", ())
        of_script = {str(row["script"]): str(row["code"]) for row in named if "script" in row}
        return cls(tuple(languages), frozenset(enabled), romanised, rarity, frozenset(str(row["code"]) for row in named), of_script)

    def identified(self) -> frozenset[str]:
        """Every code that identification may answer: enabled languages and their romanised forms."""
        return self.enabled | {latin for latin, code in self.romanised.items() if code in self.enabled}
