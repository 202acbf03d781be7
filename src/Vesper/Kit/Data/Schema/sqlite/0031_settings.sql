CREATE TABLE "settings" (
    "org_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "set_at" TEXT NOT NULL,
    CONSTRAINT "pk_settings" PRIMARY KEY ("org_id", "name")
);
