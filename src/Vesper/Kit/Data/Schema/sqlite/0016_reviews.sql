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

CREATE INDEX "ix_reviews_org_id_customer_id" ON "reviews" ("org_id", "customer_id");

CREATE INDEX "ix_reviews_org_id_member_id_closed_at" ON "reviews" ("org_id", "member_id", "closed_at");

CREATE INDEX "ix_reviews_org_id_team_id_closed_at" ON "reviews" ("org_id", "team_id", "closed_at");
