package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.json.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// The issues that a batch touches: read together, made where they are new, written together. None
/// is remembered for the next batch, for between two of them a person may have changed its state or
/// merged it.
final class IssueRows {
  private static final String UPDATE =
      """
      UPDATE issue SET last_seen = ?, last_release = ?, last_event = ?, last_event_at = ?,
        events = events + ?, captures = captures + ?, kept_at = ?,
        users = coalesce(?, users), level = coalesce(?, level), platform = coalesce(?, platform)
      WHERE id = ?""";

  /// Apart, for it is rare and has an index of its own to write.
  private static final String UPDATE_FIRST =
      "UPDATE issue SET first_seen = ?, first_release = ? WHERE id = ?";

  static final String UPDATE_TEXT =
      "UPDATE issue_text SET type = ?, title = ?, culprit = ?, search = ? WHERE issue = ?";

  private final Prepared prepared;
  private final SqlHashes hashes;
  private final Map<Long, Owner> owners;
  private final Map<Long, IssueRow> rows = new LinkedHashMap<>();

  IssueRows(Prepared prepared, SqlHashes hashes, Map<Long, Owner> owners) {
    this.prepared = prepared;
    this.hashes = hashes;
    this.owners = owners;
  }

  /// What a batch needs to know of a project.
  record Owner(String slug, byte[] salt) {}

  void read(List<Sighting> batch) throws SQLException {
    hashes.read(batch);
    TreeSet<Long> wanted = new TreeSet<>();
    batch.forEach(sighting -> hashes.issueOf(sighting).ifPresent(wanted::add));
    read(wanted);
  }

  private void read(Collection<Long> issues) throws SQLException {
    prepared.select(
        "SELECT " + IssueRow.COLUMNS + ", project FROM issue WHERE id IN (<list>)",
        List.of(),
        List.copyOf(issues),
        row -> rows.put(row.getLong(1), new IssueRow(slug(row.getLong(14)), row)));
  }

  private String slug(long project) {
    return Objects.requireNonNull(owners.get(project)).slug();
  }

  /// The issue of a sighting, made with the project's next number when this is its first.
  IssueRow of(Sighting sighting, IssueTags tags) throws SQLException {
    Optional<Long> found = hashes.issueOf(sighting);
    if (found.isEmpty()) {
      IssueRow made = insert(sighting);
      rows.put(made.key(), made);
      tags.begin(made.key());
      return made;
    }
    if (!rows.containsKey(found.get())) {
      read(List.of(found.get()));
    }
    return Objects.requireNonNull(rows.get(found.get()));
  }

  private IssueRow insert(Sighting sighting) throws SQLException {
    Event event = sighting.event();
    Fingerprint fingerprint = sighting.fingerprint();
    PreparedStatement next =
        prepared.of(
            "UPDATE project SET last_issue = last_issue + 1 WHERE id = ? RETURNING last_issue");
    next.setLong(1, event.project());
    long number;
    try (ResultSet row = next.executeQuery()) {
      row.next();
      number = row.getLong(1);
    }
    PreparedStatement insert =
        prepared.of(
            """
            INSERT INTO issue (project, number, hash, level, platform, state, state_since,
              first_seen, last_seen, events, users, captures, first_release, last_release,
              last_event, last_event_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?) RETURNING\s"""
                + IssueRow.COLUMNS);
    long at = Database.micros(event.at());
    insert.setLong(1, event.project());
    insert.setLong(2, number);
    insert.setString(3, fingerprint.hash());
    insert.setString(4, event.level().name());
    insert.setString(5, event.platform());
    insert.setString(6, IssueState.fresh.word());
    insert.setLong(7, Database.micros(event.received()));
    insert.setLong(8, at);
    insert.setLong(9, at);
    insert.setString(10, event.release());
    insert.setString(11, event.release());
    insert.setString(12, event.id());
    insert.setLong(13, at);
    IssueRow made;
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      made = new IssueRow(slug(event.project()), row);
    }
    insertText(made.key(), fingerprint);
    return made;
  }

  private void insertText(long issue, Fingerprint fingerprint) throws SQLException {
    PreparedStatement text =
        prepared.of(
            """
            INSERT INTO issue_text (issue, rule, parts, type, title, search)
            VALUES (?, ?, ?, '', '', '')""");
    text.setLong(1, issue);
    text.setString(2, fingerprint.grouping());
    text.setString(3, Json.MAPPER.writeValueAsString(fingerprint.parts()));
    text.executeUpdate();
  }

  Iterable<IssueRow> touched() {
    return rows.values();
  }

  /// @param users how many an issue has now, where that changed
  void write(Handle handle, Map<Long, Long> users) throws SQLException {
    PreparedStatement update = prepared.of(UPDATE);
    PreparedStatement first = prepared.of(UPDATE_FIRST);
    PreparedStatement text = prepared.of(UPDATE_TEXT);
    for (IssueRow row : rows.values()) {
      row.addTo(update, users.get(row.key()));
      row.addFirstTo(first);
      row.addHeadlineTo(text);
    }
    update.executeBatch();
    first.executeBatch();
    text.executeBatch();
    rows.values().forEach(row -> row.move(handle));
  }
}
