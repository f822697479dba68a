-- Of each issue the newest search for its shortest reproduction, as JSON.
CREATE TABLE minimal (
  issue TEXT PRIMARY KEY,
  running BOOLEAN NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX minimal_running ON minimal (running);
