CREATE TABLE "calendar_days" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "works" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_calendar_days" PRIMARY KEY ("org_id", "id")
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
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_location_consents" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "organisations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_organisations" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "demo" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL
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
    CONSTRAINT "pk_members" PRIMARY KEY ("org_id", "id"),
    CONSTRAINT "fk_members_org_id_unit_id" FOREIGN KEY ("org_id", "unit_id") REFERENCES "units" ("org_id", "id") ON DELETE RESTRICT
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

CREATE UNIQUE INDEX "ix_calendar_days_org_id_day" ON "calendar_days" ("org_id", "day");

CREATE UNIQUE INDEX "ix_join_codes_code" ON "join_codes" ("code");

CREATE INDEX "ix_leaves_org_id_member_id" ON "leaves" ("org_id", "member_id");

CREATE UNIQUE INDEX "ix_location_consents_org_id_member_id_version" ON "location_consents" ("org_id", "member_id", "version");

CREATE INDEX "ix_members_org_id_unit_id" ON "members" ("org_id", "unit_id");

CREATE UNIQUE INDEX "ix_welcomes_code_hash" ON "welcomes" ("code_hash");
