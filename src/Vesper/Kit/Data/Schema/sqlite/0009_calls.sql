CREATE TABLE "calls" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "contact_id" TEXT NULL,
    "day" TEXT NOT NULL,
    "device_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    CONSTRAINT "pk_calls" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_calls_org_id_customer_id_id" ON "calls" ("org_id", "customer_id", "id");

CREATE INDEX "ix_calls_org_id_member_id_day" ON "calls" ("org_id", "member_id", "day");

CREATE INDEX "ix_calls_org_id_team_id_day" ON "calls" ("org_id", "team_id", "day");
