"""Advocates correct a level; fragments are read together."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("read_together_from", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "level_corrections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("advocate_id", sa.Uuid(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["advocate_id"], ["advocates.id"], name=op.f("fk_level_corrections_advocate_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_level_corrections_conversation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level_corrections")),
        comment="What triage heard and what an advocate says it was: the next evaluation set.",
    )
    op.create_index("ix_level_corrections_conversation_id", "level_corrections", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("level_corrections")
    op.drop_column("conversations", "read_together_from")
