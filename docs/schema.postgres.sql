CREATE TABLE calendar_days (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    day date NOT NULL,
    works boolean NOT NULL,
    name character varying(40) NOT NULL,
    CONSTRAINT pk_calendar_days PRIMARY KEY (org_id, id)
);


CREATE TABLE calls (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    contact_id uuid,
    day date NOT NULL,
    device_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    note character varying(300) NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    CONSTRAINT pk_calls PRIMARY KEY (org_id, id)
);


CREATE TABLE cases (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid NOT NULL,
    customer_id uuid,
    customer_name character varying(40) NOT NULL,
    stage text NOT NULL,
    kp_met boolean NOT NULL,
    blocked_by character varying(300) NOT NULL,
    wanted character varying(200) NOT NULL,
    state text NOT NULL,
    visit_id uuid,
    day date NOT NULL,
    times_carried integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cases PRIMARY KEY (org_id, id)
);


CREATE TABLE commitments (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid NOT NULL,
    evening_id uuid,
    origin text NOT NULL,
    origin_id uuid,
    customer_id uuid,
    customer_name character varying(40) NOT NULL,
    text character varying(300) NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    result character varying(300) NOT NULL,
    answered_at timestamp with time zone,
    day date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_commitments PRIMARY KEY (org_id, id)
);


CREATE TABLE consumers (
    name character varying(80) NOT NULL,
    tx bigint NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT pk_consumers PRIMARY KEY (name)
);


CREATE TABLE customer_exports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    reason character varying(200) NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    rows integer NOT NULL,
    file_id uuid,
    decided_by uuid,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    fetched_at timestamp with time zone,
    CONSTRAINT pk_customer_exports PRIMARY KEY (org_id, id)
);


CREATE TABLE customer_imports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    file_name character varying(120) NOT NULL,
    file_id uuid,
    kind text NOT NULL,
    charset character varying(20) NOT NULL,
    separator character varying(1) NOT NULL,
    heading_line integer NOT NULL,
    headings text NOT NULL,
    samples text NOT NULL,
    fields text NOT NULL,
    "to" text NOT NULL,
    to_id uuid,
    state text NOT NULL,
    rows integer NOT NULL,
    done integer NOT NULL,
    made integer NOT NULL,
    removed integer NOT NULL,
    issues text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_customer_imports PRIMARY KEY (org_id, id)
);


CREATE TABLE customers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid,
    team_id uuid NOT NULL,
    former_owner_id uuid,
    former_until date,
    name character varying(120) NOT NULL,
    short_name character varying(40) NOT NULL,
    credit_code character varying(18) NOT NULL DEFAULT '',
    industry character varying(40) NOT NULL,
    employees integer,
    city character varying(40) NOT NULL,
    address character varying(200) NOT NULL,
    latitude double precision,
    longitude double precision,
    stage text NOT NULL,
    grade text NOT NULL,
    grade_since date NOT NULL,
    grade_held_until date,
    fall_told_on date,
    visits_without_kp integer NOT NULL,
    last_visit_at timestamp with time zone,
    next_step character varying(200) NOT NULL,
    next_on date,
    external_ref character varying(120),
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (org_id, id)
);


CREATE TABLE dismissed_proposals (
    org_id uuid NOT NULL,
    member_id uuid NOT NULL,
    day date NOT NULL,
    customer_id uuid NOT NULL,
    CONSTRAINT pk_dismissed_proposals PRIMARY KEY (org_id, member_id, day, customer_id)
);


CREATE TABLE dispute_rules (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    "on" boolean NOT NULL,
    CONSTRAINT pk_dispute_rules PRIMARY KEY (org_id, id)
);


CREATE TABLE evenings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    host_id uuid,
    minutes integer NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    current_item_id uuid,
    version integer NOT NULL,
    CONSTRAINT pk_evenings PRIMARY KEY (org_id, id)
);


CREATE TABLE events (
    seq bigint GENERATED BY DEFAULT AS IDENTITY,
    tx bigint NOT NULL DEFAULT ((pg_current_xact_id()::text)::bigint),
    org_id uuid NOT NULL,
    topic character varying(80) NOT NULL,
    type character varying(80) NOT NULL,
    payload text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (seq)
);


CREATE TABLE events_set_aside (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    consumer character varying(80) NOT NULL,
    tx bigint NOT NULL,
    seq bigint NOT NULL,
    topic character varying(80) NOT NULL,
    type character varying(80) NOT NULL,
    payload text NOT NULL,
    at timestamp with time zone NOT NULL,
    set_aside_at timestamp with time zone NOT NULL,
    failure character varying(120) NOT NULL,
    CONSTRAINT pk_events_set_aside PRIMARY KEY (org_id, id)
);


