ALTER TABLE "planned_visits" ADD COLUMN "appointment_at" TEXT NULL;

ALTER TABLE "planned_visits" ADD COLUMN "appointment_with" TEXT NOT NULL DEFAULT '';

ALTER TABLE "planned_visits" ADD COLUMN "contact_id" TEXT NULL;

ALTER TABLE "planned_visits" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';

CREATE TABLE "dismissed_proposals" (
    "org_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    CONSTRAINT "pk_dismissed_proposals" PRIMARY KEY ("org_id", "member_id", "day", "customer_id")
);
