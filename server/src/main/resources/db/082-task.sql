-- What agents are asked to do. `lease` is of who has the task, or had it when it ended.
CREATE TABLE agent_task (
  id ${identity},
  issue BIGINT NOT NULL,
  agent TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT,
  asker TEXT NOT NULL,
  asker_name TEXT NOT NULL,
  by_person BOOLEAN NOT NULL,
  created BIGINT NOT NULL,
  since BIGINT NOT NULL,
  takes BIGINT NOT NULL,
  lease TEXT,
  holder TEXT,
  holder_name TEXT,
  lapses BIGINT,
  told TEXT
);

CREATE INDEX agent_task_issue ON agent_task (issue, id);

CREATE INDEX agent_task_open ON agent_task (state, since) WHERE state IN ('queued', 'taken');

CREATE TABLE agent_task_entry (
  id ${identity},
  task BIGINT NOT NULL REFERENCES agent_task (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT
);

CREATE INDEX agent_task_entry_task ON agent_task_entry (task, id);
