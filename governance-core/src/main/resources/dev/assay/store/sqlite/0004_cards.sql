-- What people wrote on the model cards of audits, version by version. Nothing is ever changed or deleted, and versions
-- are numbered without a gap.

CREATE TABLE card(
  audit TEXT NOT NULL REFERENCES audit(id),
  number INTEGER NOT NULL CHECK(number >= 1),
  sha256 TEXT NOT NULL CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  narrative TEXT NOT NULL,
  author TEXT NOT NULL,
  saved TEXT NOT NULL,
  PRIMARY KEY(audit, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER card_follows BEFORE INSERT ON card
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM card WHERE audit = NEW.audit)
BEGIN SELECT RAISE(ABORT, 'versions follow each other'); END;
CREATE TRIGGER card_stays_update BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER card_stays_delete BEFORE DELETE ON card BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
