-- Every hash that leads to an issue. An event is counted on the hash that it brings itself; hashes
-- that only lead there (another way to say the same fault) count none.
CREATE TABLE issue_hash (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  hash TEXT NOT NULL,
  issue BIGINT NOT NULL REFERENCES issue (id),
  rule TEXT NOT NULL,
  variant TEXT NOT NULL,
  parts TEXT NOT NULL,
  events BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  UNIQUE (project, hash)
);

CREATE INDEX issue_hash_issue ON issue_hash (issue);

INSERT INTO issue_hash (project, hash, issue, rule, variant, parts, events, first_seen, last_seen)
SELECT project, hash, id, rule, 'own', parts, events, first_seen, last_seen FROM issue;

-- The hash that an event was counted on, by which an issue can be taken apart again.
ALTER TABLE event ADD COLUMN grouped BIGINT;

UPDATE event SET grouped = (SELECT id FROM issue_hash WHERE issue_hash.issue = event.issue);

-- One issue that became part of another, with its rows as they were, so that undoing gives them
-- back. Its number leads to the survivor until then.
CREATE TABLE issue_merge (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  number BIGINT NOT NULL,
  was BIGINT NOT NULL,
  survivor BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person TEXT NOT NULL,
  record TEXT NOT NULL,
  undone BIGINT
);

CREATE INDEX issue_merge_number ON issue_merge (project, number);

CREATE INDEX issue_merge_survivor ON issue_merge (survivor);

-- A hash that was taken out of an issue into one of its own.
CREATE TABLE issue_split (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  hash TEXT NOT NULL,
  was BIGINT NOT NULL,
  made BIGINT NOT NULL,
  events BIGINT NOT NULL,
  counted BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person TEXT NOT NULL
);

CREATE INDEX issue_split_was ON issue_split (was);

CREATE INDEX issue_split_made ON issue_split (made);

-- A project's rules, every version that ever was.
CREATE TABLE grouping_rules (
  project BIGINT NOT NULL REFERENCES project (id),
  version BIGINT NOT NULL,
  body TEXT NOT NULL,
  at BIGINT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (project, version)
);

-- Frames and words of an issue, by which others like it are found.
CREATE TABLE issue_feature (
  project BIGINT NOT NULL,
  feature BIGINT NOT NULL,
  issue BIGINT NOT NULL,
  PRIMARY KEY (project, feature, issue)
)${clustered};

CREATE TABLE issue_shape (
  issue BIGINT PRIMARY KEY,
  shape TEXT NOT NULL
);
