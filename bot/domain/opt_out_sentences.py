"""A small grammar for "do not write to me again" and its kin, the same for every language. Pure.

A language gives words with roles (`bot/domain/opt_out_words`). A message is read only when ALL its words have a role: whoever says more
than a wish about texts is not understood here, and a human or the dialogue reads it. Then the roles decide (`_meaning`).

Roles: `not` do not; `nomore` no more, I do not want; `write` (text, contact, answer); `call` (phone); `send`; `message` (texts, anything);
`notdo` do not do; `stopping` the verb stop; `again` (any more, ever); `here` (this number); `me` and other small words; `or` joins verbs;
`remove` and `list`; `polite`; `ask` can you; `wrong` number, or nothing to do with us; `who`, `sees`, `phone`: he checks my phone;
`reason` the same in one; `stop`, `start`, `help`: alone they say it all; `alone` says stop only when nothing else is said;
`block` never an opt-out. For "you can write to me again": `anew` (once more), `may` (you can, you are welcome to), `want` (I want),
`towrite` (do write, where verbs stand in the table with their refusal); `now`, which makes of "do not write" only "not now".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.domain.opt_out_folding import BARRIER

Roles = frozenset[str]
ROLES: Roles = frozenset(
    "not nomore write call send message notdo stopping again here me or remove list polite ask wrong who sees phone reason stop start help"
    " alone block anew may want towrite now".split()
)
_VERBS = frozenset({"write", "call", "send"})
_PHRASES: Roles = frozenset({"start", "help", "stop"})
_COMING_BACK = frozenset({"write", "send", "message", "anew", "may", "want", "towrite"})
_AGAINST: Roles = frozenset({"not", "nomore", "notdo", "stopping", "remove", "call", "stop", "alone"})
_IN_REASON = frozenset({"sees", "phone", "message", "me", "who"})
_FILLERS = frozenset({"polite", "ask", "wrong", "reason", "or"})
_LINE = re.compile(r"([a-z ]+):(.*)")
# Written without spaces: every letter by itself, except Latin ones, which stand in words there too.
_LETTERS = re.compile(r"[a-z0-9]+|\S")
_PIECES = re.compile("([{,}])")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words, or a few words each, and what they do in a sentence. `accented`: they mean this only when written with their accents."""

    texts: Sequence[str]
    roles: Roles
    accented: bool = False


def entries(table: str, fold: Callable[[str], str]) -> Iterator[Entry]:
    """What a language's table says: lines `role role: words | words`; `{a,b}` stands for a or b; `=` in front: only with its accents.

    The words come folded by `fold`, which must leave spaces at the ends as they are; those after `=` as they were written.
    """
    roles: Roles = frozenset()
    for line in table.strip().splitlines():
        head = _LINE.match(line.strip())
        if head:
            roles = frozenset(head[1].split())
            if roles - ROLES:
                raise ValueError(f"unknown role in {line!r}")
        for written in (head[2] if head else line).split("|"):
            text = written.strip()
            if text.count("{") != text.count("}"):
                raise ValueError(f"a brace is open in {line!r}")
            accented = text.startswith("=")
            # Folded in pieces, before it is written out: a pattern may stand for thousands of phrases.
            phrases = _expanded(iter(_PIECES.split(text.lstrip("="))), str if accented else fold, inside=False)
            yield Entry([tidy for phrase in phrases if (tidy := " ".join(phrase.split()))], roles, accented)


def _expanded(pieces: Iterator[str], fold: Callable[[str], str], *, inside: bool) -> list[str]:
    """Everything that `pieces` stand for, up to the brace that ends them when we are `inside` one."""
    whole, begun = [], [""]
    for piece in pieces:
        if piece == "{":
            choices = _expanded(pieces, fold, inside=True)
            begun = [before + choice for before in begun for choice in choices]
        elif piece == "}":
            break
        elif piece == "," and inside:
            whole += begun
            begun = [""]
        elif piece:
            folded = piece if piece == "," else fold(piece)
            begun = [before + folded for before in begun]
    return whole + begun


@dataclass(slots=True)
class Lexicon:
    """The words of one language. `spaced`: words stand apart; else they are read letter by letter. `negation_first`: "do not write"."""

    spaced: bool = True
    negation_first: bool = True
    _words: dict[tuple[str, ...], Roles] = field(default_factory=dict)
    # How many tokens the words have that begin with this one, the longest first.
    _lengths: dict[str, list[int]] = field(default_factory=dict)
    _known: set[str] = field(default_factory=lambda: {BARRIER})

    def fill(self, words: Sequence[Entry]) -> None:
        """Take `words`. A word given several times has all its roles."""
        for entry in words:
            if entry.accented:
                continue
            for tokens in map(self._tokens, entry.texts):
                if tokens:
                    before = self._words.get(tokens)
                    self._words[tokens] = entry.roles if before is None else before | entry.roles
        lengths: dict[str, set[int]] = {}
        for tokens in self._words:
            lengths.setdefault(tokens[0], set()).add(len(tokens))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        self._known.update(chain.from_iterable(self._words))

    def meaning(self, text: str, *, question: bool) -> str | None:
        """`stop`, `start` or `help`, or None when `text` (from `sentences`) says anything else as well."""
        tokens = self._tokens(text)
        if not self._known.issuperset(tokens):
            return None
        # First without the ready phrases: "text me again", a start, stands in "do not text me again".
        found = None
        for phrases in (False, True):
            roles = self._roles(tokens, phrases)
            meaning = roles and _meaning(_without_reason(roles), negation_first=self.negation_first, question=question)
            # Whoever can be read as asking both ways wants no text more than she wants one.
            if meaning == "stop":
                return meaning
            found = found or meaning or None
        return found

    def _tokens(self, text: str) -> tuple[str, ...]:
        return tuple(text.split()) if self.spaced else tuple(_LETTERS.findall(text))

    def _roles(self, tokens: tuple[str, ...], phrases: bool) -> list[Roles] | None:
        """The roles of the words that make up all of `tokens`, the longest words first; None when some belong to none."""
        dead: set[int] = set()
        path: list[tuple[int, Roles]] = []
        tries = [self._words_at(tokens, 0, phrases)]
        while tries:
            at = path[-1][0] if path else 0
            if at == len(tokens):
                return [roles for _, roles in path]
            step = next((each for each in tries[-1] if each[0] not in dead), None)
            if step is not None:
                path.append(step)
                tries.append(self._words_at(tokens, step[0], phrases))
                continue
            tries.pop()
            dead.add(at)
            if path:
                path.pop()
        return None

    def _words_at(self, tokens: tuple[str, ...], at: int, phrases: bool) -> Iterator[tuple[int, Roles]]:
        if at >= len(tokens):
            return
        if tokens[at] == BARRIER:
            yield at + 1, frozenset({BARRIER})
            return
        for length in self._lengths.get(tokens[at], ()):
            roles = self._words.get(tokens[at : at + length])
            # A slice at the end of the text is shorter than asked for: no such word.
            if roles is not None and at + length <= len(tokens) and (phrases or length == 1 or not roles <= _PHRASES):
                yield at + length, roles


