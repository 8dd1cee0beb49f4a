-- Reviews of audits, event by event. What a review says now follows from its events; a correction is one more event.
-- Each digest covers the one before it, the first the audit's document: none can be changed, left out or moved unnoticed.

CREATE TABLE review_event(
  audit INTEGER NOT NULL REFERENCES audit(seq),
  position INTEGER NOT NULL CHECK(position >= 0),
  kind TEXT NOT NULL CHECK(kind IN ('opened', 'judgement_given', 'evidence_opened', 'disposed', 'superseded', 'submitted')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY(audit, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_event_in_order BEFORE INSERT ON review_event
  WHEN NEW.position <> (SELECT count(*) FROM review_event WHERE audit = NEW.audit)
  BEGIN SELECT RAISE(ABORT, 'nothing is put in between'); END;
CREATE TRIGGER review_event_stays_update BEFORE UPDATE ON review_event BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER review_event_stays_delete BEFORE DELETE ON review_event BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
