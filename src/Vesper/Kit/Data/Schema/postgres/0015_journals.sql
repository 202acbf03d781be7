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

CREATE INDEX ix_journal_replies_org_id_journal_id ON journal_replies (org_id, journal_id);

CREATE UNIQUE INDEX ix_journal_templates_org_id_version ON journal_templates (org_id, version);

CREATE UNIQUE INDEX ix_journals_org_id_member_id_day ON journals (org_id, member_id, day);

CREATE INDEX ix_journals_org_id_team_id_day ON journals (org_id, team_id, day);

CREATE INDEX ix_proposal_answers_org_id_customer_id ON proposal_answers (org_id, customer_id);
