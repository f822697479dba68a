-- How many of the hosts that owe heartbeats were alive, every ten seconds, for two days.
CREATE TABLE heartbeat (
  project BIGINT NOT NULL,
  environment TEXT NOT NULL,
  at BIGINT NOT NULL,
  due BIGINT NOT NULL,
  live BIGINT NOT NULL,
  PRIMARY KEY (project, environment, at)
)${clustered};

CREATE INDEX heartbeat_at ON heartbeat (at);
