"""Texts in the order of their arrival, and conversations that say one and the same thing."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

_UNANSWERED = "direction = 'in' AND answered_at IS NULL"
_SAYS_ONE_THING = "owner <> 'closed' AND only_body_index IS NOT NULL"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("only_body_index", sa.LargeBinary(), nullable=True))
    op.create_index(
        op.f("ix_conversations_only_body_index"), "conversations", ["only_body_index"], postgresql_where=sa.text(_SAYS_ONE_THING)
    )
    op.create_index("ix_messages_conversation_id_at_seq", "messages", ["conversation_id", "at", "seq"])
    op.create_index(
        "ix_messages_unanswered_of_conversation", "messages", ["conversation_id", "at", "seq"], postgresql_where=sa.text(_UNANSWERED)
    )
    op.create_index("ix_messages_out", "messages", ["conversation_id", "at", "seq"], postgresql_where=sa.text("direction = 'out'"))
    op.drop_index("ix_messages_conversation_id_seq", table_name="messages")


def downgrade() -> None:
    op.create_index("ix_messages_conversation_id_seq", "messages", ["conversation_id", "seq"])
    op.drop_index("ix_messages_out", table_name="messages")
    op.drop_index("ix_messages_unanswered_of_conversation", table_name="messages")
    op.drop_index("ix_messages_conversation_id_at_seq", table_name="messages")
    op.drop_index(op.f("ix_conversations_only_body_index"), table_name="conversations")
    op.drop_column("conversations", "only_body_index")
