-- Audits with the runs and policies they rest on. Documents are kept once, under the digest of their bytes; the other
-- tables name them and make lists fast. Nothing is ever changed or deleted.

CREATE TABLE content(
  sha256 TEXT NOT NULL PRIMARY KEY CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK(kind IN ('audit', 'evaluation', 'import', 'model', 'binding', 'scores', 'policy')),
  bytes INTEGER NOT NULL CHECK(bytes >= 0),
  deflated BLOB NOT NULL
) STRICT;

CREATE TABLE policy(
  text TEXT NOT NULL PRIMARY KEY REFERENCES content(sha256),
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run(
  evaluation TEXT NOT NULL PRIMARY KEY REFERENCES content(sha256),
  id TEXT NOT NULL UNIQUE CHECK(length(id) BETWEEN 1 AND 64),
  data TEXT NOT NULL REFERENCES content(sha256),
  model TEXT REFERENCES content(sha256),
  binding TEXT REFERENCES content(sha256),
  scores TEXT REFERENCES content(sha256),
  model_name TEXT NOT NULL,
  dataset_name TEXT NOT NULL,
  task TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit(
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK(length(id) BETWEEN 1 AND 64),
  document TEXT NOT NULL UNIQUE REFERENCES content(sha256),
  run TEXT NOT NULL REFERENCES run(evaluation),
  policy TEXT NOT NULL REFERENCES policy(text),
  created TEXT NOT NULL,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  policy_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK(verdict IN ('PASS', 'FAIL', 'INSUFFICIENT_EVIDENCE'))
) STRICT;

CREATE INDEX audit_by_time ON audit(created, seq);
CREATE INDEX audit_by_run ON audit(run);

CREATE TABLE finding(
  audit INTEGER NOT NULL REFERENCES audit(seq),
  position INTEGER NOT NULL CHECK(position >= 0),
  id TEXT NOT NULL,
  rule TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK(verdict IN ('PASS', 'FAIL', 'INSUFFICIENT_EVIDENCE')),
  severity TEXT NOT NULL CHECK(severity IN ('CRITICAL', 'MAJOR', 'MINOR', 'INFO')),
  subject TEXT NOT NULL,
  observed REAL,
  n INTEGER NOT NULL,
  PRIMARY KEY(audit, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER content_stays_update BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER content_stays_delete BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER policy_stays_update BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER policy_stays_delete BEFORE DELETE ON policy BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER run_stays_update BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER run_stays_delete BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER audit_stays_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER audit_stays_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER finding_stays_update BEFORE UPDATE ON finding BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER finding_stays_delete BEFORE DELETE ON finding BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
