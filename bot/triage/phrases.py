"""The phrase rules of every language, run together on every text: the language may have been guessed wrong (trust.md T23).

Danger is looked for in all of the text. A hit is dropped when a figure of speech covers it or a negation stands before it,
and read as past abuse when the words around it say so and nothing says that it goes on (rubric, rules of reading 1 and 2).
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from bot.domain.levels import Level
from bot.triage.patterns import BadPattern, Part, Pattern, Words, compiled
from bot.triage.signals import LEVELS, MARKS
from bot.triage.text import CLAUSE, SENTENCE, Token, split_run_together, tokens_of, tokens_of_ours

# How near the words "used to", "years ago" must be to make a hit a thing of the past.
_PAST_BEFORE, _PAST_AFTER = 3, 5
# One language's file holds at most this much; more is a mistake, not data.
_LARGEST_FILE = 400_000

# A rule that matched so often in one text has said what it can; a flood of one phrase must not hold up the next message.
MOST_MATCHES = 50
# Whose words are looked for in letters run together; every further language costs time on every long word.
RUN_TOGETHER_LANGUAGES = ("en", "es")

_CONTEXTS = ("figures", "used_to", "long_ago", "safe_now", "still", "elsewhere", "laughter")

# What people also say in jest; laughter in the same text takes these away (the model still reads it).
_SAID_IN_JEST = frozenset(
    {
        "threat_to_kill",
        "threat_to_family",
        "beaten",
        "locked_in",
        "violence_now",
        "call_for_help",
        "being_moved",
        "suicidal_thoughts",
        "hunted",
        "found_out",
        "watched",
    }
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern that matched: the signal or mark, the span of tokens, and the words themselves (masked in `repr`)."""

    name: str
    first: int
    last: int
    evidence: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: Pattern
    negators: frozenset[str]
    negators_inside: frozenset[str]
    first_person: frozenset[str]
    needed: tuple[frozenset[str], ...]

    def possible_in(self, forms: set[str]) -> bool:
        """Whether a text of these words holds at least one word of each place that must be filled."""
        return not any(place.isdisjoint(forms) for place in self.needed)


