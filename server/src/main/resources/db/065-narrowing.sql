-- Of each hotfix the newest search for its smallest diff, as JSON.
CREATE TABLE narrowing (
  hotfix TEXT PRIMARY KEY,
  running BOOLEAN NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX narrowing_running ON narrowing (running);
