-- People who may sign in. A password is kept as an Argon2id hash only; who comes by an identity
-- provider alone has none.
CREATE TABLE account (
  id ${identity},
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  active BOOLEAN NOT NULL,
  password TEXT,
  issuer TEXT,
  subject TEXT,
  created BIGINT NOT NULL,
  UNIQUE (issuer, subject)
);

CREATE TABLE team (
  id ${identity},
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
);

CREATE TABLE team_member (
  team BIGINT NOT NULL REFERENCES team (id),
  account BIGINT NOT NULL REFERENCES account (id),
  PRIMARY KEY (team, account)
)${clustered};

CREATE INDEX team_member_account ON team_member (account);

-- A project that is not listed here is open to every member.
CREATE TABLE project_closed (
  project BIGINT NOT NULL PRIMARY KEY
);

CREATE TABLE project_team (
  project BIGINT NOT NULL,
  team BIGINT NOT NULL REFERENCES team (id),
  PRIMARY KEY (project, team)
)${clustered};

-- Every secret is kept as its SHA-256: who reads this table cannot use what he reads.
CREATE TABLE account_session (
  id ${identity},
  hash TEXT NOT NULL UNIQUE,
  account BIGINT NOT NULL REFERENCES account (id),
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL
);

CREATE INDEX account_session_account ON account_session (account);

-- A token of an account acts for it; one without is of the projects in token_project.
CREATE TABLE access_token (
  id ${identity},
  hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  name TEXT NOT NULL,
  account BIGINT REFERENCES account (id),
  scopes TEXT NOT NULL,
  maker TEXT NOT NULL,
  created BIGINT NOT NULL,
  expires BIGINT,
  seen BIGINT
);

CREATE INDEX access_token_account ON access_token (account);

CREATE TABLE token_project (
  token BIGINT NOT NULL REFERENCES access_token (id),
  project BIGINT NOT NULL,
  PRIMARY KEY (token, project)
)${clustered};

CREATE INDEX token_project_project ON token_project (project);

-- Links that make an account or set its password, once.
CREATE TABLE account_link (
  id ${identity},
  hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  email TEXT,
  role TEXT,
  team BIGINT,
  account BIGINT,
  maker TEXT NOT NULL,
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL
);

CREATE TABLE account_audit (
  id ${identity},
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  address TEXT NOT NULL
);
