CREATE TABLE "notice_settings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "silent" TEXT NOT NULL,
    "quiet_from" TEXT NOT NULL,
    "quiet_until" TEXT NOT NULL,
    "quiet_on_days_off" INTEGER NOT NULL,
    CONSTRAINT "pk_notice_settings" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "notices" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "read_at" TEXT NULL,
    "push_at" TEXT NULL,
    "push_tries" INTEGER NOT NULL,
    CONSTRAINT "pk_notices" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "push_subscriptions" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "endpoint_hash" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_push_subscriptions" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_notices_org_id_member_id_at" ON "notices" ("org_id", "member_id", "at");

CREATE INDEX "ix_notices_push_at" ON "notices" ("push_at") WHERE push_at is not null;

CREATE INDEX "ix_push_subscriptions_endpoint_hash" ON "push_subscriptions" ("endpoint_hash");

CREATE INDEX "ix_push_subscriptions_org_id_member_id" ON "push_subscriptions" ("org_id", "member_id");
