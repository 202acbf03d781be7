CREATE TABLE "calendar_days" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "works" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_calendar_days" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "calls" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "contact_id" TEXT NULL,
    "day" TEXT NOT NULL,
    "device_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    CONSTRAINT "pk_calls" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "cases" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "kp_met" INTEGER NOT NULL,
    "blocked_by" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "visit_id" TEXT NULL,
    "day" TEXT NOT NULL,
    "times_carried" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "pk_cases" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "commitments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "origin" TEXT NOT NULL,
    "origin_id" TEXT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "day" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "pk_commitments" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "consumers" (
    "name" TEXT NOT NULL CONSTRAINT "pk_consumers" PRIMARY KEY,
    "tx" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL
);


CREATE TABLE "customer_exports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "file_id" TEXT NULL,
    "decided_by" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "ready_at" TEXT NULL,
    "fetched_at" TEXT NULL,
    CONSTRAINT "pk_customer_exports" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "customer_imports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "charset" TEXT NOT NULL,
    "separator" TEXT NOT NULL,
    "heading_line" INTEGER NOT NULL,
    "headings" TEXT NOT NULL,
    "samples" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "to_id" TEXT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "made" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "issues" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_customer_imports" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "customers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NULL,
    "team_id" TEXT NOT NULL,
    "former_owner_id" TEXT NULL,
    "former_until" TEXT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL DEFAULT '',
    "industry" TEXT NOT NULL,
    "employees" INTEGER NULL,
    "city" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "stage" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "grade_since" TEXT NOT NULL,
    "grade_held_until" TEXT NULL,
    "fall_told_on" TEXT NULL,
    "visits_without_kp" INTEGER NOT NULL,
    "last_visit_at" TEXT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "external_ref" TEXT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_customers" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "dismissed_proposals" (
    "org_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    CONSTRAINT "pk_dismissed_proposals" PRIMARY KEY ("org_id", "member_id", "day", "customer_id")
);


CREATE TABLE "dispute_rules" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "on" INTEGER NOT NULL,
    CONSTRAINT "pk_dispute_rules" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "evenings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "host_id" TEXT NULL,
    "minutes" INTEGER NOT NULL,
    "opened_at" TEXT NULL,
    "closed_at" TEXT NULL,
    "current_item_id" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_evenings" PRIMARY KEY ("org_id", "id")
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


CREATE TABLE "feed_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "kp_met" INTEGER NULL,
    "kp_minutes" INTEGER NULL,
    "help_wanted" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "at" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "photo_ids" TEXT NOT NULL DEFAULT '[]',
    "mention_ids" TEXT NOT NULL DEFAULT '[]',
    "subject_id" TEXT NULL,
    "comment_count" INTEGER NOT NULL DEFAULT 0,
    "edited_at" TEXT NULL,
    "withdrawn_at" TEXT NULL,
    "called_at" TEXT NULL,
    "answered_at" TEXT NULL,
    "escalated_at" TEXT NULL,
    CONSTRAINT "pk_feed_items" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "handovers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day" TEXT NULL,
    "started_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "confirmed_at" TEXT NULL,
    CONSTRAINT "pk_handovers" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "import_headings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    CONSTRAINT "pk_import_headings" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "inventories" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "people_ids" TEXT NOT NULL DEFAULT '[]',
    "day" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "customer_id" TEXT NULL,
    CONSTRAINT "pk_inventories" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "inventory_dues" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    CONSTRAINT "pk_inventory_dues" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "inventory_lines" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "inventory_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "verdict" TEXT NULL,
    "reason" TEXT NOT NULL,
    "next_action" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "judged_by_id" TEXT NULL,
    "judged_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "kp_met_on" TEXT NULL,
    "effect" TEXT NULL,
    CONSTRAINT "pk_inventory_lines" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "job_reports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "longest_write" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,
    "failure" TEXT NULL,
    CONSTRAINT "pk_job_reports" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "jobs" (
    "org_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "done_through" TEXT NOT NULL,
    "held_by" TEXT NULL,
    "held_until" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    CONSTRAINT "pk_jobs" PRIMARY KEY ("org_id", "name")
);


