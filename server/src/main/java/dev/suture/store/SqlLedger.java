package dev.suture.store;

import dev.suture.ingest.Ledger;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The queue's position in the same database as what was digested from it.
public final class SqlLedger implements Ledger {
  /// An extended result code has its primary one in the lowest byte.
  private static final int PRIMARY_CODE = 0xff;

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
    try {
      database.write(
          handle -> {
            writing.run();
            return handle.execute("UPDATE ledger SET position = ?", position);
          });
    } catch (RuntimeException failure) {
      throw isStorage(failure) ? new Unavailable(failure) : failure;
    }
    kept = position;
  }

  private static boolean isStorage(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isStorage(sql.getErrorCode() & PRIMARY_CODE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStorage(int code) {
    return code == SQLiteErrorCode.SQLITE_FULL.code
        || code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_LOCKED.code
        || code == SQLiteErrorCode.SQLITE_NOMEM.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }
}
