CREATE TABLE project (
  id ${identity},
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  repository TEXT,
  production TEXT NOT NULL,
  develop TEXT NOT NULL,
  salt ${bytes} NOT NULL,
  last_issue BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE project_key (
  value TEXT PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES project (id)
);

CREATE INDEX project_key_project ON project_key (project);

-- Every instant is in microseconds since the Unix epoch.
CREATE TABLE issue (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  number BIGINT NOT NULL,
  hash TEXT NOT NULL,
  rule TEXT NOT NULL,
  parts TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  culprit TEXT,
  level TEXT NOT NULL,
  platform TEXT NOT NULL,
  state TEXT NOT NULL,
  state_since BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  events BIGINT NOT NULL,
  users BIGINT NOT NULL,
  captures BIGINT NOT NULL,
  first_release TEXT,
  last_release TEXT,
  last_event TEXT NOT NULL,
  search TEXT NOT NULL,
  UNIQUE (project, number),
  UNIQUE (project, hash)
);

CREATE INDEX issue_newest ON issue (last_seen, id);

CREATE TABLE event (
  project BIGINT NOT NULL,
  id TEXT NOT NULL,
  issue BIGINT NOT NULL REFERENCES issue (id),
  at BIGINT NOT NULL,
  release TEXT,
  environment TEXT,
  person TEXT,
  captured BOOLEAN NOT NULL,
  body ${bytes} NOT NULL,
  PRIMARY KEY (project, id)
);

CREATE INDEX event_of_issue ON event (issue, at);

-- Who met an issue: the salted hash of a user, never the user.
CREATE TABLE issue_user (
  issue BIGINT NOT NULL REFERENCES issue (id),
  hash ${bytes} NOT NULL,
  PRIMARY KEY (issue, hash)
)${clustered};

CREATE TABLE issue_hour (
  issue BIGINT NOT NULL REFERENCES issue (id),
  hour BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (issue, hour)
)${clustered};

CREATE TABLE issue_tag (
  issue BIGINT NOT NULL REFERENCES issue (id),
  tag TEXT NOT NULL,
  value TEXT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (issue, tag, value)
)${clustered};

CREATE TABLE artifact (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  debug_id TEXT,
  release TEXT,
  url TEXT,
  bytes BIGINT NOT NULL,
  uploaded BIGINT NOT NULL,
  blob TEXT NOT NULL,
  UNIQUE (project, debug_id),
  UNIQUE (project, release, url)
);

CREATE INDEX artifact_blob ON artifact (blob);

CREATE TABLE capture (
  project BIGINT NOT NULL REFERENCES project (id),
  id TEXT NOT NULL,
  issue TEXT NOT NULL,
  received BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (project, id)
);

CREATE INDEX capture_by_id ON capture (id);

CREATE INDEX capture_of_issue ON capture (issue, received);

CREATE TABLE deployment (
  id ${identity},
  project TEXT NOT NULL,
  environment TEXT NOT NULL,
  release TEXT NOT NULL,
  commit_id TEXT,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX deployment_newest ON deployment (project, at);

CREATE TABLE outcome (
  project BIGINT NOT NULL,
  category TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (project, category, outcome, reason)
);

CREATE TABLE hotfix (
  id TEXT PRIMARY KEY,
  issue TEXT NOT NULL,
  project TEXT NOT NULL,
  flagged BOOLEAN NOT NULL,
  started BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX hotfix_of_issue ON hotfix (issue, started);