CREATE TABLE "joint_visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "companion_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NULL,
    "goal" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "watch" TEXT NOT NULL,
    "rep_visit_id" TEXT NULL,
    "companion_visit_id" TEXT NULL,
    "tied_at" TEXT NULL,
    "rep_kept" TEXT NOT NULL,
    "rep_change" TEXT NOT NULL,
    "companion_kept" TEXT NOT NULL,
    "companion_change" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "dropped_at" TEXT NULL,
    CONSTRAINT "pk_joint_visits" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "journal_templates" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_journal_templates" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "journals" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "win" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "block_customer_id" TEXT NULL,
    "block_customer_name" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "template_id" TEXT NULL,
    "answers" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "addendum" TEXT NOT NULL,
    "submitted_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "answered_at" TEXT NULL,
    "shared_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_journals" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "key_ring" (
    "name" TEXT NOT NULL CONSTRAINT "pk_key_ring" PRIMARY KEY,
    "xml" TEXT NOT NULL
);


CREATE TABLE "leaves" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    CONSTRAINT "pk_leaves" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "location_consents" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "given" INTEGER NOT NULL,
    "text_version" INTEGER NOT NULL DEFAULT 0,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_location_consents" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "location_looks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "looker_id" TEXT NOT NULL,
    "looker_name" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_location_looks" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "missions" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "meets_at" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "place_customer_id" TEXT NULL,
    "state" TEXT NOT NULL,
    "planned_by" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "photo_ids" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "pk_missions" PRIMARY KEY ("org_id", "id")
);


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


CREATE TABLE "organisations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "opens" TEXT NOT NULL DEFAULT '09:00:00',
    "closes" TEXT NOT NULL DEFAULT '18:00:00',
    "evidence_shared_at" TEXT NULL,
    "demo" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL
);


CREATE TABLE "photos" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "thumb_id" TEXT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "named" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "pk_photos" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "planned_visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "visit_id" TEXT NULL,
    "appointment_at" TEXT NULL,
    "appointment_with" TEXT NOT NULL DEFAULT '',
    "contact_id" TEXT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "pk_planned_visits" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "pool_moves" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" TEXT NULL,
    "to_id" TEXT NULL,
    "by_id" TEXT NULL,
    "team_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "cause" TEXT NULL,
    "grade" TEXT NOT NULL,
    "counted_from" TEXT NULL,
    "days" INTEGER NULL,
    "stopped" INTEGER NULL,
    "nth" INTEGER NULL,
    CONSTRAINT "pk_pool_moves" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "pool_rules" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "enabled_on" TEXT NULL,
    "days_a" INTEGER NOT NULL,
    "days_b" INTEGER NOT NULL,
    "days_c" INTEGER NOT NULL,
    "days_d" INTEGER NOT NULL,
    "days_no_deal" INTEGER NOT NULL,
    "claims_per_day" INTEGER NOT NULL,
    "most_held" INTEGER NOT NULL,
    "barred_days" INTEGER NOT NULL,
    CONSTRAINT "pk_pool_rules" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "products" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "price_fen" INTEGER NOT NULL,
    "retired" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_products" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "proposal_answers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "amount_fen" INTEGER NULL,
    "date" TEXT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_proposal_answers" PRIMARY KEY ("org_id", "id")
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


CREATE TABLE "reviews" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "with" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "deal_id" TEXT NULL,
    "visit_id" TEXT NULL,
    "outcome" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "points" TEXT NOT NULL,
    "promises" TEXT NOT NULL,
    "closed_at" TEXT NOT NULL,
    CONSTRAINT "pk_reviews" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "search_rows" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_search_rows" PRIMARY KEY AUTOINCREMENT,
    "org_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "words" TEXT NOT NULL
);


CREATE TABLE "settings" (
    "org_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "set_at" TEXT NOT NULL,
    CONSTRAINT "pk_settings" PRIMARY KEY ("org_id", "name")
);


CREATE TABLE "stories" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NULL,
    "customer_name" TEXT NOT NULL,
    "deal_id" TEXT NULL,
    "trigger" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "methods" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "told_at" TEXT NULL,
    "day" TEXT NOT NULL,
    "times_carried" INTEGER NOT NULL,
    CONSTRAINT "pk_stories" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "visits" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "checked_in_at" TEXT NOT NULL,
    "device_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "outside_hours" INTEGER NOT NULL DEFAULT 0,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "accuracy" REAL NULL,
    "point_kept" TEXT NULL,
    "evidence_level" TEXT NOT NULL,
    "evidence_reasons" TEXT NOT NULL DEFAULT '[]',
    "photo_ids" TEXT NOT NULL DEFAULT '[]',
    "word_asked_at" TEXT NULL,
    "word_by" TEXT NULL,
    "word_at" TEXT NULL,
    "purpose" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "kp_met" INTEGER NULL,
    "kp_minutes" INTEGER NULL,
    "contact_id" TEXT NULL,
    "unmet_reason" TEXT NULL,
    "next_step" TEXT NOT NULL,
    "next_on" TEXT NULL,
    "help_wanted" INTEGER NOT NULL,
    "help_text" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "left_at" TEXT NULL,
    CONSTRAINT "pk_visits" PRIMARY KEY ("org_id", "id")
);


