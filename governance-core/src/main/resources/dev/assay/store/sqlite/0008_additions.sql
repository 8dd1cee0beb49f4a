-- What people add to audits: regimes, answers, statements, feedback; and the files that came with it, byte for byte, once each. A correction
-- takes the place of an earlier addition, which stays. Each digest covers the one before it, the first the audit's document.

CREATE TABLE attachment(
  sha256 TEXT NOT NULL PRIMARY KEY CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK(bytes >= 0),
  deflated BLOB NOT NULL
) STRICT;

CREATE TABLE addition(
  audit INTEGER NOT NULL REFERENCES audit(seq),
  position INTEGER NOT NULL CHECK(position >= 0),
  kind TEXT NOT NULL CHECK(kind IN ('regime_chosen', 'answered', 'stated', 'feedback')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  replaces INTEGER CHECK(replaces >= 0 AND replaces < position),
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY(audit, position)
) STRICT, WITHOUT ROWID;

-- Nothing is replaced twice.
CREATE UNIQUE INDEX addition_replaced ON addition(audit, replaces) WHERE replaces IS NOT NULL;

CREATE TABLE addition_attachment(
  audit INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment(sha256),
  PRIMARY KEY(audit, position, sha256),
  FOREIGN KEY(audit, position) REFERENCES addition(audit, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX addition_attachment_of ON addition_attachment(sha256);

CREATE TRIGGER addition_in_order BEFORE INSERT ON addition
  WHEN NEW.position <> (SELECT count(*) FROM addition WHERE audit = NEW.audit)
  BEGIN SELECT RAISE(ABORT, 'nothing is put in between'); END;
CREATE TRIGGER addition_stays_update BEFORE UPDATE ON addition BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER addition_stays_delete BEFORE DELETE ON addition BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER attachment_stays_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER attachment_stays_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER addition_attachment_stays_update BEFORE UPDATE ON addition_attachment BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER addition_attachment_stays_delete BEFORE DELETE ON addition_attachment BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
