-- Why an issue is in its state, as JSON; whom it is assigned to; when to look at it again although
-- nothing happened: an instant, 0 for always, null for never.
ALTER TABLE issue ADD COLUMN reason TEXT;
ALTER TABLE issue ADD COLUMN assignee TEXT;
ALTER TABLE issue ADD COLUMN wakes BIGINT;

CREATE INDEX issue_wakes ON issue (wakes) WHERE wakes IS NOT NULL;

CREATE INDEX issue_state ON issue (state, state_since);

CREATE INDEX issue_assignee ON issue (assignee) WHERE assignee IS NOT NULL;

-- Who did what to an issue. Rows are added and, with the issue, deleted; never changed.
CREATE TABLE activity (
  id ${identity},
  issue BIGINT NOT NULL REFERENCES issue (id),
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  deed TEXT NOT NULL
);

CREATE INDEX activity_of_issue ON activity (issue, id);

-- When the server first accepted an event of a release.
CREATE TABLE known_release (
  project BIGINT NOT NULL REFERENCES project (id),
  version TEXT NOT NULL,
  first BIGINT NOT NULL,
  PRIMARY KEY (project, version)
)${clustered};

-- Events that end as discarded: the hashes of issues that were deleted for good.
CREATE TABLE discarded (
  project BIGINT NOT NULL REFERENCES project (id),
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (project, hash)
);

-- How a project wants its issues handled, as JSON; absent is the usual.
CREATE TABLE triage (
  project BIGINT PRIMARY KEY REFERENCES project (id),
  rules TEXT NOT NULL
);
