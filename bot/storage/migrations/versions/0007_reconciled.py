"""A second try of what did not arrive, and the comparison with the provider's own list."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("not_before", sa.DateTime(timezone=True), nullable=True))
    op.add_column("deliveries", sa.Column("earlier_provider_id", sa.Text(), nullable=True))
    op.create_unique_constraint(op.f("uq_deliveries_earlier_provider_id"), "deliveries", ["earlier_provider_id"])
    op.create_table(
        "reconciled",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("listed_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_reconciled")),
        comment="Up to when the provider's own list of messages has been compared with ours.",
    )


def downgrade() -> None:
    op.drop_table("reconciled")
    op.drop_constraint(op.f("uq_deliveries_earlier_provider_id"), "deliveries", type_="unique")
    op.drop_column("deliveries", "earlier_provider_id")
    op.drop_column("deliveries", "not_before")
