package dev.suture.issue.query;

/// A query that cannot be understood: where, why, and what to write instead.
public final class BadQuery extends Exception {
  private static final long serialVersionUID = 1;

  private final Span span;
  private final String remedy;

  BadQuery(Span span, String message, String remedy) {
    super(message, null, false, false);
    this.span = span;
    this.remedy = remedy;
  }

  public Span span() {
    return span;
  }

  /// What is wrong, in words of ours; of the query it repeats no more than a bounded name.
  public String message() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
