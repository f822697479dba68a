-- What a project wants done with what arrives, every version of it.
CREATE TABLE project_settings (
  project BIGINT NOT NULL REFERENCES project (id),
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  sections TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (project, version)
);

ALTER TABLE project_key ADD COLUMN label TEXT NOT NULL DEFAULT 'Default';

ALTER TABLE project_key ADD COLUMN enabled BOOLEAN NOT NULL DEFAULT TRUE;

ALTER TABLE project_key ADD COLUMN created BIGINT NOT NULL DEFAULT 0;

ALTER TABLE project_key ADD COLUMN limits TEXT NOT NULL DEFAULT '[]';

-- How things ended, by the hour in which they did.
CREATE TABLE outcome_hour (
  project BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  category TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (project, hour, category, outcome, reason)
)${clustered};

-- What the doors let in, by key and hour: quotas and the usual rate of a project are read from it.
CREATE TABLE admitted_hour (
  project BIGINT NOT NULL,
  project_key TEXT NOT NULL,
  category TEXT NOT NULL,
  hour BIGINT NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (project, project_key, category, hour)
)${clustered};

-- What was exported or deleted, and who asked for it.
CREATE TABLE privacy_request (
  id ${identity},
  project BIGINT NOT NULL,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject ${bytes} NOT NULL,
  events BIGINT NOT NULL,
  captures BIGINT NOT NULL
);
