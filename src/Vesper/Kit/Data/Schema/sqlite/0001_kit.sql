CREATE TABLE "consumers" (
    "name" TEXT NOT NULL CONSTRAINT "pk_consumers" PRIMARY KEY,
    "tx" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL
);

CREATE TABLE "events" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_events" PRIMARY KEY AUTOINCREMENT,
    "tx" INTEGER NOT NULL DEFAULT (0),
    "org_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

CREATE TABLE "key_ring" (
    "name" TEXT NOT NULL CONSTRAINT "pk_key_ring" PRIMARY KEY,
    "xml" TEXT NOT NULL
);

CREATE INDEX "ix_events_org_id_tx_seq" ON "events" ("org_id", "tx", "seq");

CREATE INDEX "ix_events_tx_seq" ON "events" ("tx", "seq");
