CREATE TABLE "dispute_rules" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "on" INTEGER NOT NULL,
    CONSTRAINT "pk_dispute_rules" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "disputes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "raiser_id" TEXT NOT NULL,
    "raiser_team_id" TEXT NOT NULL,
    "asked_name" TEXT NOT NULL,
    "raisers_customer_id" TEXT NULL,
    "reason" TEXT NOT NULL,
    "raised_at" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NULL,
    "ground" TEXT NULL,
    "decided_by_id" TEXT NULL,
    "decided_at" TEXT NULL,
    "decision_text" TEXT NOT NULL,
    "appealed_by_id" TEXT NULL,
    "appeal_reason" TEXT NOT NULL,
    "appealed_at" TEXT NULL,
    "final_decision" TEXT NULL,
    "final_by_id" TEXT NULL,
    "final_at" TEXT NULL,
    "final_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_disputes" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_disputes_customers_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_disputes_org_id_customer_id_id" ON "disputes" ("org_id", "customer_id", "id");

CREATE INDEX "ix_disputes_org_id_owner_id_id" ON "disputes" ("org_id", "owner_id", "id");

CREATE INDEX "ix_disputes_org_id_raiser_id_id" ON "disputes" ("org_id", "raiser_id", "id");

CREATE INDEX "ix_disputes_org_id_team_id_id" ON "disputes" ("org_id", "team_id", "id");
