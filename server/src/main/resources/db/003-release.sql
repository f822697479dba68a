CREATE TABLE release (
  project TEXT NOT NULL,
  version TEXT NOT NULL,
  commit_id TEXT,
  created BIGINT NOT NULL,
  released BIGINT,
  PRIMARY KEY (project, version)
);

CREATE INDEX release_version ON release (version);

CREATE INDEX release_newest ON release (project, created);
