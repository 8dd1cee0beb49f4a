-- The ledger: a Merkle tree over entries, a signed checkpoint for every size. The entry's bytes are the truth; hashes of complete
-- subtrees are kept so that adding an entry and proving one stay cheap. The private key lies outside this file.

CREATE TABLE log(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  verifier_key TEXT NOT NULL CHECK(length(verifier_key) BETWEEN 50 AND 200)
) STRICT;

CREATE TABLE entry(
  seq INTEGER PRIMARY KEY CHECK(seq >= 0),
  body TEXT NOT NULL,
  leaf BLOB NOT NULL CHECK(length(leaf) = 32)
) STRICT;

CREATE TABLE node(
  level INTEGER NOT NULL CHECK(level >= 1),
  idx INTEGER NOT NULL CHECK(idx >= 0),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  PRIMARY KEY(level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint(
  size INTEGER PRIMARY KEY CHECK(size >= 1),
  root BLOB NOT NULL CHECK(length(root) = 32),
  note TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_stays_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER log_stays_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER entry_stays_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER entry_stays_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER entry_comes_next BEFORE INSERT ON entry WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entry)
  BEGIN SELECT RAISE(ABORT, 'entries are added at the end'); END;
CREATE TRIGGER node_stays_update BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER node_stays_delete BEFORE DELETE ON node BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER checkpoint_stays_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER checkpoint_stays_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER checkpoint_comes_next BEFORE INSERT ON checkpoint WHEN NEW.size IS NOT (SELECT coalesce(max(size) + 1, 1) FROM checkpoint)
  BEGIN SELECT RAISE(ABORT, 'checkpoints are added at the end'); END;