CREATE TABLE "advices" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "evening_id" TEXT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    CONSTRAINT "pk_advices" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_advices_org_id_case_id" FOREIGN KEY ("org_id", "case_id") REFERENCES "cases" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "case_advisers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    CONSTRAINT "pk_case_advisers" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_case_advisers_org_id_case_id" FOREIGN KEY ("org_id", "case_id") REFERENCES "cases" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "contacts" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "decides" INTEGER NOT NULL,
    "met_on" TEXT NULL,
    "phone" TEXT NOT NULL,
    "phone_key" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "relation" TEXT NOT NULL DEFAULT '',
    "no_contact_on" TEXT NULL,
    "no_contact_reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "pk_contacts" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_contacts_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "deals" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "opened_on" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "lost_reason" TEXT NOT NULL,
    "signed_offer_id" TEXT NULL,
    "external_ref" TEXT NULL,
    CONSTRAINT "pk_deals" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_deals_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "disputes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "raiser_id" TEXT NOT NULL,
    "raiser_team_id" TEXT NOT NULL,
    "asked_name" TEXT NOT NULL,
    "raisers_customer_id" TEXT NULL,
    "reason" TEXT NOT NULL,
    "raised_at" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NULL,
    "ground" TEXT NULL,
    "decided_by_id" TEXT NULL,
    "decided_at" TEXT NULL,
    "decision_text" TEXT NOT NULL,
    "appealed_by_id" TEXT NULL,
    "appeal_reason" TEXT NOT NULL,
    "appealed_at" TEXT NULL,
    "final_decision" TEXT NULL,
    "final_by_id" TEXT NULL,
    "final_at" TEXT NULL,
    "final_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_disputes" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_disputes_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "facts" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "date" TEXT NULL,
    "amount_fen" INTEGER NULL,
    "visit_id" TEXT NULL,
    "member_id" TEXT NOT NULL,
    "seen_on" TEXT NOT NULL,
    CONSTRAINT "pk_facts" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_facts_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "grade_changes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    CONSTRAINT "pk_grade_changes" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_grade_changes_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "grade_words" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "by_rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_grade_words" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_grade_words_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "pool_clocks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "followed_on" TEXT NULL,
    "until" TEXT NOT NULL,
    "reminded" INTEGER NULL,
    CONSTRAINT "pk_pool_clocks" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_pool_clocks_org_id_id" FOREIGN KEY ("org_id", "id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "stage_moves" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "moved_by" TEXT NULL,
    "day" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    CONSTRAINT "pk_stage_moves" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_stage_moves_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "agenda_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "member_id" TEXT NULL,
    "case_id" TEXT NULL,
    "story_id" TEXT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TEXT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_agenda_items" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_agenda_items_org_id_evening_id" FOREIGN KEY ("org_id", "evening_id") REFERENCES "evenings" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "attendances" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "present" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "takeaway" TEXT NULL,
    CONSTRAINT "pk_attendances" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_attendances_org_id_evening_id" FOREIGN KEY ("org_id", "evening_id") REFERENCES "evenings" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "feed_comments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "mention_ids" TEXT NOT NULL DEFAULT '[]',
    "is_answer" INTEGER NOT NULL,
    "visit_id" TEXT NULL,
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


