CREATE TABLE "feed_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "kp_met" INTEGER NULL,
    "kp_minutes" INTEGER NULL,
    "help_wanted" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_feed_items" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "planned_visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "visit_id" TEXT NULL,
    CONSTRAINT "pk_planned_visits" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "checked_in_at" TEXT NOT NULL,
    "device_at" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "accuracy" REAL NULL,
    "evidence_level" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "kp_met" INTEGER NULL,
    "kp_minutes" INTEGER NULL,
    "contact_id" TEXT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "help_wanted" INTEGER NOT NULL,
    "help_text" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_visits" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "reactions" (
    "org_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "pk_reactions" PRIMARY KEY ("org_id", "item_id", "member_id", "kind"),
    CONSTRAINT "fk_reactions_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "feed_items" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_feed_items_org_id_team_id_at" ON "feed_items" ("org_id", "team_id", "at");

CREATE INDEX "ix_planned_visits_org_id_member_id_day" ON "planned_visits" ("org_id", "member_id", "day");

CREATE INDEX "ix_visits_org_id_customer_id_id" ON "visits" ("org_id", "customer_id", "id");

CREATE INDEX "ix_visits_org_id_member_id_day" ON "visits" ("org_id", "member_id", "day");

CREATE INDEX "ix_visits_org_id_team_id_day" ON "visits" ("org_id", "team_id", "day");
