-- Programs that people let act for them. Codes and tokens are kept as their SHA-256.
CREATE TABLE grant_client (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  redirects TEXT NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE account_grant (
  id ${identity},
  account BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  client TEXT NOT NULL,
  client_name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  resource TEXT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL
);

CREATE INDEX account_grant_account ON account_grant (account);

CREATE INDEX account_grant_client ON account_grant (client);

-- What a client gets a grant for, once. `made` is the grant that it was changed into.
CREATE TABLE grant_code (
  hash TEXT PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  expires BIGINT NOT NULL,
  used BOOLEAN NOT NULL,
  made BIGINT
);

-- `used` is of a refresh token that was changed into the next one.
CREATE TABLE grant_token (
  hash TEXT PRIMARY KEY,
  made BIGINT NOT NULL REFERENCES account_grant (id) ON DELETE CASCADE,
  refresh BOOLEAN NOT NULL,
  expires BIGINT NOT NULL,
  used BOOLEAN NOT NULL
);

CREATE INDEX grant_token_made ON grant_token (made);
