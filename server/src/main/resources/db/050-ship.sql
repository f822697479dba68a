-- Of each hotfix the newest ship, as JSON; beside it what is searched by.
CREATE TABLE ship (
  hotfix TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  in_flight BOOLEAN NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX ship_project ON ship (project);

CREATE INDEX ship_in_flight ON ship (in_flight);

-- What the server signs with.
CREATE TABLE server_secret (
  name TEXT PRIMARY KEY,
  secret TEXT NOT NULL
);
