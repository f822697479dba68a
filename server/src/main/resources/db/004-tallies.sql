-- The row of an issue is narrow: every batch writes it again and every list reads it. What is long
-- and changes with the newest kept event only lies apart, one row for one.
CREATE TABLE issue_text (
  issue ${key} REFERENCES issue (id),
  rule TEXT NOT NULL,
  parts TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  culprit TEXT,
  search TEXT NOT NULL
);

INSERT INTO issue_text (issue, rule, parts, type, title, culprit, search)
SELECT id, rule, parts, type, title, culprit, search FROM issue;

-- When, by the server's clock, an event of the issue was last kept with its content.
ALTER TABLE issue ADD COLUMN kept_at BIGINT NOT NULL DEFAULT 0;

-- When `last_event` happened, the newest event that is kept: `last_seen` may be later.
ALTER TABLE issue ADD COLUMN last_event_at BIGINT NOT NULL DEFAULT 0;

UPDATE issue SET last_event_at = last_seen, kept_at = last_seen;

-- Only events that are kept with their content have a row. What they are worth says which go first
-- when the project's disk budget is used up: the lowest, and of these the oldest.
ALTER TABLE event RENAME TO event_before;

DROP INDEX event_of_issue;

CREATE TABLE event (
  key ${identity},
  project BIGINT NOT NULL,
  id TEXT NOT NULL,
  issue BIGINT NOT NULL REFERENCES issue (id),
  at BIGINT NOT NULL,
  received BIGINT NOT NULL,
  release TEXT,
  environment TEXT,
  person TEXT,
  captured BOOLEAN NOT NULL,
  worth INTEGER NOT NULL,
  pack BIGINT,
  place BIGINT NOT NULL DEFAULT 0,
  length BIGINT NOT NULL,
  UNIQUE (project, id)
);

-- The events of an issue, newest first; also counts what is kept of it.
CREATE INDEX event_of_issue ON event (issue, at);

-- What goes first when a project is over its budget.
CREATE INDEX event_by_worth ON event (project, worth, at);

-- What lies in one pack, and, where the pack is null, what waits to be packed.
CREATE INDEX event_of_pack ON event (pack, project);

-- A body until it is moved to a pack.
CREATE TABLE event_body (
  event ${key} REFERENCES event (key),
  body ${bytes} NOT NULL
);

INSERT INTO event (project, id, issue, at, received, release, environment, person, captured, worth,
  length)
SELECT project, id, issue, at, at, release, environment, person, captured, 3, length(body)
FROM event_before;

INSERT INTO event_body (event, body)
SELECT event.key, event_before.body FROM event
JOIN event_before ON event_before.project = event.project AND event_before.id = event.id;

DROP TABLE event_before;

-- A file of bodies, written once. `live` is what of its bytes an event still points to.
CREATE TABLE pack (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL UNIQUE,
  day BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  live BIGINT NOT NULL
);

CREATE INDEX pack_of_project ON pack (project, day);

-- What bodies of a project are compressed with; a frame names its dictionary by this id.
CREATE TABLE dictionary (
  id BIGINT PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES project (id),
  made BIGINT NOT NULL,
  bodies BIGINT NOT NULL
);

CREATE INDEX dictionary_of_project ON dictionary (project, made);

-- What a project may use of the disk, and how long; a project without a row has the defaults.
CREATE TABLE retention (
  project ${key} REFERENCES project (id),
  bytes BIGINT NOT NULL,
  days BIGINT NOT NULL
);

-- What the parts of a capture hold, for the budget.
ALTER TABLE capture ADD COLUMN bytes BIGINT NOT NULL DEFAULT 0;

CREATE INDEX capture_oldest ON capture (project, received);

-- Events that were counted, kept or not: a hash of project and id, and the day it came. No index by
-- day: it would cost each event as much as the table does; old rows are swept by ranges of the hash.
CREATE TABLE seen (
  hash ${key},
  day INTEGER NOT NULL
);

-- Who met an issue: a set of salted hashes while they are few, a HyperLogLog sketch when they are
-- many; never the users.
CREATE TABLE issue_users (
  issue ${key} REFERENCES issue (id),
  sketch ${bytes} NOT NULL
);

INSERT INTO issue_users (issue, sketch)
SELECT issue, ${gathered} FROM issue_user GROUP BY issue;

DROP TABLE issue_user;

-- Counters have no foreign keys: each batch writes thousands of their rows.
--
-- Counts lie in the order of time: what is written now lies together, and what is old goes from one
-- end. To read those of one issue name the hours: hour IN (...) AND issue = ?, never a range.
ALTER TABLE issue_hour RENAME TO issue_hour_before;

CREATE TABLE issue_hour (
  hour BIGINT NOT NULL,
  issue BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (hour, issue)
)${clustered};

INSERT INTO issue_hour (hour, issue, events) SELECT hour, issue, events FROM issue_hour_before;

DROP TABLE issue_hour_before;

CREATE TABLE issue_minute (
  minute BIGINT NOT NULL,
  issue BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (minute, issue)
)${clustered};

CREATE TABLE project_hour (
  hour BIGINT NOT NULL,
  project BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (hour, project)
)${clustered};

INSERT INTO project_hour (hour, project, events)
SELECT hour, project, sum(issue_hour.events) FROM issue_hour
JOIN issue ON issue.id = issue_hour.issue GROUP BY hour, project;

CREATE TABLE project_minute (
  minute BIGINT NOT NULL,
  project BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (minute, project)
)${clustered};

-- The values of a project's tags with how often and when they were seen. The value that is empty
-- stands for all that were too many to be told apart.
CREATE TABLE project_tag (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  events BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  UNIQUE (project, name, value)
);

INSERT INTO project_tag (project, name, value, events, first_seen, last_seen)
SELECT issue.project, tag, value, sum(issue_tag.events), min(first_seen), max(last_seen)
FROM issue_tag JOIN issue ON issue.id = issue_tag.issue GROUP BY issue.project, tag, value;

ALTER TABLE issue_tag RENAME TO issue_tag_before;

-- `tag` is a project_tag. For a text use the view issue_facet.
CREATE TABLE issue_tag (
  issue BIGINT NOT NULL,
  tag BIGINT NOT NULL,
  events BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  PRIMARY KEY (issue, tag)
)${clustered};

-- Which issues have a tag: for filters of a list.
CREATE INDEX issue_tag_of ON issue_tag (tag, issue);

INSERT INTO issue_tag (issue, tag, events, first_seen, last_seen)
SELECT issue.id, project_tag.id, issue_tag_before.events, issue.first_seen, issue.last_seen
FROM issue_tag_before
JOIN issue ON issue.id = issue_tag_before.issue
JOIN project_tag ON project_tag.project = issue.project
  AND project_tag.name = issue_tag_before.tag AND project_tag.value = issue_tag_before.value;

DROP TABLE issue_tag_before;

CREATE VIEW issue_facet AS
SELECT issue_tag.issue, project_tag.project, project_tag.name, project_tag.value,
  issue_tag.events, issue_tag.first_seen, issue_tag.last_seen
FROM issue_tag JOIN project_tag ON project_tag.id = issue_tag.tag;
