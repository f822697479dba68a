package dev.suture.store;

import dev.suture.account.AuditLog;
import java.util.List;

/// The audit log in SQL.
public final class SqlAudit implements AuditLog {
  private final Database database;

  public SqlAudit(Database database) {
    this.database = database;
  }

  @Override
  public void add(Entry entry) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO account_audit (at, actor, name, action, subject, address)
                VALUES (?, ?, ?, ?, ?, ?)""",
                Database.micros(entry.at()),
                entry.actor(),
                entry.name(),
                entry.action(),
                entry.subject(),
                entry.address()));
  }

  @Override
  public List<Entry> page(long before, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT id, at, actor, name, action, subject, address FROM account_audit"
                        + " WHERE id < ? ORDER BY id DESC LIMIT ?",
                    before == 0 ? Long.MAX_VALUE : before,
                    limit)
                .map(
                    (row, _) ->
                        new Entry(
                            row.getLong("id"),
                            Database.instant(row.getLong("at")),
                            row.getString("actor"),
                            row.getString("name"),
                            row.getString("action"),
                            row.getString("subject"),
                            row.getString("address")))
                .list());
  }
}
