-- What people did: to the register of signatories (audit is NULL), and to audits on their way to approval. Each document is a
-- DSSE envelope where somebody signed, else canonical JSON; it names the one before it. Nothing is ever changed or deleted.

CREATE TABLE act(
  seq INTEGER PRIMARY KEY CHECK(seq >= 0),
  audit TEXT REFERENCES audit(id),
  number INTEGER NOT NULL CHECK(number >= 0),
  kind TEXT NOT NULL CHECK(length(kind) BETWEEN 1 AND 40),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX act_of_audit ON act(audit, number);

CREATE TRIGGER act_comes_next BEFORE INSERT ON act WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM act)
  OR NEW.number IS NOT (SELECT count(*) FROM act WHERE audit IS NEW.audit)
  BEGIN SELECT RAISE(ABORT, 'acts are added at the end'); END;
CREATE TRIGGER act_stays_update BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER act_stays_delete BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
