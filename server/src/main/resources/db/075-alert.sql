-- What projects want to be told of, and where: as JSON, what is never shown apart.
CREATE TABLE alert_rule (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  body TEXT NOT NULL
);

CREATE INDEX alert_rule_project ON alert_rule (project);

CREATE TABLE alert_channel (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  secret TEXT NOT NULL
);

CREATE INDEX alert_channel_project ON alert_channel (project);

CREATE TABLE alert_silence (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  until BIGINT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX alert_silence_project ON alert_silence (project, until);

-- Projects that were given the rules that one begins with.
CREATE TABLE alert_begun (
  project BIGINT PRIMARY KEY REFERENCES project (id)
);

-- Of each rule and subject at most one is open.
CREATE TABLE alert (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  rule BIGINT NOT NULL,
  rule_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  severity TEXT NOT NULL,
  told TEXT NOT NULL,
  opened BIGINT NOT NULL,
  taken_by TEXT,
  ended BIGINT,
  why TEXT,
  escalates BIGINT
);

CREATE UNIQUE INDEX alert_open ON alert (rule, subject) WHERE ended IS NULL;

CREATE INDEX alert_project ON alert (project, id);

CREATE INDEX alert_open_kind ON alert (kind, project) WHERE ended IS NULL;

CREATE INDEX alert_escalates ON alert (escalates) WHERE escalates IS NOT NULL;

-- Messages, stored with the step that makes them necessary. `tried` counts attempts, the log of
-- which is JSON.
CREATE TABLE alert_delivery (
  id ${identity},
  project BIGINT NOT NULL REFERENCES project (id),
  channel BIGINT NOT NULL,
  rule BIGINT NOT NULL,
  action TEXT NOT NULL,
  state TEXT NOT NULL,
  created BIGINT NOT NULL,
  due BIGINT NOT NULL,
  tried BIGINT NOT NULL,
  says TEXT,
  attempts TEXT NOT NULL
);

CREATE INDEX alert_delivery_project ON alert_delivery (project, id);

CREATE INDEX alert_delivery_open ON alert_delivery (channel, id)
  WHERE state IN ('waiting', 'held');

CREATE INDEX alert_delivery_rule ON alert_delivery (rule, channel, id);

CREATE TABLE alert_told (
  delivery BIGINT NOT NULL REFERENCES alert_delivery (id),
  alert BIGINT NOT NULL REFERENCES alert (id),
  PRIMARY KEY (delivery, alert)
)${clustered};

CREATE INDEX alert_told_alert ON alert_told (alert);

-- How far issues and their logs were read. What was there before is no news.
CREATE TABLE alert_place (
  last_issue BIGINT NOT NULL,
  last_move BIGINT NOT NULL
);

INSERT INTO alert_place (last_issue, last_move)
SELECT COALESCE((SELECT MAX(id) FROM issue), 0), COALESCE((SELECT MAX(id) FROM activity), 0);
