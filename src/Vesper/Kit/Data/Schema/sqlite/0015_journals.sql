CREATE TABLE "journal_templates" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_journal_templates" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "journals" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "win" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "block_customer_id" TEXT NULL,
    "block_customer_name" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "template_id" TEXT NULL,
    "answers" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "addendum" TEXT NOT NULL,
    "submitted_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "shared_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_journals" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "proposal_answers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "amount_fen" INTEGER NULL,
    "date" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_proposal_answers" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "journal_replies" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "journal_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "promised_by" TEXT NULL,
    "promise" TEXT NOT NULL,
    "promise_on" TEXT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_journal_replies" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_journal_replies_org_id_journal_id" FOREIGN KEY ("org_id", "journal_id") REFERENCES "journals" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_journal_replies_org_id_journal_id" ON "journal_replies" ("org_id", "journal_id");

CREATE UNIQUE INDEX "ix_journal_templates_org_id_version" ON "journal_templates" ("org_id", "version");

CREATE UNIQUE INDEX "ix_journals_org_id_member_id_day" ON "journals" ("org_id", "member_id", "day");

CREATE INDEX "ix_journals_org_id_team_id_day" ON "journals" ("org_id", "team_id", "day");

CREATE INDEX "ix_proposal_answers_org_id_customer_id" ON "proposal_answers" ("org_id", "customer_id");
