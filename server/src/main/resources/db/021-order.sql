-- The newest issues of one project.
CREATE INDEX issue_newest_of_project ON issue (project, last_seen, id);