CREATE TABLE feed_items (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid NOT NULL,
    member_name character varying(20) NOT NULL,
    kind text NOT NULL,
    customer_id uuid,
    customer_name character varying(40) NOT NULL,
    outcome text,
    kp_met boolean,
    kp_minutes integer,
    help_wanted boolean NOT NULL,
    text character varying(300) NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    at timestamp with time zone NOT NULL,
    body character varying(2000) NOT NULL DEFAULT '',
    photo_ids text NOT NULL DEFAULT '[]',
    mention_ids text NOT NULL DEFAULT '[]',
    subject_id uuid,
    comment_count integer NOT NULL DEFAULT 0,
    edited_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    called_at timestamp with time zone,
    answered_at timestamp with time zone,
    escalated_at timestamp with time zone,
    CONSTRAINT pk_feed_items PRIMARY KEY (org_id, id)
);


CREATE TABLE handovers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    kind text NOT NULL,
    last_day date,
    started_by uuid NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT pk_handovers PRIMARY KEY (org_id, id)
);


CREATE TABLE import_headings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    heading character varying(40) NOT NULL,
    field text NOT NULL,
    CONSTRAINT pk_import_headings PRIMARY KEY (org_id, id)
);


CREATE TABLE inventories (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    host_id uuid NOT NULL,
    people_ids text NOT NULL DEFAULT '[]',
    day date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    customer_id uuid,
    CONSTRAINT pk_inventories PRIMARY KEY (org_id, id)
);


CREATE TABLE inventory_dues (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    until date NOT NULL,
    CONSTRAINT pk_inventory_dues PRIMARY KEY (org_id, id)
);


CREATE TABLE inventory_lines (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    inventory_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    position integer NOT NULL,
    verdict text,
    reason character varying(200) NOT NULL,
    next_action character varying(100) NOT NULL,
    next_on date,
    judged_by_id uuid,
    judged_at timestamp with time zone,
    version integer NOT NULL,
    grade text NOT NULL,
    kp_met_on date,
    effect text,
    CONSTRAINT pk_inventory_lines PRIMARY KEY (org_id, id)
);


CREATE TABLE job_reports (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone NOT NULL,
    milliseconds integer NOT NULL,
    longest_write integer NOT NULL,
    counts character varying(1000) NOT NULL,
    failure character varying(500),
    CONSTRAINT pk_job_reports PRIMARY KEY (org_id, id)
);


CREATE TABLE jobs (
    org_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    done_through timestamp with time zone NOT NULL,
    held_by uuid,
    held_until timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (org_id, name)
);


CREATE TABLE joint_visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    companion_id uuid NOT NULL,
    mode text NOT NULL,
    day date NOT NULL,
    at time without time zone,
    goal character varying(100) NOT NULL,
    who character varying(100) NOT NULL,
    watch character varying(200) NOT NULL,
    rep_visit_id uuid,
    companion_visit_id uuid,
    tied_at timestamp with time zone,
    rep_kept character varying(300) NOT NULL,
    rep_change character varying(300) NOT NULL,
    companion_kept character varying(300) NOT NULL,
    companion_change character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone,
    CONSTRAINT pk_joint_visits PRIMARY KEY (org_id, id)
);


CREATE TABLE journal_templates (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    fields text NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_journal_templates PRIMARY KEY (org_id, id)
);


CREATE TABLE journals (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    win character varying(300) NOT NULL,
    block character varying(300) NOT NULL,
    block_customer_id uuid,
    block_customer_name character varying(40) NOT NULL,
    support character varying(300) NOT NULL,
    template_id uuid,
    answers text NOT NULL,
    lines text NOT NULL,
    addendum character varying(300) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    shared_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_journals PRIMARY KEY (org_id, id)
);


CREATE TABLE key_ring (
    name character varying(200) NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_key_ring PRIMARY KEY (name)
);


CREATE TABLE leaves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    "from" date NOT NULL,
    until date NOT NULL,
    CONSTRAINT pk_leaves PRIMARY KEY (org_id, id)
);


CREATE TABLE location_consents (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    version integer NOT NULL,
    given boolean NOT NULL,
    text_version integer NOT NULL DEFAULT 0,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_location_consents PRIMARY KEY (org_id, id)
);


CREATE TABLE location_looks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    visit_id uuid NOT NULL,
    member_id uuid NOT NULL,
    looker_id uuid NOT NULL,
    looker_name character varying(20) NOT NULL,
    customer_name character varying(40) NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_location_looks PRIMARY KEY (org_id, id)
);


CREATE TABLE missions (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    area character varying(40) NOT NULL,
    day date NOT NULL,
    meets_at timestamp with time zone NOT NULL,
    place character varying(60) NOT NULL,
    place_customer_id uuid,
    state text NOT NULL,
    planned_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    photo_ids text NOT NULL DEFAULT '[]',
    CONSTRAINT pk_missions PRIMARY KEY (org_id, id)
);


CREATE TABLE notice_settings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    silent character varying(1000) NOT NULL,
    quiet_from time without time zone NOT NULL,
    quiet_until time without time zone NOT NULL,
    quiet_on_days_off boolean NOT NULL,
    CONSTRAINT pk_notice_settings PRIMARY KEY (org_id, id)
);


