-- The issues of one project that were seen last, and those that are new.
CREATE INDEX issue_newest_of_project ON issue (project, last_seen, id);

CREATE INDEX issue_first_of_project ON issue (project, first_seen, id);
