CREATE TABLE "inventories" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "people_ids" TEXT NOT NULL DEFAULT '[]',
    "day" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "customer_id" TEXT NULL,
    CONSTRAINT "pk_inventories" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "inventory_dues" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    CONSTRAINT "pk_inventory_dues" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "inventory_lines" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "inventory_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "verdict" TEXT NULL,
    "reason" TEXT NOT NULL,
    "next_action" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "judged_by_id" TEXT NULL,
    "judged_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "kp_met_on" TEXT NULL,
    "effect" TEXT NULL,
    CONSTRAINT "pk_inventory_lines" PRIMARY KEY ("org_id", "id")
);

CREATE UNIQUE INDEX "ix_inventories_org_id_member_id" ON "inventories" ("org_id", "member_id") WHERE ended_at is null;

CREATE INDEX "ix_inventories_org_id_member_id_day" ON "inventories" ("org_id", "member_id", "day");

CREATE INDEX "ix_inventories_org_id_team_id_started_at" ON "inventories" ("org_id", "team_id", "started_at");

CREATE INDEX "ix_inventory_lines_org_id_customer_id_judged_at" ON "inventory_lines" ("org_id", "customer_id", "judged_at");

CREATE UNIQUE INDEX "ix_inventory_lines_org_id_inventory_id_customer_id" ON "inventory_lines" ("org_id", "inventory_id", "customer_id");
