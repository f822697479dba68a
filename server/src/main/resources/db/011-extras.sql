CREATE TABLE feedback (
  project BIGINT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  event TEXT,
  issue BIGINT,
  body TEXT NOT NULL,
  PRIMARY KEY (project, id)
);

CREATE INDEX feedback_newest ON feedback (project, at);

CREATE INDEX feedback_event ON feedback (project, event);

CREATE TABLE monitor (
  project BIGINT NOT NULL,
  name TEXT NOT NULL,
  environment TEXT NOT NULL,
  status TEXT NOT NULL,
  at BIGINT NOT NULL,
  took BIGINT,
  ok BIGINT NOT NULL,
  failed BIGINT NOT NULL,
  PRIMARY KEY (project, name, environment)
)${clustered};

-- Recordings arrive in pieces, and say themselves or are told by an event which events they show.
CREATE TABLE replay_piece (
  project BIGINT NOT NULL,
  replay TEXT NOT NULL,
  number BIGINT NOT NULL,
  blob TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (project, replay, number)
)${clustered};

CREATE TABLE replay_event (
  project BIGINT NOT NULL,
  replay TEXT NOT NULL,
  event TEXT NOT NULL,
  tied BOOLEAN NOT NULL,
  PRIMARY KEY (project, replay, event)
)${clustered};
