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

CREATE INDEX "ix_pool_clocks_org_id_owner_id_until" ON "pool_clocks" ("org_id", "owner_id", "until");

CREATE INDEX "ix_pool_moves_org_id_customer_id_id" ON "pool_moves" ("org_id", "customer_id", "id");

CREATE INDEX "ix_pool_moves_org_id_from_id_at" ON "pool_moves" ("org_id", "from_id", "at");

CREATE INDEX "ix_pool_moves_org_id_team_id_at" ON "pool_moves" ("org_id", "team_id", "at");

CREATE UNIQUE INDEX "ix_pool_moves_org_id_to_id_day_nth" ON "pool_moves" ("org_id", "to_id", "day", "nth") WHERE nth is not null;
