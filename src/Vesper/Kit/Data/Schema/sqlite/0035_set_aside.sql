CREATE TABLE "events_set_aside" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "consumer" TEXT NOT NULL,
    "tx" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "set_aside_at" TEXT NOT NULL,
    "failure" TEXT NOT NULL,
    CONSTRAINT "pk_events_set_aside" PRIMARY KEY ("org_id", "id")
);
