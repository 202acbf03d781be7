CREATE TABLE "photos" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "pk_photos" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_photos_org_id_member_id_created_at" ON "photos" ("org_id", "member_id", "created_at");
