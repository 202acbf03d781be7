CREATE TABLE "cases" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "kp_met" INTEGER NOT NULL,
    "blocked_by" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "visit_id" TEXT NULL,
    "day" TEXT NOT NULL,
    "times_carried" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "pk_cases" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "commitments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "origin" TEXT NOT NULL,
    "origin_id" TEXT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "day" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "pk_commitments" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "evenings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "host_id" TEXT NULL,
    "minutes" INTEGER NOT NULL,
    "opened_at" TEXT NULL,
    "closed_at" TEXT NULL,
    "current_item_id" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_evenings" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "stories" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "deal_id" TEXT NULL,
    "trigger" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "methods" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "told_at" TEXT NULL,
    "day" TEXT NOT NULL,
    "times_carried" INTEGER NOT NULL,
    CONSTRAINT "pk_stories" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "advices" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    CONSTRAINT "pk_advices" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_advices_org_id_case_id" FOREIGN KEY ("org_id", "case_id") REFERENCES "cases" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "case_advisers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    CONSTRAINT "pk_case_advisers" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_case_advisers_org_id_case_id" FOREIGN KEY ("org_id", "case_id") REFERENCES "cases" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "agenda_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "member_id" TEXT NULL,
    "case_id" TEXT NULL,
    "story_id" TEXT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_agenda_items" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_agenda_items_org_id_evening_id" FOREIGN KEY ("org_id", "evening_id") REFERENCES "evenings" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "attendances" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "present" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "takeaway" TEXT NULL,
    CONSTRAINT "pk_attendances" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_attendances_org_id_evening_id" FOREIGN KEY ("org_id", "evening_id") REFERENCES "evenings" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "story_thanks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "story_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_story_thanks" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_story_thanks_org_id_story_id" FOREIGN KEY ("org_id", "story_id") REFERENCES "stories" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "agenda_subjects" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "member_id" TEXT NULL,
    "case_id" TEXT NULL,
    "story_id" TEXT NULL,
    "commitment_id" TEXT NULL,
    "heard" INTEGER NOT NULL,
    CONSTRAINT "pk_agenda_subjects" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_agenda_subjects_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "agenda_items" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_advices_org_id_case_id" ON "advices" ("org_id", "case_id");

CREATE INDEX "ix_agenda_items_org_id_evening_id" ON "agenda_items" ("org_id", "evening_id");

CREATE INDEX "ix_agenda_subjects_org_id_evening_id_member_id" ON "agenda_subjects" ("org_id", "evening_id", "member_id");

CREATE INDEX "ix_agenda_subjects_org_id_item_id" ON "agenda_subjects" ("org_id", "item_id");

CREATE UNIQUE INDEX "ix_attendances_org_id_evening_id_member_id" ON "attendances" ("org_id", "evening_id", "member_id");

CREATE INDEX "ix_case_advisers_org_id_case_id" ON "case_advisers" ("org_id", "case_id");

CREATE INDEX "ix_cases_org_id_member_id" ON "cases" ("org_id", "member_id");

CREATE INDEX "ix_cases_org_id_team_id_state" ON "cases" ("org_id", "team_id", "state");

CREATE INDEX "ix_commitments_org_id_member_id_state" ON "commitments" ("org_id", "member_id", "state");

CREATE INDEX "ix_commitments_org_id_origin_id" ON "commitments" ("org_id", "origin_id");

CREATE INDEX "ix_commitments_org_id_team_id_day" ON "commitments" ("org_id", "team_id", "day");

CREATE UNIQUE INDEX "ix_evenings_org_id_team_id_day" ON "evenings" ("org_id", "team_id", "day");

CREATE INDEX "ix_stories_org_id_deal_id" ON "stories" ("org_id", "deal_id");

CREATE INDEX "ix_stories_org_id_team_id_day" ON "stories" ("org_id", "team_id", "day");

CREATE UNIQUE INDEX "ix_story_thanks_org_id_story_id_member_id" ON "story_thanks" ("org_id", "story_id", "member_id");
