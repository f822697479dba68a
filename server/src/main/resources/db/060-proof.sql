-- Of each hotfix the newest proof, as JSON.
CREATE TABLE proof (
  hotfix TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX proof_project ON proof (project);

-- What the reproduction of an issue showed at a commit, as JSON.
CREATE TABLE sighting (
  issue TEXT NOT NULL,
  commit_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (issue, commit_id)
);
