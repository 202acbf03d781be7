CREATE TABLE "stage_moves" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "moved_by" TEXT NULL,
    "day" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    CONSTRAINT "pk_stage_moves" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_stage_moves_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_stage_moves_org_id_customer_id_day" ON "stage_moves" ("org_id", "customer_id", "day");