CREATE TABLE "reactions" (
    "org_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    CONSTRAINT "pk_reactions" PRIMARY KEY ("org_id", "item_id", "member_id", "kind"),
    CONSTRAINT "fk_reactions_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "feed_items" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "handover_items" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "handover_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "to_id" TEXT NULL,
    "why" TEXT NOT NULL,
    "introduce_on" TEXT NULL,
    "dual_until" TEXT NULL,
    "gone" INTEGER NOT NULL,
    "moved_at" TEXT NULL,
    "from_signed_at" TEXT NULL,
    "from_signed_by" TEXT NULL,
    "to_signed_at" TEXT NULL,
    CONSTRAINT "pk_handover_items" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_handover_items_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE,
    CONSTRAINT "fk_handover_items_org_id_handover_id" FOREIGN KEY ("org_id", "handover_id") REFERENCES "handovers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "journal_replies" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "journal_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "promised_by" TEXT NULL,
    "promise" TEXT NOT NULL,
    "promise_on" TEXT NULL,
    "day" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_journal_replies" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_journal_replies_org_id_journal_id" FOREIGN KEY ("org_id", "journal_id") REFERENCES "journals" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "mission_routes" (
    "org_id" TEXT NOT NULL,
    "mission_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "arrived_at" TEXT NULL,
    "learned" TEXT NOT NULL,
    CONSTRAINT "pk_mission_routes" PRIMARY KEY ("org_id", "mission_id", "member_id"),
    CONSTRAINT "fk_mission_routes_org_id_mission_id" FOREIGN KEY ("org_id", "mission_id") REFERENCES "missions" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
    "org_id" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "normalized_user_name" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_org_id" FOREIGN KEY ("org_id") REFERENCES "organisations" ("id") ON DELETE CASCADE
);


CREATE TABLE "units" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_units" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_units_org_id" FOREIGN KEY ("org_id") REFERENCES "organisations" ("id") ON DELETE CASCADE
);


CREATE TABLE "story_thanks" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "story_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_story_thanks" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_story_thanks_org_id_story_id" FOREIGN KEY ("org_id", "story_id") REFERENCES "stories" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "offers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "list_fen" INTEGER NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "valid_until" TEXT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    CONSTRAINT "pk_offers" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_offers_org_id_deal_id" FOREIGN KEY ("org_id", "deal_id") REFERENCES "deals" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "payments" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "paid_on" TEXT NOT NULL,
    "noted_by" TEXT NOT NULL,
    CONSTRAINT "pk_payments" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_payments_org_id_deal_id" FOREIGN KEY ("org_id", "deal_id") REFERENCES "deals" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "agenda_subjects" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "evening_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "member_id" TEXT NULL,
    "case_id" TEXT NULL,
    "story_id" TEXT NULL,
    "commitment_id" TEXT NULL,
    "heard" INTEGER NOT NULL,
    CONSTRAINT "pk_agenda_subjects" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_agenda_subjects_org_id_item_id" FOREIGN KEY ("org_id", "item_id") REFERENCES "agenda_items" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "mission_stops" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "mission_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "pk_mission_stops" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_mission_stops_org_id_mission_id_member_id" FOREIGN KEY ("org_id", "mission_id", "member_id") REFERENCES "mission_routes" ("org_id", "mission_id", "member_id") ON DELETE CASCADE
);


CREATE TABLE "join_codes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    CONSTRAINT "pk_join_codes" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_join_codes_org_id_id" FOREIGN KEY ("org_id", "id") REFERENCES "units" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "members" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "admin" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "joined_on" TEXT NOT NULL,
    "left_on" TEXT NULL,
    "erased_at" TEXT NULL,
    CONSTRAINT "pk_members" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_members_org_id_unit_id" FOREIGN KEY ("org_id", "unit_id") REFERENCES "units" ("org_id", "id") ON DELETE RESTRICT
);


CREATE TABLE "offer_showings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "shown_by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_offer_showings" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_offer_showings_org_id_offer_id" FOREIGN KEY ("org_id", "offer_id") REFERENCES "offers" ("org_id", "id") ON DELETE CASCADE
);


CREATE TABLE "welcomes" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    CONSTRAINT "pk_welcomes" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_welcomes_org_id_id" FOREIGN KEY ("org_id", "id") REFERENCES "members" ("org_id", "id") ON DELETE CASCADE
);


CREATE UNIQUE INDEX "ix_accounts_normalized_user_name" ON "accounts" ("normalized_user_name");


CREATE INDEX "ix_accounts_org_id" ON "accounts" ("org_id");


CREATE INDEX "ix_advices_org_id_case_id" ON "advices" ("org_id", "case_id");


CREATE INDEX "ix_agenda_items_org_id_evening_id" ON "agenda_items" ("org_id", "evening_id");


CREATE INDEX "ix_agenda_subjects_org_id_evening_id_member_id" ON "agenda_subjects" ("org_id", "evening_id", "member_id");