def _without_reason(roles: list[Roles]) -> list[Roles]:
    """`roles` with "he checks my phone" as one reason. A `who` that sees nothing stays, and keeps the message from being a stop."""
    left: list[Roles] = []
    at = 0
    while at < len(roles):
        if "who" in roles[at] and (end := _end_of_reason(roles, at)) is not None:
            left.append(frozenset({"reason"}))
            at = end
        else:
            left.append(roles[at])
            at += 1
    return left


def _end_of_reason(roles: list[Roles], at: int) -> int | None:
    seen = "sees" in roles[at]
    end = at + 1
    while end < len(roles) and roles[end] & _IN_REASON and ("phone" in roles[end] or not roles[end] & (_VERBS | {"not", "nomore"})):
        # Where the verb comes first, a word that is both `who` and `sees`, the one who does it stands right behind.
        if "who" in roles[end] and seen and end > at + 1:
            break
        seen = seen or "sees" in roles[end]
        end += 1
    # "He sees my phone messages do not send": where verbs come last, the messages belong to the wish.
    if end < len(roles) and end > at + 1 and "message" in roles[end - 1] and roles[end] & {"not", "nomore", "notdo"}:
        end -= 1
    return end if seen else None


def _meaning(roles: list[Roles], *, negation_first: bool, question: bool) -> str | None:
    said: Roles = frozenset().union(*roles)
    if said & {"block", "who"} or any(each <= {"sees", "phone"} for each in roles):
        return None
    for kind in ("help", "start"):
        if any(kind in each for each in roles):
            small = _FILLERS | {kind, BARRIER, "me", "again", "here", "now", *(_COMING_BACK if kind == "start" else ())}
            asks_only = kind == "start" and question
            return kind if all(each & small for each in roles) and not asks_only else None
    if _comes_back(said) and not question:
        return "start"
    if (question and "ask" not in said) or "towrite" in said:
        return None
    # "Do not text me now" wants texts later.
    if any("now" in each and "again" not in each for each in roles) and not said & {"again", "remove"}:
        return None
    if any("stop" in each for each in roles) and all(each & (_FILLERS | {"stop", BARRIER, "again", "here"}) for each in roles):
        return "stop"
    if negation_first and not _every_verb_is_refused(roles):
        return None
    refused, wished_away = said & {"not", "nomore"}, said & {"nomore", "notdo", "stopping"}
    later = said & {"again", "here", "wrong"}
    stops = (
        (refused and "write" in said)
        # "Do not send me again" may be about her: without a word for messages it is no opt-out.
        or (refused and "send" in said and "message" in said)
        or (refused and "call" in said and later)
        or (wished_away and "message" in said)
        or ("stopping" in said and said & _VERBS)
        or ("notdo" in said and "call" in said and later)
        or ("remove" in said and "list" in said)
    )
    return "stop" if stops else None


def _comes_back(said: Roles) -> bool:
    """Whether it is "write to me again", "you can text me now" or "I want messages again", with nothing against it."""
    if said & _AGAINST:
        return False
    writes = bool(said & {"write", "towrite"}) or said >= {"send", "message"}
    return (writes and bool(said & {"anew", "may"})) or said >= {"want", "message", "anew"}


def _every_verb_is_refused(roles: list[Roles]) -> bool:
    """Whether each "write", "call" and "send" has its own "do not" or "stop" before it; "do not stop" is neither.

    Two verbs share one when "or" stands between them: "do not call, text me" asks for texts.
    """
    pending = shares = False
    sent = False
    for each in roles:
        if each & {"stopping"}:
            if pending and not each & {"not"}:
                return False
            pending, shares = True, False
        elif each & {"not", "nomore"}:
            pending, shares = not each & _VERBS, False
            sent = sent or "nomore" in each or "send" in each
        elif each & _VERBS:
            as_noun = "message" in each and sent
            if not (pending or shares or as_noun):
                return False
            sent = sent or "send" in each
            pending, shares = False, False
        elif each & {"or"}:
            shares = True
        elif BARRIER in each:
            pending = shares = sent = False
    return True
