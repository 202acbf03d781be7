CREATE TABLE "location_looks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "looker_id" TEXT NOT NULL,
    "looker_name" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_location_looks" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_location_looks_org_id_member_id_at" ON "location_looks" ("org_id", "member_id", "at");

ALTER TABLE "location_consents" ADD COLUMN "text_version" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "visits" ADD COLUMN "point_kept" TEXT NULL;

-- Points kept until now count as exact, so that the next run rounds them.
UPDATE "visits" SET "point_kept" = 'Exact' WHERE "latitude" IS NOT NULL;

CREATE INDEX "ix_visits_org_id_point_kept_device_at" ON "visits" ("org_id", "point_kept", "device_at") WHERE point_kept is not null;