CREATE INDEX "ix_agenda_subjects_org_id_item_id" ON "agenda_subjects" ("org_id", "item_id");


CREATE UNIQUE INDEX "ix_attendances_org_id_evening_id_member_id" ON "attendances" ("org_id", "evening_id", "member_id");


CREATE UNIQUE INDEX "ix_calendar_days_org_id_day" ON "calendar_days" ("org_id", "day");


CREATE INDEX "ix_calls_org_id_customer_id_id" ON "calls" ("org_id", "customer_id", "id");


CREATE INDEX "ix_calls_org_id_member_id_day" ON "calls" ("org_id", "member_id", "day");


CREATE INDEX "ix_calls_org_id_team_id_day" ON "calls" ("org_id", "team_id", "day");


CREATE INDEX "ix_case_advisers_org_id_case_id" ON "case_advisers" ("org_id", "case_id");


CREATE INDEX "ix_cases_org_id_member_id" ON "cases" ("org_id", "member_id");


CREATE INDEX "ix_cases_org_id_team_id_state" ON "cases" ("org_id", "team_id", "state");


CREATE INDEX "ix_commitments_org_id_member_id_state" ON "commitments" ("org_id", "member_id", "state");


CREATE INDEX "ix_commitments_org_id_origin_id" ON "commitments" ("org_id", "origin_id");


CREATE INDEX "ix_commitments_org_id_team_id_day" ON "commitments" ("org_id", "team_id", "day");


CREATE INDEX "ix_contacts_org_id_customer_id" ON "contacts" ("org_id", "customer_id");


CREATE INDEX "ix_contacts_org_id_phone_key" ON "contacts" ("org_id", "phone_key");


CREATE INDEX "ix_customer_exports_org_id_member_id_created_at" ON "customer_exports" ("org_id", "member_id", "created_at");


CREATE INDEX "ix_customer_exports_org_id_state" ON "customer_exports" ("org_id", "state");


CREATE INDEX "ix_customer_imports_org_id_member_id_created_at" ON "customer_imports" ("org_id", "member_id", "created_at");


CREATE INDEX "ix_customers_org_id_credit_code" ON "customers" ("org_id", "credit_code") WHERE credit_code <> '';


CREATE UNIQUE INDEX "ix_customers_org_id_external_ref" ON "customers" ("org_id", "external_ref");


CREATE INDEX "ix_customers_org_id_former_until" ON "customers" ("org_id", "former_until") WHERE former_until is not null;


CREATE INDEX "ix_customers_org_id_owner_id_updated_at_id" ON "customers" ("org_id", "owner_id", "updated_at", "id");


CREATE INDEX "ix_customers_org_id_team_id_updated_at_id" ON "customers" ("org_id", "team_id", "updated_at", "id");


CREATE INDEX "ix_deals_org_id_customer_id" ON "deals" ("org_id", "customer_id");


CREATE UNIQUE INDEX "ix_deals_org_id_external_ref" ON "deals" ("org_id", "external_ref");


CREATE INDEX "ix_deals_org_id_owner_id_state" ON "deals" ("org_id", "owner_id", "state");


CREATE INDEX "ix_deals_org_id_team_id_closed_on" ON "deals" ("org_id", "team_id", "closed_on");


CREATE INDEX "ix_disputes_org_id_customer_id_id" ON "disputes" ("org_id", "customer_id", "id");


CREATE INDEX "ix_disputes_org_id_owner_id_id" ON "disputes" ("org_id", "owner_id", "id");


CREATE INDEX "ix_disputes_org_id_raiser_id_id" ON "disputes" ("org_id", "raiser_id", "id");


CREATE INDEX "ix_disputes_org_id_team_id_id" ON "disputes" ("org_id", "team_id", "id");


CREATE UNIQUE INDEX "ix_evenings_org_id_team_id_day" ON "evenings" ("org_id", "team_id", "day");


CREATE INDEX "ix_facts_org_id_customer_id_seen_on" ON "facts" ("org_id", "customer_id", "seen_on");


CREATE INDEX "ix_feed_comments_org_id_item_id_at" ON "feed_comments" ("org_id", "item_id", "at");


CREATE INDEX "ix_feed_comments_org_id_visit_id" ON "feed_comments" ("org_id", "visit_id") WHERE visit_id IS NOT NULL;


CREATE INDEX "ix_feed_items_org_id_called_at" ON "feed_items" ("org_id", "called_at") WHERE called_at IS NOT NULL;


