-- The renderings that people had before them when they signed, byte for byte, once each.

CREATE TABLE signed_document(
  sha256 TEXT NOT NULL PRIMARY KEY CHECK(length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 80),
  bytes INTEGER NOT NULL CHECK(bytes >= 0),
  deflated BLOB NOT NULL
) STRICT;

CREATE TRIGGER signed_document_stays_update BEFORE UPDATE ON signed_document BEGIN SELECT RAISE(ABORT, 'nothing is changed'); END;
CREATE TRIGGER signed_document_stays_delete BEFORE DELETE ON signed_document BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
