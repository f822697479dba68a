package dev.suture.store;

/// What differs between the databases that the SQL text runs on.
///
/// @param identity type of a key that the database counts up by itself
/// @param bytes type of a byte string
/// @param clustered says that a table lies in the order of its primary key, where that is possible
record Dialect(String identity, String bytes, String clustered) {
  static final Dialect SQLITE =
      new Dialect("INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB", " WITHOUT ROWID");

  /// A migration's text for this database.
  String render(String sql) {
    return sql.replace("${identity}", identity)
        .replace("${bytes}", bytes)
        .replace("${clustered}", clustered);
  }
}
