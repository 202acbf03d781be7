ALTER TABLE "photos" ADD "thumb_id" TEXT NULL;
ALTER TABLE "photos" ADD "named" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX "ix_photos_org_id_created_at" ON "photos" ("org_id", "created_at") WHERE named = 0;
