package dev.suture.issue.rules;

/// A rule that cannot be read: where, and what to do.
public final class RuleProblem extends Exception {
  private static final long serialVersionUID = 1;
  private final int line;

  RuleProblem(int line, String message) {
    super(message);
    this.line = line;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }
}
