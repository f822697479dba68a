package dev.suture.store;

import dev.suture.ingest.Ledger;

/// The queue's position in the same database as what was digested from it.
public final class SqlLedger implements Ledger {
  private final Database database;
  private volatile long kept;

  public SqlLedger(Database database) {
    this.database = database;
    this.kept =
        database.read(
            handle -> handle.select("SELECT position FROM ledger").mapTo(Long.class).one());
  }

  @Override
  public long position() {
    return kept;
  }

  @Override
  public void keep(long position, Runnable writing) {
    database.write(
        handle -> {
          writing.run();
          return handle.execute("UPDATE ledger SET position = ?", position);
        });
    kept = position;
  }
}