CREATE INDEX "ix_feed_items_org_id_team_id_at_id" ON "feed_items" ("org_id", "team_id", "at", "id");


CREATE INDEX "ix_grade_changes_org_id_customer_id_day" ON "grade_changes" ("org_id", "customer_id", "day");


CREATE INDEX "ix_grade_changes_org_id_team_id_day" ON "grade_changes" ("org_id", "team_id", "day");


CREATE INDEX "ix_grade_words_org_id_customer_id" ON "grade_words" ("org_id", "customer_id");


CREATE INDEX "ix_handover_items_org_id_customer_id" ON "handover_items" ("org_id", "customer_id");


CREATE INDEX "ix_handover_items_org_id_handover_id" ON "handover_items" ("org_id", "handover_id");


CREATE INDEX "ix_handover_items_org_id_to_id" ON "handover_items" ("org_id", "to_id");


CREATE INDEX "ix_handovers_org_id_member_id_created_at" ON "handovers" ("org_id", "member_id", "created_at");


CREATE INDEX "ix_handovers_org_id_team_id_created_at" ON "handovers" ("org_id", "team_id", "created_at");


CREATE UNIQUE INDEX "ix_inventories_org_id_member_id" ON "inventories" ("org_id", "member_id") WHERE ended_at is null;


CREATE INDEX "ix_inventories_org_id_member_id_day" ON "inventories" ("org_id", "member_id", "day");


CREATE INDEX "ix_inventories_org_id_team_id_started_at" ON "inventories" ("org_id", "team_id", "started_at");


CREATE INDEX "ix_inventory_lines_org_id_customer_id_judged_at" ON "inventory_lines" ("org_id", "customer_id", "judged_at");


CREATE UNIQUE INDEX "ix_inventory_lines_org_id_inventory_id_customer_id" ON "inventory_lines" ("org_id", "inventory_id", "customer_id");


CREATE INDEX "ix_job_reports_org_id_name_started_at" ON "job_reports" ("org_id", "name", "started_at");


CREATE UNIQUE INDEX "ix_join_codes_code" ON "join_codes" ("code");


CREATE INDEX "ix_joint_visits_org_id_companion_id_day" ON "joint_visits" ("org_id", "companion_id", "day");


CREATE INDEX "ix_joint_visits_org_id_customer_id_day" ON "joint_visits" ("org_id", "customer_id", "day");


CREATE INDEX "ix_joint_visits_org_id_member_id_day" ON "joint_visits" ("org_id", "member_id", "day");


CREATE INDEX "ix_joint_visits_org_id_team_id_created_at" ON "joint_visits" ("org_id", "team_id", "created_at");


CREATE INDEX "ix_journal_replies_org_id_journal_id" ON "journal_replies" ("org_id", "journal_id");


CREATE UNIQUE INDEX "ix_journal_templates_org_id_version" ON "journal_templates" ("org_id", "version");


CREATE INDEX "ix_journals_org_id_block_customer_id" ON "journals" ("org_id", "block_customer_id");


CREATE UNIQUE INDEX "ix_journals_org_id_member_id_day" ON "journals" ("org_id", "member_id", "day");


CREATE INDEX "ix_journals_org_id_team_id_day" ON "journals" ("org_id", "team_id", "day");


CREATE INDEX "ix_leaves_org_id_member_id" ON "leaves" ("org_id", "member_id");


CREATE UNIQUE INDEX "ix_location_consents_org_id_member_id_version" ON "location_consents" ("org_id", "member_id", "version");


CREATE INDEX "ix_location_looks_org_id_member_id_at" ON "location_looks" ("org_id", "member_id", "at");


CREATE INDEX "ix_members_org_id_unit_id" ON "members" ("org_id", "unit_id");


CREATE INDEX "ix_mission_stops_org_id_member_id_customer_id" ON "mission_stops" ("org_id", "member_id", "customer_id");


CREATE INDEX "ix_mission_stops_org_id_mission_id_member_id" ON "mission_stops" ("org_id", "mission_id", "member_id");


CREATE INDEX "ix_missions_org_id_team_id_day" ON "missions" ("org_id", "team_id", "day");


CREATE INDEX "ix_notices_org_id_member_id_at" ON "notices" ("org_id", "member_id", "at");


CREATE INDEX "ix_notices_push_at" ON "notices" ("push_at") WHERE push_at is not null;


