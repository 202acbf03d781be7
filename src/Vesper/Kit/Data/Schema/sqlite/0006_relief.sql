CREATE TABLE "relief_dots" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "mood" INTEGER NULL,
    "me_too" INTEGER NOT NULL,
    CONSTRAINT "pk_relief_dots" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "relief_heard" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    CONSTRAINT "pk_relief_heard" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "relief_keys" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "secret" BLOB NOT NULL,
    "made_at" TEXT NOT NULL,
    CONSTRAINT "pk_relief_keys" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "relief_turns" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "raised_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "heard" INTEGER NOT NULL,
    CONSTRAINT "pk_relief_turns" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_relief_dots_org_id_evening_id" ON "relief_dots" ("org_id", "evening_id");

CREATE INDEX "ix_relief_heard_org_id_evening_id" ON "relief_heard" ("org_id", "evening_id");

CREATE INDEX "ix_relief_keys_org_id_made_at" ON "relief_keys" ("org_id", "made_at");

CREATE UNIQUE INDEX "ix_relief_turns_org_id_evening_id_member_id" ON "relief_turns" ("org_id", "evening_id", "member_id");
