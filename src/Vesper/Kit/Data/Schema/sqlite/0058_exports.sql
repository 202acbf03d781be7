CREATE TABLE "customer_exports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "file_id" TEXT NULL,
    "decided_by" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "ready_at" TEXT NULL,
    "fetched_at" TEXT NULL,
    CONSTRAINT "pk_customer_exports" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_customer_exports_org_id_member_id_created_at" ON "customer_exports" ("org_id", "member_id", "created_at");

CREATE INDEX "ix_customer_exports_org_id_state" ON "customer_exports" ("org_id", "state");
