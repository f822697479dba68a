package dev.suture.store;

import dev.suture.json.Json;
import dev.suture.repro.Proof;
import dev.suture.repro.ProofStore;
import dev.suture.repro.Sighting;
import java.util.List;
import java.util.Optional;

/// Proofs and sightings in SQL: the records as JSON.
public final class SqlProofs implements ProofStore {
  private final Database database;

  public SqlProofs(Database database) {
    this.database = database;
  }

  @Override
  public void put(Proof proof) {
    String body = Json.MAPPER.writeValueAsString(proof);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO proof (hotfix, project, body) VALUES (:hotfix, :project, :body)
                    ON CONFLICT (hotfix) DO UPDATE SET project = excluded.project,
                      body = excluded.body\
                    """)
                .bind("hotfix", proof.hotfix())
                .bind("project", proof.project())
                .bind("body", body)
                .execute());
  }

  @Override
  public Optional<Proof> of(String hotfix) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM proof WHERE hotfix = ?", hotfix)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Proof.class))
                .findFirst());
  }

  @Override
  public void put(Sighting sighting) {
    String body = Json.MAPPER.writeValueAsString(sighting);
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO sighting (issue, commit_id, at, body)
                    VALUES (:issue, :commit, :at, :body)
                    ON CONFLICT (issue, commit_id) DO UPDATE SET at = excluded.at,
                      body = excluded.body\
                    """)
                .bind("issue", sighting.issue())
                .bind("commit", sighting.commit())
                .bind("at", sighting.at().toEpochMilli())
                .bind("body", body)
                .execute());
  }

  @Override
  public List<Sighting> sightings(String issue) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT body FROM sighting WHERE issue = ? ORDER BY at DESC LIMIT 50", issue)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Sighting.class))
                .list());
  }
}
