package dev.suture.store;

import dev.suture.account.Secret;

/// Keys that the server made for itself, by name: each is made when it is first asked for.
public final class SqlSecrets {
  private final Database database;

  public SqlSecrets(Database database) {
    this.database = database;
  }

  public String of(String name) {
    return database.write(
        handle -> {
          handle.execute(
              "INSERT INTO server_secret (name, secret) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
              name,
              Secret.fresh());
          return handle
              .select("SELECT secret FROM server_secret WHERE name = ?", name)
              .mapTo(String.class)
              .one();
        });
  }
}
