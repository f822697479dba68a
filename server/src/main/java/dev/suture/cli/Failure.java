package dev.suture.cli;

/// A command that cannot do what it was asked: says why, and what to do.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Refused, or not done.
  static final int REFUSED = 1;

  /// Wrong usage, or nobody there to ask.
  static final int CANNOT_TELL = 2;

  private final int exitCode;

  private Failure(String message, int exitCode) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  public static Failure refused(String message) {
    return new Failure(message, REFUSED);
  }

  static Failure cannotTell(String message) {
    return new Failure(message, CANNOT_TELL);
  }

  int exitCode() {
    return exitCode;
  }
}