class _Index:
    """Finds the rules whose anchor may begin at a token, in time that does not grow with the number of rules."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self.exact: dict[str, list[_Rule]] = defaultdict(list)
        self.prefix: dict[str, list[_Rule]] = defaultdict(list)
        self.suffix: dict[str, list[_Rule]] = defaultdict(list)
        self.holds: dict[int, dict[str, list[_Rule]]] = defaultdict(lambda: defaultdict(list))
        for rule in rules:
            for run in rule.pattern.parts[rule.pattern.anchor].alternatives:
                self._add(run[0], rule)
        self.prefix_sizes = sorted({len(prefix) for prefix in self.prefix})
        self.suffix_sizes = sorted({len(suffix) for suffix in self.suffix})

    def _add(self, words: Words, rule: _Rule) -> None:
        for word in words.exact:
            self.exact[word].append(rule)
        for prefix in words.prefixes:
            self.prefix[prefix].append(rule)
        for suffix in words.suffixes:
            self.suffix[suffix].append(rule)
        for part in words.holds:
            # By block of 128 code points: an Arabic word is never searched for Ethiopic parts.
            self.holds[ord(part[0]) >> 7][part].append(rule)

    def at(self, token: Token) -> Iterator[_Rule]:
        """The rules that may have their anchor here; a rule can come more than once."""
        for form in token.forms:
            yield from self.exact.get(form, ())
            for size in self.prefix_sizes:
                if size > len(form):
                    break
                yield from self.prefix.get(form[:size], ())
            for size in self.suffix_sizes:
                if size > len(form):
                    break
                yield from self.suffix.get(form[-size:], ())
            for part, rules in self.holds.get(ord(form[0]) >> 7, {}).items():
                if part in form:
                    yield from rules


class PhraseRules:
    """All languages' rules. Reading a text takes linear time and keeps nothing of it."""

    def __init__(self, rules: Sequence[_Rule], vocabularies: Sequence[frozenset[str]]) -> None:
        self._index = _Index(rules)
        self._vocabularies = vocabularies
        self.size = len(rules)

    @classmethod
    def load(cls, data: Path) -> PhraseRules:
        """The rules of every `phrases.yml` below `data`. Raises `BadPattern` for a line that means nothing."""
        rules: list[_Rule] = []
        vocabularies: list[frozenset[str]] = []
        for path in sorted(data.glob("*/phrases.yml")):
            found, words = _rules_of(path)
            rules += found
            if path.parent.name in RUN_TOGETHER_LANGUAGES:
                vocabularies.append(frozenset(words))
        return cls(rules, vocabularies)

    def read(self, text: str) -> list[Hit]:
        """The signals and marks of `text`, each name once, in the order they stand."""
        return self.read_tokens(text, tokens_of(text))

    def read_tokens(self, text: str, tokens: list[Token]) -> list[Hit]:
        """As `read`, for tokens already made from `text`."""
        tokens = split_run_together(tokens, self._vocabularies)
        found, contexts = self._matches(tokens)
        kept = []
        for rule, first, last in found:
            name = _name_in_context(rule, first, last, tokens, contexts)
            if name is not None:
                kept.append(Hit(name, first, last, text[tokens[first].start : tokens[last - 1].end]))
        kept.sort(key=lambda hit: (hit.first, -hit.last))
        once: dict[str, Hit] = {}
        for hit in kept:
            once.setdefault(hit.name, hit)
        return list(once.values())

    def _matches(self, tokens: list[Token]) -> tuple[list[tuple[_Rule, int, int]], dict[str, list[tuple[int, int]]]]:
        found: dict[tuple[str, int, int], _Rule] = {}
        contexts: dict[str, list[tuple[int, int]]] = {name: [] for name in _CONTEXTS}
        forms = {form for token in tokens for form in token.forms}
        # How many more matches of a rule are worth looking for in this text; 0 for rules whose words it lacks.
        left: dict[int, int] = {}
        for at, token in enumerate(tokens):
            tried: set[int] = set()
            for rule in self._index.at(token):
                if id(rule) not in left:
                    left[id(rule)] = MOST_MATCHES if rule.possible_in(forms) else 0
                if not left[id(rule)] or id(rule) in tried:
                    continue
                tried.add(id(rule))
                span = rule.pattern.spans(tokens, at, rule.negators_inside)
                if span is None or (not rule.pattern.ignores_negation and _negated(tokens, span[0], rule.negators)):
                    continue
                left[id(rule)] -= 1
                if rule.name in contexts:
                    contexts[rule.name].append(span)
                else:
                    found.setdefault((rule.name, *span), rule)
        return [(rule, first, last) for (_, first, last), rule in found.items()], contexts


