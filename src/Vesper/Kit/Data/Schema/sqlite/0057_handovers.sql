ALTER TABLE "customers" ADD COLUMN "former_owner_id" TEXT NULL;

ALTER TABLE "customers" ADD COLUMN "former_until" TEXT NULL;

CREATE TABLE "handovers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day" TEXT NULL,
    "started_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "confirmed_at" TEXT NULL,
    CONSTRAINT "pk_handovers" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "handover_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "handover_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "to_id" TEXT NULL,
    "why" TEXT NOT NULL,
    "introduce_on" TEXT NULL,
    "dual_until" TEXT NULL,
    "gone" INTEGER NOT NULL,
    "moved_at" TEXT NULL,
    "from_signed_at" TEXT NULL,
    "from_signed_by" TEXT NULL,
    "to_signed_at" TEXT NULL,
    CONSTRAINT "pk_handover_items" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_handover_items_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE,
    CONSTRAINT "fk_handover_items_org_id_handover_id" FOREIGN KEY ("org_id", "handover_id") REFERENCES "handovers" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_customers_org_id_former_until" ON "customers" ("org_id", "former_until") WHERE former_until is not null;

CREATE INDEX "ix_handover_items_org_id_customer_id" ON "handover_items" ("org_id", "customer_id");

CREATE INDEX "ix_handover_items_org_id_handover_id" ON "handover_items" ("org_id", "handover_id");

CREATE INDEX "ix_handover_items_org_id_to_id" ON "handover_items" ("org_id", "to_id");

CREATE INDEX "ix_handovers_org_id_member_id_created_at" ON "handovers" ("org_id", "member_id", "created_at");

CREATE INDEX "ix_handovers_org_id_team_id_created_at" ON "handovers" ("org_id", "team_id", "created_at");