CREATE TABLE notices (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    link character varying(300) NOT NULL,
    words character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    push_at timestamp with time zone,
    push_tries integer NOT NULL,
    CONSTRAINT pk_notices PRIMARY KEY (org_id, id)
);


CREATE TABLE organisations (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    preset text NOT NULL,
    zone character varying(40) NOT NULL,
    opens time without time zone NOT NULL DEFAULT TIME '09:00:00',
    closes time without time zone NOT NULL DEFAULT TIME '18:00:00',
    evidence_shared_at timestamp with time zone,
    demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_organisations PRIMARY KEY (id)
);


CREATE TABLE photos (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    thumb_id uuid,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    use text NOT NULL,
    type character varying(20) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    bytes integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    named integer NOT NULL DEFAULT 1,
    CONSTRAINT pk_photos PRIMARY KEY (org_id, id)
);


CREATE TABLE planned_visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    customer_id uuid NOT NULL,
    purpose character varying(100) NOT NULL,
    position integer NOT NULL,
    visit_id uuid,
    appointment_at time without time zone,
    appointment_with character varying(40) NOT NULL DEFAULT '',
    contact_id uuid,
    place character varying(120) NOT NULL DEFAULT '',
    CONSTRAINT pk_planned_visits PRIMARY KEY (org_id, id)
);


CREATE TABLE pool_moves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    from_id uuid,
    to_id uuid,
    by_id uuid,
    team_id uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    cause text,
    grade text NOT NULL,
    counted_from date,
    days integer,
    stopped integer,
    nth integer,
    CONSTRAINT pk_pool_moves PRIMARY KEY (org_id, id)
);


CREATE TABLE pool_rules (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    enabled_on date,
    days_a integer NOT NULL,
    days_b integer NOT NULL,
    days_c integer NOT NULL,
    days_d integer NOT NULL,
    days_no_deal integer NOT NULL,
    claims_per_day integer NOT NULL,
    most_held integer NOT NULL,
    barred_days integer NOT NULL,
    CONSTRAINT pk_pool_rules PRIMARY KEY (org_id, id)
);


CREATE TABLE products (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    unit character varying(10) NOT NULL,
    price_fen bigint NOT NULL,
    retired boolean NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_products PRIMARY KEY (org_id, id)
);


CREATE TABLE proposal_answers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    member_id uuid NOT NULL,
    visit_id uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    accepted boolean NOT NULL,
    text character varying(300) NOT NULL,
    title character varying(40) NOT NULL,
    phone character varying(40) NOT NULL,
    amount_fen bigint,
    date date,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_proposal_answers PRIMARY KEY (org_id, id)
);


CREATE TABLE push_subscriptions (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    endpoint character varying(1000) NOT NULL,
    endpoint_hash character varying(64) NOT NULL,
    p256dh character varying(120) NOT NULL,
    auth character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_push_subscriptions PRIMARY KEY (org_id, id)
);


CREATE TABLE relief_dots (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    mood integer,
    me_too boolean NOT NULL,
    CONSTRAINT pk_relief_dots PRIMARY KEY (org_id, id)
);


CREATE TABLE relief_heard (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    CONSTRAINT pk_relief_heard PRIMARY KEY (org_id, id)
);


CREATE TABLE relief_keys (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    secret bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_relief_keys PRIMARY KEY (org_id, id)
);


CREATE TABLE relief_turns (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state integer NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    heard integer NOT NULL,
    CONSTRAINT pk_relief_turns PRIMARY KEY (org_id, id)
);


CREATE TABLE reviews (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    "with" text NOT NULL,
    host_id uuid NOT NULL,
    member_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    customer_name character varying(40) NOT NULL,
    deal_id uuid,
    visit_id uuid,
    outcome text NOT NULL,
    stage text NOT NULL,
    industry character varying(40) NOT NULL,
    day date NOT NULL,
    points text NOT NULL,
    promises text NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_reviews PRIMARY KEY (org_id, id)
);


CREATE TABLE search_rows (
    seq bigint GENERATED BY DEFAULT AS IDENTITY,
    org_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    subject_id uuid NOT NULL,
    words text NOT NULL,
    CONSTRAINT pk_search_rows PRIMARY KEY (seq)
);


CREATE TABLE settings (
    org_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    value integer NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (org_id, name)
);


CREATE TABLE stories (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    evening_id uuid,
    member_id uuid NOT NULL,
    customer_id uuid,
    customer_name character varying(40) NOT NULL,
    deal_id uuid,
    trigger text NOT NULL,
    stage text NOT NULL,
    how character varying(1000) NOT NULL,
    methods character varying(500) NOT NULL,
    learned character varying(500) NOT NULL,
    told_at timestamp with time zone,
    day date NOT NULL,
    times_carried integer NOT NULL,
    CONSTRAINT pk_stories PRIMARY KEY (org_id, id)
);