CREATE INDEX "ix_offer_showings_org_id_deal_id" ON "offer_showings" ("org_id", "deal_id");


CREATE INDEX "ix_offer_showings_org_id_offer_id" ON "offer_showings" ("org_id", "offer_id");


CREATE UNIQUE INDEX "ix_offers_org_id_deal_id_version" ON "offers" ("org_id", "deal_id", "version");


CREATE INDEX "ix_payments_org_id_deal_id" ON "payments" ("org_id", "deal_id");


CREATE INDEX "ix_photos_org_id_created_at" ON "photos" ("org_id", "created_at") WHERE named = 0;


CREATE INDEX "ix_photos_org_id_member_id_created_at" ON "photos" ("org_id", "member_id", "created_at");


CREATE INDEX "ix_planned_visits_org_id_member_id_day" ON "planned_visits" ("org_id", "member_id", "day");


CREATE INDEX "ix_pool_clocks_org_id_owner_id_until" ON "pool_clocks" ("org_id", "owner_id", "until");


CREATE INDEX "ix_pool_moves_org_id_customer_id_id" ON "pool_moves" ("org_id", "customer_id", "id");


CREATE INDEX "ix_pool_moves_org_id_from_id_at" ON "pool_moves" ("org_id", "from_id", "at");


CREATE INDEX "ix_pool_moves_org_id_team_id_at" ON "pool_moves" ("org_id", "team_id", "at");


CREATE UNIQUE INDEX "ix_pool_moves_org_id_to_id_day_nth" ON "pool_moves" ("org_id", "to_id", "day", "nth") WHERE nth is not null;


CREATE INDEX "ix_proposal_answers_org_id_customer_id" ON "proposal_answers" ("org_id", "customer_id");


CREATE INDEX "ix_push_subscriptions_endpoint_hash" ON "push_subscriptions" ("endpoint_hash");


CREATE INDEX "ix_push_subscriptions_org_id_member_id" ON "push_subscriptions" ("org_id", "member_id");


CREATE INDEX "ix_relief_dots_org_id_evening_id" ON "relief_dots" ("org_id", "evening_id");


CREATE INDEX "ix_relief_heard_org_id_evening_id" ON "relief_heard" ("org_id", "evening_id");


CREATE INDEX "ix_relief_keys_org_id_made_at" ON "relief_keys" ("org_id", "made_at");


CREATE UNIQUE INDEX "ix_relief_turns_org_id_evening_id_member_id" ON "relief_turns" ("org_id", "evening_id", "member_id");


CREATE INDEX "ix_reviews_org_id_customer_id" ON "reviews" ("org_id", "customer_id");


CREATE INDEX "ix_reviews_org_id_member_id_closed_at" ON "reviews" ("org_id", "member_id", "closed_at");


CREATE INDEX "ix_reviews_org_id_team_id_closed_at" ON "reviews" ("org_id", "team_id", "closed_at");


CREATE UNIQUE INDEX "ix_search_rows_org_id_kind_subject_id" ON "search_rows" ("org_id", "kind", "subject_id");


CREATE INDEX "ix_stage_moves_org_id_customer_id_day" ON "stage_moves" ("org_id", "customer_id", "day");


CREATE INDEX "ix_stories_org_id_deal_id" ON "stories" ("org_id", "deal_id");


CREATE INDEX "ix_stories_org_id_team_id_day" ON "stories" ("org_id", "team_id", "day");


CREATE UNIQUE INDEX "ix_story_thanks_org_id_story_id_member_id" ON "story_thanks" ("org_id", "story_id", "member_id");


CREATE INDEX "ix_visits_org_id_customer_id_id" ON "visits" ("org_id", "customer_id", "id");


CREATE INDEX "ix_visits_org_id_member_id_day_device_at" ON "visits" ("org_id", "member_id", "day", "device_at");


CREATE INDEX "ix_visits_org_id_point_kept_device_at" ON "visits" ("org_id", "point_kept", "device_at") WHERE point_kept is not null;


CREATE INDEX "ix_visits_org_id_team_id_day" ON "visits" ("org_id", "team_id", "day");


CREATE INDEX "ix_visits_org_id_word_asked_at" ON "visits" ("org_id", "word_asked_at") WHERE word_asked_at is not null;


CREATE UNIQUE INDEX "ix_welcomes_code_hash" ON "welcomes" ("code_hash");


