-- How far the queue is digested into this database: one row.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  position BIGINT NOT NULL
);

INSERT INTO ledger (id, position) VALUES (1, 0);
