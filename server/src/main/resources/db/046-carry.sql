-- Of each hotfix and line the newest attempt to bring it there, as JSON; beside it what is searched by.
CREATE TABLE carry (
  hotfix TEXT NOT NULL,
  line TEXT NOT NULL,
  project TEXT NOT NULL,
  open BOOLEAN NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (hotfix, line)
);

CREATE INDEX carry_project ON carry (project);

CREATE INDEX carry_open ON carry (open);

-- How somebody resolved a conflict: by the three texts of it.
CREATE TABLE resolution (
  project TEXT NOT NULL,
  conflict TEXT NOT NULL,
  resolved TEXT NOT NULL,
  PRIMARY KEY (project, conflict)
);

-- Where a project opens its pull requests, and what it signs its webhooks with.
CREATE TABLE forge (
  project TEXT PRIMARY KEY,
  body TEXT NOT NULL
);
