package dev.suture.http;

import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.Span;
import org.jspecify.annotations.Nullable;

/// A request that is answered with an error: `{"error": {code, message, remedy}}`.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final @Nullable String remedy;
  private final @Nullable Span at;

  /// @param code one of the words of the contract
  /// @param message what is wrong, in words of ours
  /// @param remedy what to do about it
  public Refusal(int status, String code, String message, @Nullable String remedy) {
    this(status, code, message, remedy, null);
  }

  private Refusal(
      int status, String code, String message, @Nullable String remedy, @Nullable Span at) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.at = at;
  }

  public static Refusal notFound(String what) {
    return new Refusal(404, "notFound", what, null);
  }

  public static Refusal invalid(String message, @Nullable String remedy) {
    return new Refusal(400, "invalid", message, remedy);
  }

  static Refusal of(BadQuery query) {
    return new Refusal(400, "invalid", query.message(), query.remedy(), query.span());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public @Nullable String remedy() {
    return remedy;
  }

  /// Where in the query it is wrong.
  @Nullable Span at() {
    return at;
  }
}
