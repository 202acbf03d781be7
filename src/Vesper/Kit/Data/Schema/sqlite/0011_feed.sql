ALTER TABLE "feed_items" ADD COLUMN "body" TEXT NOT NULL DEFAULT '';
ALTER TABLE "feed_items" ADD COLUMN "photo_ids" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "feed_items" ADD COLUMN "mention_ids" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "feed_items" ADD COLUMN "subject_id" TEXT NULL;
ALTER TABLE "feed_items" ADD COLUMN "comment_count" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "feed_items" ADD COLUMN "edited_at" TEXT NULL;
ALTER TABLE "feed_items" ADD COLUMN "withdrawn_at" TEXT NULL;
ALTER TABLE "feed_items" ADD COLUMN "called_at" TEXT NULL;
ALTER TABLE "feed_items" ADD COLUMN "answered_at" TEXT NULL;
ALTER TABLE "feed_items" ADD COLUMN "escalated_at" TEXT NULL;

CREATE TABLE "feed_comments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "mention_ids" TEXT NOT NULL DEFAULT '[]',
    "is_answer" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "withdrawn_at" TEXT NULL,
    CONSTRAINT "pk_feed_comments" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_feed_comments_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "feed_items" ("org_id", "id") ON DELETE CASCADE
);

CREATE TABLE "feed_reads" (
    "org_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_feed_reads" PRIMARY KEY ("org_id", "item_id", "member_id"),
    CONSTRAINT "fk_feed_reads_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "feed_items" ("org_id", "id") ON DELETE CASCADE
);

CREATE INDEX "ix_feed_comments_org_id_item_id_at" ON "feed_comments" ("org_id", "item_id", "at");

CREATE INDEX "ix_feed_items_org_id_called_at" ON "feed_items" ("org_id", "called_at") WHERE called_at IS NOT NULL;
