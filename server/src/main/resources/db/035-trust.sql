-- Events of an issue that somebody vouched for: a session or a token beside the public key.
CREATE TABLE issue_sender (
  issue BIGINT NOT NULL,
  sender TEXT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (issue, sender)
)${clustered};

-- A person's word that programs may write because of an issue.
CREATE TABLE issue_approval (
  issue BIGINT PRIMARY KEY,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  at BIGINT NOT NULL
);
