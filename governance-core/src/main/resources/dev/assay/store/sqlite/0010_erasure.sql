-- Content of files that people handed in may have to be erased: a person's right, a court's order. The digest, the size and every addition that
-- names the file stay; two people sign. Bytes go when every audit that the file came with says so.

CREATE TABLE erased(
  audit INTEGER NOT NULL REFERENCES audit(seq),
  sha256 TEXT NOT NULL REFERENCES attachment(sha256),
  PRIMARY KEY(audit, sha256)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erased_stays_update BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER erased_stays_delete BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

DROP TRIGGER attachment_stays_update;
CREATE TRIGGER attachment_stays_update BEFORE UPDATE ON attachment
  WHEN NEW.sha256 IS NOT OLD.sha256 OR NEW.bytes IS NOT OLD.bytes OR length(NEW.deflated) <> 0
  OR EXISTS(SELECT 1 FROM addition_attachment t WHERE t.sha256 = OLD.sha256
    AND NOT EXISTS(SELECT 1 FROM erased e WHERE e.audit = t.audit AND e.sha256 = t.sha256))
  BEGIN SELECT RAISE(ABORT, 'only what was erased is emptied'); END;
