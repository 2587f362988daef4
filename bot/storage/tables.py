"""The tables. Nothing personal stands in clear.

Columns named `*_sealed` hold content sealed by `ports.Sealing`; `*_index` hold keyed indexes.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _of_conversation() -> sa.Column[Any]:
    return sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False)


conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("number", sa.BigInteger, sa.Identity(), nullable=False, unique=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("address_index", sa.LargeBinary, nullable=False),
    sa.Column("address_sealed", sa.LargeBinary, nullable=False),
    # Of the body that all texts of the person have, while they have only one: a storm of equal texts is one card at the desk.
    sa.Column("only_body_index", sa.LargeBinary, nullable=True),
    sa.Column("key_id", sa.Text, nullable=False),
    sa.Column("key_wrapped", sa.LargeBinary, nullable=False),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id"), nullable=True),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=True),
    sa.Column("open_question", sa.Text, nullable=True),
    sa.Column("languages_offered", ARRAY(sa.Text), nullable=False, server_default="{}"),
    sa.Column("misunderstood", sa.Integer, nullable=False, server_default="0"),
    sa.Column("memory_sealed", sa.LargeBinary, nullable=True),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    _moment("opened_at"),
    _moment("level_raised_at"),
    _moment("waiting_since", null=True),
    _moment("last_inbound_at", null=True),
    _moment("closed_at", null=True),
    _moment("read_together_from", null=True),
    # One open conversation per address, whoever inserts first.
    sa.Index("uq_conversations_open_address", "channel", "address_index", unique=True, postgresql_where=sa.text("owner <> 'closed'")),
    sa.Index("ix_conversations_channel_address_index", "channel", "address_index"),
    sa.Index(
        "ix_conversations_only_body_index",
        "only_body_index",
        postgresql_where=sa.text("owner <> 'closed' AND only_body_index IS NOT NULL"),
    ),
)

messages = sa.Table(
    "messages",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_conversation(),
    sa.Column("seq", sa.BigInteger, sa.Identity(), nullable=False, unique=True),
    sa.Column("direction", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("advocate_id", sa.Uuid, nullable=True),
    sa.Column("body_sealed", sa.LargeBinary, nullable=False),
    sa.Column("language", sa.Text, nullable=True),
    sa.Column("message_id", sa.Text, nullable=True),
    sa.Column("flags", ARRAY(sa.Text), nullable=False, server_default="{}"),
    _moment("at"),
    _moment("answered_at", null=True),
    # In the order of arrival: a long text takes time to read, so it may be stored after a later one.
    sa.Index("ix_messages_conversation_id_at_seq", "conversation_id", "at", "seq"),
    sa.Index(
        "ix_messages_unanswered_of_conversation",
        "conversation_id",
        "at",
        "seq",
        postgresql_where=sa.text("direction = 'in' AND answered_at IS NULL"),
    ),
    # What we said lately is looked at in every turn, also beside thousands of texts of one person.
    sa.Index("ix_messages_out", "conversation_id", "at", "seq", postgresql_where=sa.text("direction = 'out'")),
    sa.Index("ix_messages_unanswered", "at", postgresql_where=sa.text("direction = 'in' AND answered_at IS NULL")),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.Uuid, sa.ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    _of_conversation(),
    sa.Column("seq", sa.BigInteger, sa.Identity(), nullable=False, unique=True),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("provider_id", sa.Text, nullable=True, unique=True),
    sa.Column("error_code", sa.Text, nullable=True),
    _moment("created_at"),
    _moment("expires_at", null=True),
    _moment("attempted_at", null=True),
    _moment("not_before", null=True),
    sa.Column("earlier_provider_id", sa.Text, nullable=True, unique=True),
    sa.Index("ix_deliveries_unsent", "conversation_id", "seq", postgresql_where=sa.text("state IN ('queued', 'sending', 'unknown')")),
)

receipts = sa.Table(
    "receipts",
    metadata,
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("provider_index", sa.LargeBinary, primary_key=True),
    _moment("at"),
    comment="Provider ids already taken in; they outlive the content, so that a replay changes nothing (trust.md T36).",
)

parked_statuses = sa.Table(
    "parked_statuses",
    metadata,
    sa.Column("provider_id", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("error_code", sa.Text, nullable=True),
    _moment("at"),
    comment="Delivery news that came before the provider's own answer (trust.md F6).",
)

signals = sa.Table(
    "signals",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    _of_conversation(),
    sa.Column("message_id", sa.Uuid, sa.ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("evidence_sealed", sa.LargeBinary, nullable=False),
    _moment("at"),
    sa.UniqueConstraint("message_id", "name"),
    sa.Index("ix_signals_conversation_id", "conversation_id"),
)

level_corrections = sa.Table(
    "level_corrections",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_conversation(),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id"), nullable=False),
    sa.Column("heard", sa.Text, nullable=False),
    sa.Column("corrected", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=True),
    sa.Column("text_sealed", sa.LargeBinary, nullable=False),
    _moment("at"),
    sa.Index("ix_level_corrections_conversation_id", "conversation_id"),
    comment="What triage heard and what an advocate says it was: the next evaluation set.",
)

alerts = sa.Table(
    "alerts",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    _of_conversation(),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    _moment("at"),
    sa.Index("ix_alerts_conversation_id", "conversation_id"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    _of_conversation(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("detail", JSONB, nullable=False, server_default="{}"),
    _moment("at"),
    sa.Index("ix_events_conversation_id", "conversation_id"),
    comment="What was done to a conversation, by whom, when. Append only; no content.",
)

opt_outs = sa.Table(
    "opt_outs",
    metadata,
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("address_index", sa.LargeBinary, primary_key=True),
    _moment("at"),
)

advocates = sa.Table(
    "advocates",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=True),
    _moment("created_at"),
    _moment("disabled_at", null=True),
    sa.Column("supervisor", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Index("uq_advocates_name_folded", sa.text("lower(name)"), unique=True),
)

desk_sessions = sa.Table(
    "desk_sessions",
    metadata,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    _moment("created_at"),
    _moment("last_seen_at"),
    # When an open desk page last signed in, by the database's own time: practice mode moves the other.
    _moment("streamed_at", null=True),
)

api_tokens = sa.Table(
    "api_tokens",
    metadata,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    _moment("created_at"),
    _moment("revoked_at", null=True),
)

practice_clock = sa.Table(
    "practice_clock",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("offset_seconds", sa.BigInteger, nullable=False),
    comment="How far practice mode has moved the service's clock; always absent on a real line.",
)

troubles = sa.Table(
    "troubles",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    _moment("since"),
    _moment("last_at"),
    sa.Column("count", sa.BigInteger, nullable=False, server_default="1"),
    _moment("paged_at", null=True),
    comment="What is wrong with the line itself at this moment, such as a provider that refuses us. No content.",
)

climbs = sa.Table(
    "climbs",
    metadata,
    sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("level", sa.Text, nullable=False),
    _moment("started_at"),
    _moment("next_at"),
    sa.Column("done", ARRAY(sa.Text), nullable=False, server_default="{}"),
    sa.Column("ahead_seconds", sa.Integer, nullable=False, server_default="0"),
    sa.Column("repeated", sa.Integer, nullable=False, server_default="0"),
    sa.Index("ix_climbs_next_at", "next_at"),
    comment="Conversations that wait for a human, and how far up the ladder they are.",
)

pagers = sa.Table(
    "pagers",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("address_sealed", sa.LargeBinary, nullable=False),
    sa.Column("key_id", sa.Text, nullable=False),
    sa.Column("key_wrapped", sa.LargeBinary, nullable=False),
    sa.Index("ix_pagers_advocate_id", "advocate_id"),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    sa.Column("seq", sa.BigInteger, sa.Identity(), nullable=False),
    sa.Column("pager_id", sa.Uuid, sa.ForeignKey("pagers.id", ondelete="SET NULL"), nullable=True),
    sa.Column("rung", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("provider_id", sa.Text, nullable=True, unique=True),
    sa.Column("error_code", sa.Text, nullable=True),
    _moment("created_at"),
    _moment("attempted_at", null=True),
    sa.Index("ix_pages_conversation_id", "conversation_id"),
    sa.Index("ix_pages_unsent", "seq", postgresql_where=sa.text("state IN ('queued', 'sending')")),
    comment="Calls to advocates' own phones: a number in the queue, never content (trust.md T42).",
)

shifts = sa.Table(
    "shifts",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("weekdays", ARRAY(sa.Integer), nullable=False),
    sa.Column("begins", sa.Time, nullable=False),
    sa.Column("ends", sa.Time, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("at_desk", sa.Boolean, nullable=False),
    sa.Column("first_day", sa.Date, nullable=True),
    sa.Column("last_day", sa.Date, nullable=True),
    sa.Column("on_days_off", sa.Boolean, nullable=False),
    sa.Index("ix_shifts_advocate_id", "advocate_id"),
)

absences = sa.Table(
    "absences",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("advocate_id", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="CASCADE"), nullable=False),
    _moment("begins"),
    _moment("ends"),
    sa.Column("covered_by", sa.Uuid, sa.ForeignKey("advocates.id", ondelete="SET NULL"), nullable=True),
    sa.Index("ix_absences_ends", "ends"),
)

days_off = sa.Table(
    "days_off",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    comment="Holidays: shifts do not run, unless they say so.",
)

reconciled = sa.Table(
    "reconciled",
    metadata,
    sa.Column("channel", sa.Text, primary_key=True),
    _moment("listed_until"),
    comment="Up to when the provider's own list of messages has been compared with ours.",
)
