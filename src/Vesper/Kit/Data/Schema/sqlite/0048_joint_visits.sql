CREATE TABLE "joint_visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "companion_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NULL,
    "goal" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "watch" TEXT NOT NULL,
    "rep_visit_id" TEXT NULL,
    "companion_visit_id" TEXT NULL,
    "tied_at" TEXT NULL,
    "rep_kept" TEXT NOT NULL,
    "rep_change" TEXT NOT NULL,
    "companion_kept" TEXT NOT NULL,
    "companion_change" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "dropped_at" TEXT NULL,
    CONSTRAINT "pk_joint_visits" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_joint_visits_org_id_companion_id_day" ON "joint_visits" ("org_id", "companion_id", "day");

CREATE INDEX "ix_joint_visits_org_id_customer_id_day" ON "joint_visits" ("org_id", "customer_id", "day");

CREATE INDEX "ix_joint_visits_org_id_member_id_day" ON "joint_visits" ("org_id", "member_id", "day");

CREATE INDEX "ix_joint_visits_org_id_team_id_created_at" ON "joint_visits" ("org_id", "team_id", "created_at");
