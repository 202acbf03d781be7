CREATE TABLE "job_reports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "longest_write" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,
    "failure" TEXT NULL,
    CONSTRAINT "pk_job_reports" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "jobs" (
    "org_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "done_through" TEXT NOT NULL,
    "held_by" TEXT NULL,
    "held_until" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    CONSTRAINT "pk_jobs" PRIMARY KEY ("org_id", "name")
);

CREATE INDEX "ix_job_reports_org_id_name_started_at" ON "job_reports" ("org_id", "name", "started_at");
