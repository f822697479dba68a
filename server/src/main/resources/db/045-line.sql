-- Why a line need not have a fix: the newest word of each hotfix and line, as JSON.
CREATE TABLE exemption (
  hotfix TEXT NOT NULL,
  line TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (hotfix, line)
);
