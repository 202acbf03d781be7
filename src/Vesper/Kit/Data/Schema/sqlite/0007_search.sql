CREATE TABLE "search_rows" (
    "seq" INTEGER NOT NULL CONSTRAINT "pk_search_rows" PRIMARY KEY AUTOINCREMENT,
    "org_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_search_rows_org_id_kind_subject_id" ON "search_rows" ("org_id", "kind", "subject_id");

-- The words are split and folded already; '#' belongs to a word since it marks the scopes.
CREATE VIRTUAL TABLE search_fts USING fts5 (
    words, content = 'search_rows', content_rowid = 'seq', prefix = '2 3', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '#'"
);

CREATE TRIGGER search_rows_added AFTER INSERT ON search_rows BEGIN
    INSERT INTO search_fts (rowid, words) VALUES (new.seq, new.words);
END;

CREATE TRIGGER search_rows_removed AFTER DELETE ON search_rows BEGIN
    INSERT INTO search_fts (search_fts, rowid, words) VALUES ('delete', old.seq, old.words);
END;

CREATE TRIGGER search_rows_changed AFTER UPDATE ON search_rows BEGIN
    INSERT INTO search_fts (search_fts, rowid, words) VALUES ('delete', old.seq, old.words);
    INSERT INTO search_fts (rowid, words) VALUES (new.seq, new.words);
END;
