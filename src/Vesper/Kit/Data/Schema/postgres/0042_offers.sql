ALTER TABLE deals ADD COLUMN signed_offer_id uuid;

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

CREATE INDEX ix_offer_showings_org_id_deal_id ON offer_showings (org_id, deal_id);

CREATE INDEX ix_offer_showings_org_id_offer_id ON offer_showings (org_id, offer_id);

CREATE UNIQUE INDEX ix_offers_org_id_deal_id_version ON offers (org_id, deal_id, version);

CREATE INDEX ix_payments_org_id_deal_id ON payments (org_id, deal_id);
