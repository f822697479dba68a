package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.event.Sender;
import dev.suture.issue.trust.Trust;
import dev.suture.issue.trust.TrustStore;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Trust in SQL. Only what came in otherwise than through the key alone is counted; the rest of an
/// issue's events came through it.
public final class SqlTrust implements TrustStore {
  private final Database database;

  public SqlTrust(Database database) {
    this.database = database;
  }

  /// Counts an event that somebody vouches for. On the writing thread, within its transaction.
  static void count(Prepared prepared, long issue, Event event) throws SQLException {
    Sender sender = event.details().sender();
    if (sender == Sender.anonymousKey) {
      return;
    }
    PreparedStatement row =
        prepared.of(
            """
            INSERT INTO issue_sender (issue, sender, events) VALUES (?, ?, 1)
            ON CONFLICT (issue, sender) DO UPDATE SET events = issue_sender.events + 1\
            """);
    row.setLong(1, issue);
    row.setString(2, sender.name());
    row.executeUpdate();
  }

  @Override
  public Optional<Trust> of(String issue) {
    return database.read(
        handle ->
            IssueId.key(handle, issue)
                .map(
                    key ->
                        new Trust(
                            IssueId.of(handle, key),
                            came(handle, key),
                            approval(handle, key).orElse(null))));
  }

  private static List<Trust.Came> came(Handle handle, long issue) {
    List<Trust.Came> came =
        new ArrayList<>(
            handle
                .select("SELECT sender, events FROM issue_sender WHERE issue = ?", issue)
                .map((row, _) -> new Trust.Came(Sender.valueOf(row.getString(1)), row.getLong(2)))
                .list());
    long vouched = came.stream().mapToLong(Trust.Came::events).sum();
    long all =
        handle
            .select("SELECT events FROM issue WHERE id = ?", issue)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L);
    if (all > vouched) {
      came.add(new Trust.Came(Sender.anonymousKey, all - vouched));
    }
    came.sort(Comparator.comparing(Trust.Came::sender).reversed());
    return List.copyOf(came);
  }

  private static Optional<Trust.Approval> approval(Handle handle, long issue) {
    return handle
        .select("SELECT actor, name, at, event FROM issue_approval WHERE issue = ?", issue)
        .map(
            (row, _) ->
                new Trust.Approval(
                    row.getString(1),
                    row.getString(2),
                    Database.instant(row.getLong(3)),
                    row.getString(4)))
        .findOne();
  }

  @Override
  public boolean approve(String issue, Trust.Approval approval) {
    return change(
        issue,
        "evidence approved",
        approval,
        (handle, key) ->
            handle.execute(
                """
                INSERT INTO issue_approval (issue, actor, name, at, event)
                SELECT issue, ?, ?, ?, id FROM event WHERE issue = ? AND id = ?
                ON CONFLICT (issue) DO UPDATE SET actor = excluded.actor,
                  name = excluded.name, at = excluded.at, event = excluded.event\
                """,
                approval.actor(),
                approval.name(),
                Database.micros(approval.at()),
                key,
                approval.event()));
  }

  @Override
  public void withdraw(String issue, Trust.Approval by) {
    change(
        issue,
        "evidence approval withdrawn",
        by,
        (handle, key) -> handle.execute("DELETE FROM issue_approval WHERE issue = ?", key));
  }

  private interface Change {
    /// @return how many rows it changed
    int on(Handle handle, long issue);
  }

  /// The change and its entry in the audit log, in one transaction.
  private boolean change(String issue, String action, Trust.Approval by, Change change) {
    return database.write(
        handle -> {
          Optional<Long> key = IssueId.key(handle, issue);
          return key.map(
                  found -> {
                    if (change.on(handle, found) == 0) {
                      return false;
                    }
                    handle.execute(
                        """
                        INSERT INTO account_audit (at, actor, name, action, subject, address)
                        VALUES (?, ?, ?, ?, ?, '')\
                        """,
                        Database.micros(by.at()),
                        by.actor(),
                        by.name(),
                        action,
                        IssueId.of(handle, found));
                    return true;
                  })
              .orElse(false);
        });
  }
}
