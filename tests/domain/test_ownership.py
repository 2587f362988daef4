"""Who may speak: every pair of the table, and long random plays of it."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.ownership import AlreadyOwned, ConversationClosed, Event, HumanSpeaks, NotOwner, Owner, Ownership, Refused, after

ANA, BEN = UUID(int=1), UUID(int=2)
ASSISTANT, WAITING, CLOSED = Ownership(Owner.ASSISTANT), Ownership(Owner.WAITING), Ownership(Owner.CLOSED)
ANAS = Ownership(Owner.HUMAN, ANA)

# (owner now, event, who acts) -> the ownership after it, or the refusal. Ana owns what is human.
TABLE = {
    (ASSISTANT, Event.CALL_HUMAN, None): WAITING,
    (ASSISTANT, Event.ASSISTANT_SPEAKS, None): ASSISTANT,
    (ASSISTANT, Event.TAKE_OVER, ANA): ANAS,
    (ASSISTANT, Event.REPLY, ANA): NotOwner,
    (ASSISTANT, Event.HAND_BACK, ANA): NotOwner,
    (ASSISTANT, Event.CLOSE, ANA): CLOSED,
    (WAITING, Event.CALL_HUMAN, None): WAITING,
    (WAITING, Event.ASSISTANT_SPEAKS, None): WAITING,
    (WAITING, Event.TAKE_OVER, ANA): ANAS,
    (WAITING, Event.REPLY, ANA): NotOwner,
    (WAITING, Event.HAND_BACK, ANA): NotOwner,
    (WAITING, Event.CLOSE, ANA): CLOSED,
    (ANAS, Event.CALL_HUMAN, None): ANAS,
    (ANAS, Event.ASSISTANT_SPEAKS, None): HumanSpeaks,
    (ANAS, Event.TAKE_OVER, ANA): ANAS,
    (ANAS, Event.REPLY, ANA): ANAS,
    (ANAS, Event.HAND_BACK, ANA): ASSISTANT,
    (ANAS, Event.CLOSE, ANA): CLOSED,
    (ANAS, Event.TAKE_OVER, BEN): AlreadyOwned,
    (ANAS, Event.REPLY, BEN): AlreadyOwned,
    (ANAS, Event.HAND_BACK, BEN): AlreadyOwned,
    (ANAS, Event.CLOSE, BEN): AlreadyOwned,
    (CLOSED, Event.CALL_HUMAN, None): ConversationClosed,
    (CLOSED, Event.ASSISTANT_SPEAKS, None): ConversationClosed,
    (CLOSED, Event.TAKE_OVER, ANA): ConversationClosed,
    (CLOSED, Event.REPLY, ANA): ConversationClosed,
    (CLOSED, Event.HAND_BACK, ANA): ConversationClosed,
    (CLOSED, Event.CLOSE, ANA): CLOSED,
    (ASSISTANT, Event.LEFT, None): ASSISTANT,
    (WAITING, Event.LEFT, None): WAITING,
    (ANAS, Event.LEFT, None): WAITING,
    (CLOSED, Event.LEFT, None): ConversationClosed,
}
BY_AN_ADVOCATE = {Event.TAKE_OVER, Event.REPLY, Event.HAND_BACK, Event.CLOSE}


def test_the_table_covers_every_owner_and_every_event() -> None:
    covered = {(now.owner, event) for now, event, _ in TABLE}
    assert covered == {(owner, event) for owner in Owner for event in Event}


@pytest.mark.parametrize(("now", "event", "by", "expected"), [(*key, value) for key, value in TABLE.items()])
def test_each_pair_of_owner_and_event(now: Ownership, event: Event, by: UUID | None, expected: Ownership | type[Refused]) -> None:
    if isinstance(expected, Ownership):
        assert after(now, event, by) == expected
    else:
        with pytest.raises(expected):
            after(now, event, by)


@pytest.mark.parametrize("now", [ASSISTANT, WAITING, ANAS])
@pytest.mark.parametrize("event", sorted(BY_AN_ADVOCATE))
def test_nobody_acts_for_an_advocate_without_being_one(now: Ownership, event: Event) -> None:
    with pytest.raises(Refused):
        after(now, event, None)


def test_every_refusal_says_what_to_do_in_a_sentence() -> None:
    for refusal in (AlreadyOwned, NotOwner, ConversationClosed, HumanSpeaks):
        assert str(refusal()).endswith(".")


def test_an_advocate_belongs_to_human_ownership_and_only_to_it() -> None:
    with pytest.raises(ValueError):
        Ownership(Owner.HUMAN)
    with pytest.raises(ValueError):
        Ownership(Owner.WAITING, ANA)


class Plays(RuleBasedStateMachine):
    """Random plays by an assistant and three advocates."""

    advocates = st.sampled_from([uuid4() for _ in range(3)])

    def __init__(self) -> None:
        super().__init__()
        self.now = Ownership()
        self.spoken_while_human = 0
        self.owners_at_once: set[UUID] = set()

    def _try(self, event: Event, by: UUID | None = None) -> bool:
        try:
            self.now = after(self.now, event, by)
        except Refused:
            return False
        return True

    @rule()
    def a_human_is_called(self) -> None:
        before = self.now
        if self._try(Event.CALL_HUMAN) and before.owner is Owner.HUMAN:
            assert self.now == before

    @rule()
    def the_assistant_speaks(self) -> None:
        human_before = self.now.owner is Owner.HUMAN
        if self._try(Event.ASSISTANT_SPEAKS) and human_before:
            self.spoken_while_human += 1

    @rule(by=advocates)
    def take_over(self, by: UUID) -> None:
        owner_before = self.now.advocate
        if self._try(Event.TAKE_OVER, by):
            assert owner_before in (None, by)
            assert self.now.advocate == by

    @rule(by=advocates)
    def reply(self, by: UUID) -> None:
        if self._try(Event.REPLY, by):
            assert self.now.advocate == by

    @rule(by=advocates)
    def hand_back(self, by: UUID) -> None:
        mine = self.now.advocate == by
        assert self._try(Event.HAND_BACK, by) == mine

    @rule(by=advocates)
    def close(self, by: UUID) -> None:
        self._try(Event.CLOSE, by)

    @invariant()
    def the_assistant_never_spoke_while_a_human_owned_it(self) -> None:
        assert self.spoken_while_human == 0

    @invariant()
    def closed_stays_closed(self) -> None:
        if self.now.owner is Owner.CLOSED:
            assert all(not self._try(event, ANA) for event in Event if event is not Event.CLOSE)


TestPlays = Plays.TestCase
