-- A signature looks up the few acts that it depends on and never goes through all of them: the last of each kind by an index, and the place
-- of the next act by the last one instead of by counting.

CREATE INDEX act_of_kind ON act(audit, kind, number);
CREATE INDEX act_kind ON act(kind, seq);

DROP TRIGGER act_comes_next;
CREATE TRIGGER act_comes_next BEFORE INSERT ON act WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM act)
  OR NEW.number IS NOT coalesce((SELECT number + 1 FROM act WHERE audit IS NEW.audit ORDER BY number DESC LIMIT 1), 0)
  BEGIN SELECT RAISE(ABORT, 'acts are added at the end'); END;
