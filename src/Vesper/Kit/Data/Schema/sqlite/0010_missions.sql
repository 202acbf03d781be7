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

CREATE INDEX "ix_mission_stops_org_id_member_id_customer_id" ON "mission_stops" ("org_id", "member_id", "customer_id");

CREATE INDEX "ix_mission_stops_org_id_mission_id_member_id" ON "mission_stops" ("org_id", "mission_id", "member_id");

CREATE INDEX "ix_missions_org_id_team_id_day" ON "missions" ("org_id", "team_id", "day");
