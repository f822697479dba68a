-- What each job reported by the hour, for as long as rules are tried on the past.
CREATE TABLE monitor_hour (
  project BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  name TEXT NOT NULL,
  environment TEXT NOT NULL,
  failed BIGINT NOT NULL,
  PRIMARY KEY (project, hour, name, environment)
)${clustered};
