-- These lie in issue_text since 004; the steps between still read them here.
ALTER TABLE issue DROP COLUMN rule;

ALTER TABLE issue DROP COLUMN parts;

ALTER TABLE issue DROP COLUMN type;

ALTER TABLE issue DROP COLUMN title;

ALTER TABLE issue DROP COLUMN culprit;

ALTER TABLE issue DROP COLUMN search;

-- Where the queue was when a piece came: the oldest go first when a project is over its budget.
ALTER TABLE replay_piece ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
