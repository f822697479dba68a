package dev.suture.diff;

/// What a piece of a change is to the people who run the software.
public enum ChangeKind {
  /// Code that runs in production.
  production,
  /// A library, or which version of one is used.
  dependency,
  /// A change of the shape of stored data.
  migration,
  configuration,
  test,
  documentation,
  /// Only comments of a source file.
  comment,
  /// Only white space of a source file.
  formatting;

  /// What a change of a file is by its path alone.
  public static ChangeKind ofPath(String path) {
    return Kinds.ofPath(path);
  }

  /// Whether the fix can depend on it: such pieces are tried without; the others are reported
  /// apart.
  public boolean isTried() {
    return switch (this) {
      case production, dependency, migration, configuration -> true;
      case test, documentation, comment, formatting -> false;
    };
  }
}