class LatePhraseRules:
    """`PhraseRules` that are read from disk when the first text comes, so that a process can answer before they are there. Thread safe."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._rules: PhraseRules | None = None
        self._lock = threading.Lock()

    def read(self, text: str) -> list[Hit]:
        """As `PhraseRules.read`."""
        with self._lock:
            if self._rules is None:
                self._rules = PhraseRules.load(self._data)
        return self._rules.read(text)


def _negated(tokens: Sequence[Token], first: int, negators: frozenset[str]) -> bool:
    """Whether a negation stands right before the match, in the same clause. Further away it mostly denies something else."""
    if first == 0 or tokens[first].gap >= CLAUSE:
        return False
    return any(form in negators for form in tokens[first - 1].forms)


def _name_in_context(rule: _Rule, first: int, last: int, tokens: Sequence[Token], contexts: dict[str, list[tuple[int, int]]]) -> str | None:
    """The signal this match stands for among the words around it; None when they take its meaning away."""
    if any(start < last and first < end for start, end in contexts["figures"]):
        return None
    if contexts["laughter"] and rule.name in _SAID_IN_JEST:
        return None
    if rule.name in MARKS or LEVELS[rule.name] <= Level.ELEVATED:
        return rule.name
    about_writer = any(form in rule.first_person for token in tokens[first:last] for form in token.forms)
    if contexts["elsewhere"] and not about_writer:
        return None
    if _is_past(first, last, tokens, contexts):
        return "past_abuse"
    return rule.name


def _is_past(first: int, last: int, tokens: Sequence[Token], contexts: dict[str, list[tuple[int, int]]]) -> bool:
    safe = contexts["safe_now"]
    goes_on = [span for span in contexts["still"] if not any(start < span[1] and span[0] < end for start, end in safe)]
    if goes_on:
        return False
    if any(start - 1 <= first and first - end <= _PAST_BEFORE and start < last for start, end in contexts["used_to"]):
        return True
    for start, end in contexts["long_ago"]:
        after = last <= start + 1 and start - last <= _PAST_AFTER
        opens = end <= first + 1 and first - end <= 1 and (start == 0 or tokens[start].gap == SENTENCE)
        if after or opens or first <= start < last:
            return True
    return bool(safe) and bool(contexts["long_ago"] or contexts["used_to"])


def _lines(block: object, path: Path) -> Iterator[str]:
    if not isinstance(block, str):
        raise BadPattern(f"{path.parent.name}/{path.name}: expected lines of text")
    for line in block.splitlines():
        line = line.split("#", 1)[0].strip()
        if line:
            yield line


def _rules_of(path: Path) -> tuple[list[_Rule], set[str]]:
    """One language's rules, and the Latin words they are made of."""
    raw = path.read_bytes()
    if len(raw) > _LARGEST_FILE:
        raise BadPattern(f"{path.parent.name}/{path.name}: too large")
    content: dict[str, Any] = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 a safe loader either way
    lists = {name: str(entries).split() for name, entries in (content.get("lists") or {}).items()}
    named = [(name, line) for name in _CONTEXTS if name in content for line in _lines(content[name], path)]
    for section in ("marks", "signals"):
        for name, block in (content.get(section) or {}).items():
            if name not in (MARKS if section == "marks" else LEVELS):
                raise BadPattern(f"{path.parent.name}/{path.name}: unknown {section[:-1]} {name!r}")
            named += [(name, line) for line in _lines(block, path)]
    negators = _word_set(content.get("negators"))
    inside = negators | _word_set(content.get("negators_inside"))
    first_person = _word_set(content.get("first_person"))
    common = Counter(word for _, line in named for word in _exact_words(line, lists))

    def weight(words: Words) -> float:
        return sum(1 + common[word] for word in words.exact) + 20 * len(words.prefixes + words.suffixes + words.holds)

    rules = []
    for name, line in named:
        pattern = compiled(line, lists, weight)
        if name in _CONTEXTS or any(_negates(part, inside) for part in pattern.parts):
            pattern = replace(pattern, ignores_negation=True)
        rules.append(_Rule(name, pattern, negators, inside, first_person, _needed(pattern)))
    vocabulary = {word for word in common if word.isascii() and word.isalpha() and (len(word) > 1 or word in "ia")}
    return rules, vocabulary


def _needed(pattern: Pattern) -> tuple[frozenset[str], ...]:
    """For each place that must be filled, the words one of which must stand somewhere in the text; places with wildcards are left out."""
    places = []
    for part in pattern.parts:
        firsts = [run[0] for run in part.alternatives]
        if firsts and not part.optional and not part.or_end and not any(each.prefixes or each.suffixes or each.holds for each in firsts):
            places.append(frozenset().union(*(each.exact for each in firsts)))
    return tuple(places)


def _negates(part: Part, negators: frozenset[str]) -> bool:
    """Whether this part is itself the negation ("not|never"), whichever alternative matches."""
    if part.optional or not part.alternatives:
        return False
    return all(any(words.exact and words.exact <= negators for words in run) for run in part.alternatives)


def _exact_words(line: str, lists: dict[str, list[str]]) -> Iterator[str]:
    """Every whole word a line can match, for counting how common words are among the patterns."""
    for piece in line.split():
        for entry in piece.rstrip("?").split("|"):
            for word in lists.get(entry.strip("{}"), []) if entry.startswith("{") else [entry]:
                if "*" not in word:
                    for token in tokens_of_ours(word.replace("_", " ")):
                        yield token.forms[0]


def _word_set(value: object) -> frozenset[str]:
    """Words of one token each; in scripts of one token a character a longer negation would deny its parts too ("没有" is not "有")."""
    words = (tokens_of_ours(word) for word in str(value or "").split())
    return frozenset(tokens[0].forms[0] for tokens in words if len(tokens) == 1)
