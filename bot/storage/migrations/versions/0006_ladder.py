"""The ladder: climbs, pages and pagers, and the rota."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("advocates", sa.Column("supervisor", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("desk_sessions", sa.Column("streamed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "climbs",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("ahead_seconds", sa.Integer(), server_default="0", nullable=False),
        sa.Column("repeated", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_climbs_conversation_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_climbs")),
        comment="Conversations that wait for a human, and how far up the ladder they are.",
    )
    op.create_index("ix_climbs_next_at", "climbs", ["next_at"])
    op.create_table(
        "pagers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("advocate_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("key_wrapped", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["advocate_id"], ["advocates.id"], name=op.f("fk_pagers_advocate_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pagers")),
    )
    op.create_index("ix_pagers_advocate_id", "pagers", ["advocate_id"])
    op.create_table(
        "pages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("advocate_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("pager_id", sa.Uuid(), nullable=True),
        sa.Column("rung", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=True),
        sa.Column("error_code", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["advocate_id"], ["advocates.id"], name=op.f("fk_pages_advocate_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_pages_conversation_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pager_id"], ["pagers.id"], name=op.f("fk_pages_pager_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_pages_provider_id")),
        comment="Calls to advocates' own phones: a number in the queue, never content (trust.md T42).",
    )
    op.create_index("ix_pages_conversation_id", "pages", ["conversation_id"])
    op.create_index("ix_pages_unsent", "pages", ["seq"], postgresql_where=sa.text("state IN ('queued', 'sending')"))
    op.create_table(
        "shifts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("advocate_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("weekdays", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("at_desk", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("on_days_off", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["advocate_id"], ["advocates.id"], name=op.f("fk_shifts_advocate_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
    )
    op.create_index("ix_shifts_advocate_id", "shifts", ["advocate_id"])
    op.create_table(
        "absences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("advocate_id", sa.Uuid(), nullable=False),
        sa.Column("begins", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("covered_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["advocate_id"], ["advocates.id"], name=op.f("fk_absences_advocate_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["covered_by"], ["advocates.id"], name=op.f("fk_absences_covered_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_ends", "absences", ["ends"])
    op.create_table(
        "days_off",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_days_off")),
        comment="Holidays: shifts do not run, unless they say so.",
    )


def downgrade() -> None:
    for table in ("days_off", "absences", "shifts", "pages", "pagers", "climbs"):
        op.drop_table(table)
    op.drop_column("desk_sessions", "streamed_at")
    op.drop_column("advocates", "supervisor")
