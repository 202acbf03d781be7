CREATE TABLE "customers" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_id" TEXT NULL,
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "employees" INTEGER NULL,
    "city" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "latitude" REAL NULL,
    "longitude" REAL NULL,
    "stage" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "grade_since" TEXT NOT NULL,
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
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
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
    "external_ref" TEXT NULL,
    CONSTRAINT "pk_deals" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_deals_org_id_customer_id" FOREIGN KEY ("org_id", "customer_id") REFERENCES "customers" ("org_id", "id") ON DELETE CASCADE
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

CREATE INDEX "ix_contacts_org_id_customer_id" ON "contacts" ("org_id", "customer_id");

CREATE UNIQUE INDEX "ix_customers_org_id_external_ref" ON "customers" ("org_id", "external_ref");

CREATE INDEX "ix_customers_org_id_owner_id_updated_at" ON "customers" ("org_id", "owner_id", "updated_at");

CREATE INDEX "ix_customers_org_id_team_id_updated_at" ON "customers" ("org_id", "team_id", "updated_at");

CREATE INDEX "ix_deals_org_id_customer_id" ON "deals" ("org_id", "customer_id");

CREATE UNIQUE INDEX "ix_deals_org_id_external_ref" ON "deals" ("org_id", "external_ref");

CREATE INDEX "ix_deals_org_id_owner_id_state" ON "deals" ("org_id", "owner_id", "state");

CREATE INDEX "ix_deals_org_id_team_id_closed_on" ON "deals" ("org_id", "team_id", "closed_on");

CREATE INDEX "ix_facts_org_id_customer_id_seen_on" ON "facts" ("org_id", "customer_id", "seen_on");

CREATE INDEX "ix_grade_changes_org_id_customer_id_day" ON "grade_changes" ("org_id", "customer_id", "day");

CREATE INDEX "ix_grade_changes_org_id_team_id_day" ON "grade_changes" ("org_id", "team_id", "day");
