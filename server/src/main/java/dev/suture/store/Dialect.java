package dev.suture.store;

/// What differs between the databases that the SQL text runs on.
///
/// @param identity type of a key that the database counts up by itself
/// @param key type of a key that is given
/// @param bytes type of a byte string
/// @param clustered says that a table lies in the order of its primary key, where that is possible
/// @param gathered the first eight bytes of each `hash` of a group, one behind the other
record Dialect(String identity, String key, String bytes, String clustered, String gathered) {
  static final Dialect SQLITE =
      new Dialect(
          "INTEGER PRIMARY KEY AUTOINCREMENT",
          "INTEGER PRIMARY KEY",
          "BLOB",
          " WITHOUT ROWID",
          "unhex(group_concat(substr(hex(hash), 1, 16), ''))");

  /// A migration's text for this database.
  String render(String sql) {
    return sql.replace("${identity}", identity)
        .replace("${key}", key)
        .replace("${bytes}", bytes)
        .replace("${clustered}", clustered)
        .replace("${gathered}", gathered);
  }
}
