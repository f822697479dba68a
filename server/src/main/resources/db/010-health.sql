-- A session while it may still change; its user is in the buckets only.
CREATE TABLE session (
  project BIGINT NOT NULL,
  id TEXT NOT NULL,
  started BIGINT NOT NULL,
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  status TEXT NOT NULL,
  errors BIGINT NOT NULL,
  PRIMARY KEY (project, id)
)${clustered};

CREATE INDEX session_started ON session (started);

-- Counts of sessions by the hour of their start; users are sketches of salted hashes.
CREATE TABLE health_hour (
  project BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  sessions BIGINT NOT NULL,
  errored BIGINT NOT NULL,
  unhandled BIGINT NOT NULL,
  crashed BIGINT NOT NULL,
  abnormal BIGINT NOT NULL,
  users ${bytes} NOT NULL,
  crashed_users ${bytes} NOT NULL,
  PRIMARY KEY (project, hour, release, environment)
)${clustered};

CREATE INDEX health_hour_release ON health_hour (project, release, hour);

CREATE TABLE health_minute (
  project BIGINT NOT NULL,
  minute BIGINT NOT NULL,
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  sessions BIGINT NOT NULL,
  errored BIGINT NOT NULL,
  unhandled BIGINT NOT NULL,
  crashed BIGINT NOT NULL,
  abnormal BIGINT NOT NULL,
  PRIMARY KEY (project, minute, release, environment)
)${clustered};

-- Every release that an event or a session named.
CREATE TABLE release_seen (
  project BIGINT NOT NULL,
  release TEXT NOT NULL,
  environment TEXT NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (project, release, environment)
)${clustered};
