ALTER TABLE "customers" ADD COLUMN "grade_held_until" TEXT NULL;
ALTER TABLE "contacts" ADD COLUMN "relation" TEXT NOT NULL DEFAULT '';
ALTER TABLE "contacts" ADD COLUMN "no_contact_on" TEXT NULL;
ALTER TABLE "contacts" ADD COLUMN "no_contact_reason" TEXT NOT NULL DEFAULT '';

CREATE TABLE "grade_words" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "by_rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_grade_words" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_grade_words_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_grade_words_org_id_customer_id" ON "grade_words" ("org_id", "customer_id");