CREATE TABLE visits (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    team_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    day date NOT NULL,
    checked_in_at timestamp with time zone NOT NULL,
    device_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    outside_hours boolean NOT NULL DEFAULT FALSE,
    latitude double precision,
    longitude double precision,
    accuracy double precision,
    point_kept character varying(10),
    evidence_level character varying(20) NOT NULL,
    evidence_reasons text NOT NULL DEFAULT '[]',
    photo_ids text NOT NULL DEFAULT '[]',
    word_asked_at timestamp with time zone,
    word_by uuid,
    word_at timestamp with time zone,
    purpose character varying(100) NOT NULL,
    outcome text,
    kp_met boolean,
    kp_minutes integer,
    contact_id uuid,
    unmet_reason character varying(20),
    next_step character varying(200) NOT NULL,
    next_on date,
    help_wanted boolean NOT NULL,
    help_text character varying(300) NOT NULL,
    note character varying(1000) NOT NULL,
    facts text NOT NULL,
    ended_at timestamp with time zone,
    left_at timestamp with time zone,
    CONSTRAINT pk_visits PRIMARY KEY (org_id, id)
);


CREATE TABLE advices (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    evening_id uuid,
    author_id uuid NOT NULL,
    text character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    CONSTRAINT pk_advices PRIMARY KEY (org_id, id),
    CONSTRAINT fk_advices_org_id_case_id FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE
);


CREATE TABLE case_advisers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    member_id uuid NOT NULL,
    position integer NOT NULL,
    reason character varying(200) NOT NULL,
    reason_en character varying(200) NOT NULL,
    CONSTRAINT pk_case_advisers PRIMARY KEY (org_id, id),
    CONSTRAINT fk_case_advisers_org_id_case_id FOREIGN KEY (org_id, case_id) REFERENCES cases (org_id, id) ON DELETE CASCADE
);


