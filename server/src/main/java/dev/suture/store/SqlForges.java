package dev.suture.store;

import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeStore;
import dev.suture.io.Vault;
import dev.suture.json.Json;
import java.util.Optional;

/// Forges of projects in SQL, their tokens and secrets sealed.
public final class SqlForges implements ForgeStore {
  private final Database database;
  private final Vault vault;

  public SqlForges(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public void put(String project, ForgeSite site) {
    ForgeSite kept =
        new ForgeSite(
            site.kind(),
            site.url(),
            site.repository(),
            vault.seal(token(project), site.token()),
            vault.seal(secret(project), site.secret()));
    String body = Json.MAPPER.writeValueAsString(kept);
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO forge (project, body) VALUES (?, ?)
                ON CONFLICT (project) DO UPDATE SET body = excluded.body\
                """,
                project,
                body));
  }

  /// A site whose secrets cannot be opened has none: the forge refuses, and says so, until somebody
  /// gives it a token again.
  @Override
  public Optional<ForgeSite> of(String project) {
    Optional<ForgeSite> kept =
        database.read(
            handle ->
                handle
                    .select("SELECT body FROM forge WHERE project = ?", project)
                    .map((row, _) -> Json.MAPPER.readValue(row.getString(1), ForgeSite.class))
                    .findOne());
    if (kept.isEmpty()) {
      return kept;
    }
    ForgeSite site = kept.get();
    if (!Vault.isSealed(site.token())) {
      // From before there was a vault.
      put(project, site);
      return kept;
    }
    return Optional.of(
        new ForgeSite(
            site.kind(),
            site.url(),
            site.repository(),
            vault.open(token(project), site.token()).orElse(""),
            vault.open(secret(project), site.secret()).orElse("")));
  }

  private static String token(String project) {
    return "forge token of " + project;
  }

  private static String secret(String project) {
    return "forge secret of " + project;
  }
}
