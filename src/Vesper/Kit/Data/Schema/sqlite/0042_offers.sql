ALTER TABLE "deals" ADD COLUMN "signed_offer_id" TEXT NULL;

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

CREATE INDEX "ix_offer_showings_org_id_deal_id" ON "offer_showings" ("org_id", "deal_id");

CREATE INDEX "ix_offer_showings_org_id_offer_id" ON "offer_showings" ("org_id", "offer_id");

CREATE UNIQUE INDEX "ix_offers_org_id_deal_id_version" ON "offers" ("org_id", "deal_id", "version");

CREATE INDEX "ix_payments_org_id_deal_id" ON "payments" ("org_id", "deal_id");
