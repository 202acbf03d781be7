ALTER TABLE feed_items ADD COLUMN body character varying(2000) NOT NULL DEFAULT '';
ALTER TABLE feed_items ADD COLUMN photo_ids text NOT NULL DEFAULT '[]';
ALTER TABLE feed_items ADD COLUMN mention_ids text NOT NULL DEFAULT '[]';
ALTER TABLE feed_items ADD COLUMN subject_id uuid NULL;
ALTER TABLE feed_items ADD COLUMN comment_count integer NOT NULL DEFAULT 0;
ALTER TABLE feed_items ADD COLUMN edited_at timestamp with time zone NULL;
ALTER TABLE feed_items ADD COLUMN withdrawn_at timestamp with time zone NULL;
ALTER TABLE feed_items ADD COLUMN called_at timestamp with time zone NULL;
ALTER TABLE feed_items ADD COLUMN answered_at timestamp with time zone NULL;
ALTER TABLE feed_items ADD COLUMN escalated_at timestamp with time zone NULL;

CREATE TABLE feed_comments (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    member_name character varying(20) NOT NULL,
    text character varying(500) NOT NULL,
    mention_ids text NOT NULL DEFAULT '[]',
    is_answer boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT pk_feed_comments PRIMARY KEY (org_id, id),
    CONSTRAINT fk_feed_comments_org_id_item_id FOREIGN KEY (org_id, item_id) REFERENCES feed_items (org_id, id) ON DELETE CASCADE
);

CREATE TABLE feed_reads (
    org_id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_feed_reads PRIMARY KEY (org_id, item_id, member_id),
    CONSTRAINT fk_feed_reads_org_id_item_id FOREIGN KEY (org_id, item_id) REFERENCES feed_items (org_id, id) ON DELETE CASCADE
);

CREATE INDEX ix_feed_comments_org_id_item_id_at ON feed_comments (org_id, item_id, at);

CREATE INDEX ix_feed_items_org_id_called_at ON feed_items (org_id, called_at) WHERE called_at IS NOT NULL;
