ALTER TABLE "organisations" ADD COLUMN "opens" TEXT NOT NULL DEFAULT '09:00:00';
ALTER TABLE "organisations" ADD COLUMN "closes" TEXT NOT NULL DEFAULT '18:00:00';
ALTER TABLE "organisations" ADD COLUMN "evidence_shared_at" TEXT NULL;

ALTER TABLE "visits" ADD COLUMN "sent_at" TEXT NULL;
ALTER TABLE "visits" ADD COLUMN "outside_hours" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "visits" ADD COLUMN "evidence_reasons" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "visits" ADD COLUMN "photo_ids" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "visits" ADD COLUMN "word_asked_at" TEXT NULL;
ALTER TABLE "visits" ADD COLUMN "word_by" TEXT NULL;
ALTER TABLE "visits" ADD COLUMN "word_at" TEXT NULL;
ALTER TABLE "visits" ADD COLUMN "unmet_reason" TEXT NULL;
ALTER TABLE "visits" ADD COLUMN "left_at" TEXT NULL;

CREATE INDEX "ix_visits_org_id_word_asked_at" ON "visits" ("org_id", "word_asked_at") WHERE word_asked_at is not null;
