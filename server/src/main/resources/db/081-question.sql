-- What forges ask before a deployment of theirs goes on, as JSON; beside it what is searched by.
CREATE TABLE rollout_question (
  id ${identity},
  project TEXT NOT NULL,
  source TEXT NOT NULL,
  source_key TEXT NOT NULL,
  open BOOLEAN NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (project, source, source_key)
);

CREATE INDEX rollout_question_open ON rollout_question (open);
