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

CREATE TABLE story_thanks (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    story_id uuid NOT NULL,
    member_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_story_thanks PRIMARY KEY (org_id, id),
    CONSTRAINT fk_story_thanks_org_id_story_id FOREIGN KEY (org_id, story_id) REFERENCES stories (org_id, id) ON DELETE CASCADE
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

CREATE INDEX ix_advices_org_id_case_id ON advices (org_id, case_id);

CREATE INDEX ix_agenda_items_org_id_evening_id ON agenda_items (org_id, evening_id);

CREATE INDEX ix_agenda_subjects_org_id_evening_id_member_id ON agenda_subjects (org_id, evening_id, member_id);

CREATE INDEX ix_agenda_subjects_org_id_item_id ON agenda_subjects (org_id, item_id);

CREATE UNIQUE INDEX ix_attendances_org_id_evening_id_member_id ON attendances (org_id, evening_id, member_id);

CREATE INDEX ix_case_advisers_org_id_case_id ON case_advisers (org_id, case_id);

CREATE INDEX ix_cases_org_id_member_id ON cases (org_id, member_id);

CREATE INDEX ix_cases_org_id_team_id_state ON cases (org_id, team_id, state);

CREATE INDEX ix_commitments_org_id_member_id_state ON commitments (org_id, member_id, state);

CREATE INDEX ix_commitments_org_id_origin_id ON commitments (org_id, origin_id);

CREATE INDEX ix_commitments_org_id_team_id_day ON commitments (org_id, team_id, day);

CREATE UNIQUE INDEX ix_evenings_org_id_team_id_day ON evenings (org_id, team_id, day);

CREATE INDEX ix_stories_org_id_deal_id ON stories (org_id, deal_id);

CREATE INDEX ix_stories_org_id_team_id_day ON stories (org_id, team_id, day);

CREATE UNIQUE INDEX ix_story_thanks_org_id_story_id_member_id ON story_thanks (org_id, story_id, member_id);
