-- Which act named which rendering, so that none lies in a workspace that nobody signed.

CREATE TABLE act_document(
  act INTEGER NOT NULL REFERENCES act(seq),
  sha256 TEXT NOT NULL REFERENCES signed_document(sha256),
  PRIMARY KEY(act, sha256)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER act_document_stays_update BEFORE UPDATE ON act_document BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER act_document_stays_delete BEFORE DELETE ON act_document BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
