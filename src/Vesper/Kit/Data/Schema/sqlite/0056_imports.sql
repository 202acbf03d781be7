CREATE TABLE "customer_imports" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "charset" TEXT NOT NULL,
    "separator" TEXT NOT NULL,
    "heading_line" INTEGER NOT NULL,
    "headings" TEXT NOT NULL,
    "samples" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "to_id" TEXT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "made" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "issues" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_customer_imports" PRIMARY KEY ("org_id", "id")
);

CREATE TABLE "import_headings" (
    "org_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    CONSTRAINT "pk_import_headings" PRIMARY KEY ("org_id", "id")
);

CREATE INDEX "ix_customer_imports_org_id_member_id_created_at" ON "customer_imports" ("org_id", "member_id", "created_at");
