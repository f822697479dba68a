ALTER TABLE deployment ADD COLUMN started BIGINT;

ALTER TABLE deployment ADD COLUMN stage TEXT;

ALTER TABLE deployment ADD COLUMN source TEXT;

ALTER TABLE deployment ADD COLUMN source_key TEXT;

ALTER TABLE deployment ADD COLUMN link TEXT;

CREATE UNIQUE INDEX deployment_told ON deployment (project, source, source_key);

-- What was said of a deployment; nothing is ever taken back.
CREATE TABLE deployment_word (
  id ${identity},
  project TEXT NOT NULL,
  deployment BIGINT NOT NULL,
  failed BOOLEAN NOT NULL,
  recovered BIGINT,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX deployment_word_of ON deployment_word (project, id);

-- The commits that a deployment brought.
CREATE TABLE deployment_change (
  project TEXT NOT NULL,
  deployment BIGINT NOT NULL,
  commit_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (deployment, commit_id)
)${clustered};

CREATE INDEX deployment_change_of ON deployment_change (project, deployment);

-- What the server found out about a deployment by itself.
CREATE TABLE deployment_seen (
  deployment BIGINT PRIMARY KEY,
  project TEXT NOT NULL,
  changes_read BOOLEAN NOT NULL DEFAULT FALSE,
  closed BOOLEAN NOT NULL DEFAULT FALSE,
  verdict TEXT,
  alarmed BIGINT,
  calm BIGINT
);

CREATE INDEX deployment_seen_of ON deployment_seen (project);

-- What the notifications of other tools about a project are signed with.
CREATE TABLE project_hook (
  project TEXT PRIMARY KEY,
  secret TEXT NOT NULL,
  made BIGINT NOT NULL,
  maker TEXT NOT NULL
);
