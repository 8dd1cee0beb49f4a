-- What brought a workspace from one format to the next is an entry of its ledger, and kept here. People also sign for going on with another
-- state of the ledger, and say when a clock was wrong: acts that earlier formats do not know. The latest time of an act is looked up by an index.

CREATE TABLE migration(
  number INTEGER PRIMARY KEY CHECK(number >= 0),
  document TEXT NOT NULL
) STRICT;

CREATE TRIGGER migration_stays_update BEFORE UPDATE ON migration BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER migration_stays_delete BEFORE DELETE ON migration BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;

CREATE INDEX act_at ON act(at);
