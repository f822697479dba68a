package dev.suture.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The statements of the writing connection, prepared once: every batch needs the same few, and to
/// prepare one costs more than to run it. Used on the writing thread only.
final class Prepared {
  private static final Logger LOG = LoggerFactory.getLogger(Prepared.class);
  private static final int LONGEST_LIST = 1024;

  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection connection;

  /// What is done with a row.
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /// The connection that is written on.
  void on(Connection writing) {
    if (connection != writing) {
      forget();
      connection = writing;
    }
  }

  /// Gives the statements up, and what was added to one and not run.
  void forget() {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException gone) {
        LOG.debug("a statement could not be closed", gone);
      }
    }
    statements.clear();
  }

  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      Connection writing = connection;
      if (writing == null) {
        throw new IllegalStateException("no connection to prepare a statement on");
      }
      known = writing.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  /// Reads what a statement with `(<list>)` finds, its first parameters before the list being
  /// fixed. The list is filled up to a power of two with its last value, so that few statements are
  /// needed.
  void select(String sql, List<?> fixed, List<?> values, Reader reader) throws SQLException {
    for (int from = 0; from < values.size(); from += LONGEST_LIST) {
      List<?> part = values.subList(from, Math.min(values.size(), from + LONGEST_LIST));
      int size = 1;
      while (size < part.size()) {
        size *= 2;
      }
      PreparedStatement statement = of(sql.replace("<list>", "?" + ", ?".repeat(size - 1)));
      int at = 1;
      for (Object value : fixed) {
        statement.setObject(at++, value);
      }
      for (int i = 0; i < size; i++) {
        statement.setObject(at++, part.get(Math.min(i, part.size() - 1)));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