CREATE TABLE contacts (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    title character varying(40) NOT NULL,
    role text NOT NULL,
    decides boolean NOT NULL,
    met_on date,
    phone character varying(40) NOT NULL,
    phone_key character varying(40) NOT NULL DEFAULT '',
    source character varying(80) NOT NULL,
    position integer NOT NULL,
    relation character varying(80) NOT NULL DEFAULT '',
    no_contact_on date,
    no_contact_reason character varying(200) NOT NULL DEFAULT '',
    CONSTRAINT pk_contacts PRIMARY KEY (org_id, id),
    CONSTRAINT fk_contacts_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE deals (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    team_id uuid NOT NULL,
    name character varying(120) NOT NULL,
    stage text NOT NULL,
    state text NOT NULL,
    amount_fen bigint NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    lost_reason character varying(200) NOT NULL,
    signed_offer_id uuid,
    external_ref character varying(120),
    CONSTRAINT pk_deals PRIMARY KEY (org_id, id),
    CONSTRAINT fk_deals_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE disputes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    team_id uuid NOT NULL,
    raiser_id uuid NOT NULL,
    raiser_team_id uuid NOT NULL,
    asked_name character varying(120) NOT NULL,
    raisers_customer_id uuid,
    reason character varying(400) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    decision text,
    ground text,
    decided_by_id uuid,
    decided_at timestamp with time zone,
    decision_text character varying(400) NOT NULL,
    appealed_by_id uuid,
    appeal_reason character varying(400) NOT NULL,
    appealed_at timestamp with time zone,
    final_decision text,
    final_by_id uuid,
    final_at timestamp with time zone,
    final_text character varying(400) NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_disputes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_disputes_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE facts (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    text character varying(300) NOT NULL,
    date date,
    amount_fen bigint,
    visit_id uuid,
    member_id uuid NOT NULL,
    seen_on date NOT NULL,
    CONSTRAINT pk_facts PRIMARY KEY (org_id, id),
    CONSTRAINT fk_facts_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE grade_changes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    team_id uuid NOT NULL,
    member_id uuid,
    "from" text NOT NULL,
    "to" text NOT NULL,
    reason character varying(200) NOT NULL,
    day date NOT NULL,
    CONSTRAINT pk_grade_changes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_grade_changes_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE grade_words (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    grade text NOT NULL,
    by_rule text NOT NULL,
    reason character varying(200) NOT NULL,
    said_by uuid NOT NULL,
    since date NOT NULL,
    until date,
    ended_at timestamp with time zone,
    CONSTRAINT pk_grade_words PRIMARY KEY (org_id, id),
    CONSTRAINT fk_grade_words_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE pool_clocks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    since date NOT NULL,
    followed_on date,
    until date NOT NULL,
    reminded integer,
    CONSTRAINT pk_pool_clocks PRIMARY KEY (org_id, id),
    CONSTRAINT fk_pool_clocks_org_id_id FOREIGN KEY (org_id, id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE stage_moves (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    "from" text NOT NULL,
    "to" text NOT NULL,
    moved_by uuid,
    day date NOT NULL,
    said text NOT NULL,
    CONSTRAINT pk_stage_moves PRIMARY KEY (org_id, id),
    CONSTRAINT fk_stage_moves_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE agenda_items (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    act text NOT NULL,
    kind text NOT NULL,
    position integer NOT NULL,
    minutes integer NOT NULL,
    member_id uuid,
    case_id uuid,
    story_id uuid,
    title character varying(300) NOT NULL,
    title_en character varying(300) NOT NULL,
    reason character varying(400) NOT NULL,
    reason_en character varying(400) NOT NULL,
    state text NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT pk_agenda_items PRIMARY KEY (org_id, id),
    CONSTRAINT fk_agenda_items_org_id_evening_id FOREIGN KEY (org_id, evening_id) REFERENCES evenings (org_id, id) ON DELETE CASCADE
);


CREATE TABLE attendances (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    member_id uuid NOT NULL,
    present boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    takeaway text,
    CONSTRAINT pk_attendances PRIMARY KEY (org_id, id),
    CONSTRAINT fk_attendances_org_id_evening_id FOREIGN KEY (org_id, evening_id) REFERENCES evenings (org_id, id) ON DELETE CASCADE
);


CREATE TABLE feed_comments (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    member_name character varying(20) NOT NULL,
    text character varying(500) NOT NULL,
    mention_ids text NOT NULL DEFAULT '[]',
    is_answer boolean NOT NULL,
    visit_id uuid,
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


CREATE TABLE reactions (
    org_id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_reactions PRIMARY KEY (org_id, item_id, member_id, kind),
    CONSTRAINT fk_reactions_org_id_item_id FOREIGN KEY (org_id, item_id) REFERENCES feed_items (org_id, id) ON DELETE CASCADE
);


CREATE TABLE handover_items (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    handover_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    to_id uuid,
    why text NOT NULL,
    introduce_on date,
    dual_until date,
    gone boolean NOT NULL,
    moved_at timestamp with time zone,
    from_signed_at timestamp with time zone,
    from_signed_by uuid,
    to_signed_at timestamp with time zone,
    CONSTRAINT pk_handover_items PRIMARY KEY (org_id, id),
    CONSTRAINT fk_handover_items_org_id_customer_id FOREIGN KEY (org_id, customer_id) REFERENCES customers (org_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_handover_items_org_id_handover_id FOREIGN KEY (org_id, handover_id) REFERENCES handovers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE journal_replies (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    journal_id uuid NOT NULL,
    author_id uuid NOT NULL,
    text character varying(500) NOT NULL,
    promised_by text,
    promise character varying(200) NOT NULL,
    promise_on date,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_journal_replies PRIMARY KEY (org_id, id),
    CONSTRAINT fk_journal_replies_org_id_journal_id FOREIGN KEY (org_id, journal_id) REFERENCES journals (org_id, id) ON DELETE CASCADE
);


CREATE TABLE mission_routes (
    org_id uuid NOT NULL,
    mission_id uuid NOT NULL,
    member_id uuid NOT NULL,
    side character varying(20) NOT NULL,
    position integer NOT NULL,
    arrived_at timestamp with time zone,
    learned character varying(300) NOT NULL,
    CONSTRAINT pk_mission_routes PRIMARY KEY (org_id, mission_id, member_id),
    CONSTRAINT fk_mission_routes_org_id_mission_id FOREIGN KEY (org_id, mission_id) REFERENCES missions (org_id, id) ON DELETE CASCADE
);


CREATE TABLE accounts (
    id uuid NOT NULL,
    org_id uuid NOT NULL,
    user_name character varying(40) NOT NULL,
    normalized_user_name character varying(40) NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT fk_accounts_org_id FOREIGN KEY (org_id) REFERENCES organisations (id) ON DELETE CASCADE
);


CREATE TABLE units (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    parent_id uuid,
    kind text NOT NULL,
    name character varying(40) NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_units PRIMARY KEY (org_id, id),
    CONSTRAINT fk_units_org_id FOREIGN KEY (org_id) REFERENCES organisations (id) ON DELETE CASCADE
);


CREATE TABLE story_thanks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    story_id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_story_thanks PRIMARY KEY (org_id, id),
    CONSTRAINT fk_story_thanks_org_id_story_id FOREIGN KEY (org_id, story_id) REFERENCES stories (org_id, id) ON DELETE CASCADE
);


CREATE TABLE offers (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    lines text NOT NULL,
    list_fen bigint NOT NULL,
    total_fen bigint NOT NULL,
    valid_until date,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_offers PRIMARY KEY (org_id, id),
    CONSTRAINT fk_offers_org_id_deal_id FOREIGN KEY (org_id, deal_id) REFERENCES deals (org_id, id) ON DELETE CASCADE
);


CREATE TABLE payments (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    amount_fen bigint NOT NULL,
    paid_on date NOT NULL,
    noted_by uuid NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (org_id, id),
    CONSTRAINT fk_payments_org_id_deal_id FOREIGN KEY (org_id, deal_id) REFERENCES deals (org_id, id) ON DELETE CASCADE
);


CREATE TABLE agenda_subjects (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    evening_id uuid NOT NULL,
    item_id uuid NOT NULL,
    position integer NOT NULL,
    act text NOT NULL,
    member_id uuid,
    case_id uuid,
    story_id uuid,
    commitment_id uuid,
    heard boolean NOT NULL,
    CONSTRAINT pk_agenda_subjects PRIMARY KEY (org_id, id),
    CONSTRAINT fk_agenda_subjects_org_id_item_id FOREIGN KEY (org_id, item_id) REFERENCES agenda_items (org_id, id) ON DELETE CASCADE
);


CREATE TABLE mission_stops (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    mission_id uuid NOT NULL,
    member_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    position integer NOT NULL,
    CONSTRAINT pk_mission_stops PRIMARY KEY (org_id, id),
    CONSTRAINT fk_mission_stops_org_id_mission_id_member_id FOREIGN KEY (org_id, mission_id, member_id) REFERENCES mission_routes (org_id, mission_id, member_id) ON DELETE CASCADE
);


CREATE TABLE join_codes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    code character varying(20) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_join_codes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_join_codes_org_id_id FOREIGN KEY (org_id, id) REFERENCES units (org_id, id) ON DELETE CASCADE
);


CREATE TABLE members (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name character varying(40) NOT NULL,
    short_name character varying(20) NOT NULL,
    role text NOT NULL,
    admin boolean NOT NULL,
    state text NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    erased_at timestamp with time zone,
    CONSTRAINT pk_members PRIMARY KEY (org_id, id),
    CONSTRAINT fk_members_org_id_unit_id FOREIGN KEY (org_id, unit_id) REFERENCES units (org_id, id) ON DELETE RESTRICT
);


CREATE TABLE offer_showings (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    deal_id uuid NOT NULL,
    shown_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_offer_showings PRIMARY KEY (org_id, id),
    CONSTRAINT fk_offer_showings_org_id_offer_id FOREIGN KEY (org_id, offer_id) REFERENCES offers (org_id, id) ON DELETE CASCADE
);


CREATE TABLE welcomes (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    code_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_welcomes PRIMARY KEY (org_id, id),
    CONSTRAINT fk_welcomes_org_id_id FOREIGN KEY (org_id, id) REFERENCES members (org_id, id) ON DELETE CASCADE
);


CREATE UNIQUE INDEX ix_accounts_normalized_user_name ON accounts (normalized_user_name);


CREATE INDEX ix_accounts_org_id ON accounts (org_id);


CREATE INDEX ix_advices_org_id_case_id ON advices (org_id, case_id);


CREATE INDEX ix_agenda_items_org_id_evening_id ON agenda_items (org_id, evening_id);


CREATE INDEX ix_agenda_subjects_org_id_evening_id_member_id ON agenda_subjects (org_id, evening_id, member_id);


CREATE INDEX ix_agenda_subjects_org_id_item_id ON agenda_subjects (org_id, item_id);


CREATE UNIQUE INDEX ix_attendances_org_id_evening_id_member_id ON attendances (org_id, evening_id, member_id);


CREATE UNIQUE INDEX ix_calendar_days_org_id_day ON calendar_days (org_id, day);


CREATE INDEX ix_calls_org_id_customer_id_id ON calls (org_id, customer_id, id);


CREATE INDEX ix_calls_org_id_member_id_day ON calls (org_id, member_id, day);


CREATE INDEX ix_calls_org_id_team_id_day ON calls (org_id, team_id, day);


CREATE INDEX ix_case_advisers_org_id_case_id ON case_advisers (org_id, case_id);


CREATE INDEX ix_cases_org_id_member_id ON cases (org_id, member_id);


CREATE INDEX ix_cases_org_id_team_id_state ON cases (org_id, team_id, state);


CREATE INDEX ix_commitments_org_id_member_id_state ON commitments (org_id, member_id, state);


CREATE INDEX ix_commitments_org_id_origin_id ON commitments (org_id, origin_id);


CREATE INDEX ix_commitments_org_id_team_id_day ON commitments (org_id, team_id, day);


CREATE INDEX ix_contacts_org_id_customer_id ON contacts (org_id, customer_id);


CREATE INDEX ix_contacts_org_id_phone_key ON contacts (org_id, phone_key);


CREATE INDEX ix_customer_exports_org_id_member_id_created_at ON customer_exports (org_id, member_id, created_at);


CREATE INDEX ix_customer_exports_org_id_state ON customer_exports (org_id, state);


CREATE INDEX ix_customer_imports_org_id_member_id_created_at ON customer_imports (org_id, member_id, created_at);


CREATE INDEX ix_customers_org_id_credit_code ON customers (org_id, credit_code) WHERE credit_code <> '';


CREATE UNIQUE INDEX ix_customers_org_id_external_ref ON customers (org_id, external_ref);


CREATE INDEX ix_customers_org_id_former_until ON customers (org_id, former_until) WHERE former_until is not null;


CREATE INDEX ix_customers_org_id_owner_id_updated_at_id ON customers (org_id, owner_id, updated_at, id);


CREATE INDEX ix_customers_org_id_team_id_updated_at_id ON customers (org_id, team_id, updated_at, id);


CREATE INDEX ix_deals_org_id_customer_id ON deals (org_id, customer_id);


CREATE UNIQUE INDEX ix_deals_org_id_external_ref ON deals (org_id, external_ref);


CREATE INDEX ix_deals_org_id_owner_id_state ON deals (org_id, owner_id, state);


CREATE INDEX ix_deals_org_id_team_id_closed_on ON deals (org_id, team_id, closed_on);


CREATE INDEX ix_disputes_org_id_customer_id_id ON disputes (org_id, customer_id, id);


CREATE INDEX ix_disputes_org_id_owner_id_id ON disputes (org_id, owner_id, id);


CREATE INDEX ix_disputes_org_id_raiser_id_id ON disputes (org_id, raiser_id, id);


CREATE INDEX ix_disputes_org_id_team_id_id ON disputes (org_id, team_id, id);


CREATE UNIQUE INDEX ix_evenings_org_id_team_id_day ON evenings (org_id, team_id, day);


CREATE INDEX ix_events_org_id_tx_seq ON events (org_id, tx, seq);


CREATE INDEX ix_events_tx_seq ON events (tx, seq);


CREATE INDEX ix_facts_org_id_customer_id_seen_on ON facts (org_id, customer_id, seen_on);


CREATE INDEX ix_feed_comments_org_id_item_id_at ON feed_comments (org_id, item_id, at);


CREATE INDEX ix_feed_comments_org_id_visit_id ON feed_comments (org_id, visit_id) WHERE visit_id IS NOT NULL;


CREATE INDEX ix_feed_items_org_id_called_at ON feed_items (org_id, called_at) WHERE called_at IS NOT NULL;


CREATE INDEX ix_feed_items_org_id_team_id_at_id ON feed_items (org_id, team_id, at, id);


CREATE INDEX ix_grade_changes_org_id_customer_id_day ON grade_changes (org_id, customer_id, day);


CREATE INDEX ix_grade_changes_org_id_team_id_day ON grade_changes (org_id, team_id, day);


CREATE INDEX ix_grade_words_org_id_customer_id ON grade_words (org_id, customer_id);


CREATE INDEX ix_handover_items_org_id_customer_id ON handover_items (org_id, customer_id);


CREATE INDEX ix_handover_items_org_id_handover_id ON handover_items (org_id, handover_id);


CREATE INDEX ix_handover_items_org_id_to_id ON handover_items (org_id, to_id);


CREATE INDEX ix_handovers_org_id_member_id_created_at ON handovers (org_id, member_id, created_at);


CREATE INDEX ix_handovers_org_id_team_id_created_at ON handovers (org_id, team_id, created_at);


CREATE UNIQUE INDEX ix_inventories_org_id_member_id ON inventories (org_id, member_id) WHERE ended_at is null;


CREATE INDEX ix_inventories_org_id_member_id_day ON inventories (org_id, member_id, day);


CREATE INDEX ix_inventories_org_id_team_id_started_at ON inventories (org_id, team_id, started_at);


CREATE INDEX ix_inventory_lines_org_id_customer_id_judged_at ON inventory_lines (org_id, customer_id, judged_at);


CREATE UNIQUE INDEX ix_inventory_lines_org_id_inventory_id_customer_id ON inventory_lines (org_id, inventory_id, customer_id);


CREATE INDEX ix_job_reports_org_id_name_started_at ON job_reports (org_id, name, started_at);


CREATE UNIQUE INDEX ix_join_codes_code ON join_codes (code);


CREATE INDEX ix_joint_visits_org_id_companion_id_day ON joint_visits (org_id, companion_id, day);


CREATE INDEX ix_joint_visits_org_id_customer_id_day ON joint_visits (org_id, customer_id, day);


CREATE INDEX ix_joint_visits_org_id_member_id_day ON joint_visits (org_id, member_id, day);


CREATE INDEX ix_joint_visits_org_id_team_id_created_at ON joint_visits (org_id, team_id, created_at);


CREATE INDEX ix_journal_replies_org_id_journal_id ON journal_replies (org_id, journal_id);


CREATE UNIQUE INDEX ix_journal_templates_org_id_version ON journal_templates (org_id, version);


CREATE INDEX ix_journals_org_id_block_customer_id ON journals (org_id, block_customer_id);


CREATE UNIQUE INDEX ix_journals_org_id_member_id_day ON journals (org_id, member_id, day);


CREATE INDEX ix_journals_org_id_team_id_day ON journals (org_id, team_id, day);


CREATE INDEX ix_leaves_org_id_member_id ON leaves (org_id, member_id);


CREATE UNIQUE INDEX ix_location_consents_org_id_member_id_version ON location_consents (org_id, member_id, version);


CREATE INDEX ix_location_looks_org_id_member_id_at ON location_looks (org_id, member_id, at);


CREATE INDEX ix_members_org_id_unit_id ON members (org_id, unit_id);


CREATE INDEX ix_mission_stops_org_id_member_id_customer_id ON mission_stops (org_id, member_id, customer_id);


CREATE INDEX ix_mission_stops_org_id_mission_id_member_id ON mission_stops (org_id, mission_id, member_id);


CREATE INDEX ix_missions_org_id_team_id_day ON missions (org_id, team_id, day);


CREATE INDEX ix_notices_org_id_member_id_at ON notices (org_id, member_id, at);


CREATE INDEX ix_notices_push_at ON notices (push_at) WHERE push_at is not null;


CREATE INDEX ix_offer_showings_org_id_deal_id ON offer_showings (org_id, deal_id);


CREATE INDEX ix_offer_showings_org_id_offer_id ON offer_showings (org_id, offer_id);


CREATE UNIQUE INDEX ix_offers_org_id_deal_id_version ON offers (org_id, deal_id, version);


CREATE INDEX ix_payments_org_id_deal_id ON payments (org_id, deal_id);


CREATE INDEX ix_photos_org_id_created_at ON photos (org_id, created_at) WHERE named = 0;


CREATE INDEX ix_photos_org_id_member_id_created_at ON photos (org_id, member_id, created_at);


CREATE INDEX ix_planned_visits_org_id_member_id_day ON planned_visits (org_id, member_id, day);


CREATE INDEX ix_pool_clocks_org_id_owner_id_until ON pool_clocks (org_id, owner_id, until);


CREATE INDEX ix_pool_moves_org_id_customer_id_id ON pool_moves (org_id, customer_id, id);


CREATE INDEX ix_pool_moves_org_id_from_id_at ON pool_moves (org_id, from_id, at);


CREATE INDEX ix_pool_moves_org_id_team_id_at ON pool_moves (org_id, team_id, at);


CREATE UNIQUE INDEX ix_pool_moves_org_id_to_id_day_nth ON pool_moves (org_id, to_id, day, nth) WHERE nth is not null;


CREATE INDEX ix_proposal_answers_org_id_customer_id ON proposal_answers (org_id, customer_id);


CREATE INDEX ix_push_subscriptions_endpoint_hash ON push_subscriptions (endpoint_hash);


CREATE INDEX ix_push_subscriptions_org_id_member_id ON push_subscriptions (org_id, member_id);


CREATE INDEX ix_relief_dots_org_id_evening_id ON relief_dots (org_id, evening_id);


CREATE INDEX ix_relief_heard_org_id_evening_id ON relief_heard (org_id, evening_id);


CREATE INDEX ix_relief_keys_org_id_made_at ON relief_keys (org_id, made_at);


CREATE UNIQUE INDEX ix_relief_turns_org_id_evening_id_member_id ON relief_turns (org_id, evening_id, member_id);


CREATE INDEX ix_reviews_org_id_customer_id ON reviews (org_id, customer_id);


CREATE INDEX ix_reviews_org_id_member_id_closed_at ON reviews (org_id, member_id, closed_at);


CREATE INDEX ix_reviews_org_id_team_id_closed_at ON reviews (org_id, team_id, closed_at);


CREATE UNIQUE INDEX ix_search_rows_org_id_kind_subject_id ON search_rows (org_id, kind, subject_id);


CREATE INDEX ix_stage_moves_org_id_customer_id_day ON stage_moves (org_id, customer_id, day);


CREATE INDEX ix_stories_org_id_deal_id ON stories (org_id, deal_id);


CREATE INDEX ix_stories_org_id_team_id_day ON stories (org_id, team_id, day);


CREATE UNIQUE INDEX ix_story_thanks_org_id_story_id_member_id ON story_thanks (org_id, story_id, member_id);


CREATE INDEX ix_visits_org_id_customer_id_id ON visits (org_id, customer_id, id);


CREATE INDEX ix_visits_org_id_member_id_day_device_at ON visits (org_id, member_id, day, device_at);


CREATE INDEX ix_visits_org_id_point_kept_device_at ON visits (org_id, point_kept, device_at) WHERE point_kept is not null;


CREATE INDEX ix_visits_org_id_team_id_day ON visits (org_id, team_id, day);


CREATE INDEX ix_visits_org_id_word_asked_at ON visits (org_id, word_asked_at) WHERE word_asked_at is not null;


CREATE UNIQUE INDEX ix_welcomes_code_hash ON welcomes (code_hash);


